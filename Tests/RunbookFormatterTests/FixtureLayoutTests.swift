// Every fixture that can be read is laid out, keeps its comments, and stays as it is the second time.
import RunbookFormatter
import TestSupport
import Testing

@Suite struct FixtureLayoutTests {
  static let files =
    ["ok", "err", "plan", "fmt"].flatMap { FixtureFile.all(in: $0, suffix: ".yaml") }
    + FixtureFile.all(in: "project", suffix: "").flatMap { FixtureFile.all(in: $0.path, suffix: ".yaml") }

  @Test(arguments: files) func isLaidOut(_ file: FixtureFile) {
    guard let bytes = file.bytes() else { return }
    let formatted = Formatted(bytes)
    #expect(!formatted.isBroken)
    guard let text = formatted.text else { return }
    #expect(Formatted(text).isUnchanged, "the second time changes it again")
    #expect(Self.commentSigns(text) >= Self.commentSigns(bytes))
    #expect(Self.words(text) == Self.words(bytes), "a word is lost, or there is one too many")
  }

  /// An independent look: lines that begin with `#`, blanks aside, may only become more.
  private static func commentSigns(_ bytes: [UInt8]) -> Int { bytes.count { $0 == UInt8(ascii: "#") } }

  /// What stands between blanks, brackets, commas, quotes and `#`, in alphabetical order.
  private static func words(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.split {
      " \t\r\n[]{},:\"'#-?\u{FEFF}".unicodeScalars.contains($0)
    }
    .map { String(String.UnicodeScalarView($0)) }.filter { $0 != "..." }.sorted()
  }

  @Test func findsFiles() { #expect(Self.files.count > 100) }
}
