// `wct fmt`: files, directories, standard input, and its exit codes.
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct FmtCommandTests {
  private let place: Workplace
  private static let untidy = "name:   N   # kept\ndescription: D\nartifacts:\n    a:   {inputs: b}\n"
  private static let tidy = "name: N  # kept\ndescription: D\n\nartifacts:\n  a: {inputs: b}\n"

  init() throws {
    place = try Workplace()
    try place.write("untidy.yaml", Self.untidy)
    try place.write("tidy.yaml", Self.tidy)
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try place.bytes(name), as: UTF8.self)
  }

  @Test func writesFiles() throws {
    let result = try place.wct("fmt", "untidy.yaml", "tidy.yaml")
    #expect(result.code == 0 && result.error == "1 file changed, 1 left as it is\n", "\(result)")
    #expect(result.output.isEmpty)
    #expect(try text("untidy.yaml") == Self.tidy && text("tidy.yaml") == Self.tidy)
  }

  @Test func findsRunbooksBelowDirectories() throws {
    try place.write("sub/other.yaml", "a:   b\n")
    try place.write("sub/book.yml", Self.untidy)
    #expect(try place.wct("fmt").code == 0)
    #expect(try text("sub/book.yml") == Self.tidy)
    #expect(try text("sub/other.yaml") == "a:   b\n", "that is no runbook")
  }

  @Test func checkNamesFilesAndChangesNothing() throws {
    let result = try place.wct("fmt", "--check", "untidy.yaml", "tidy.yaml")
    #expect(result.code == 1 && result.output == "untidy.yaml\n", "\(result)")
    #expect(try text("untidy.yaml") == Self.untidy)
    #expect(try place.wct("fmt", "--check", "tidy.yaml").code == 0)
  }

  @Test func diffShowsWhatWouldChange() throws {
    let result = try place.wct("fmt", "--diff", "untidy.yaml")
    #expect(result.code == 1 && result.output.hasPrefix("--- untidy.yaml\n+++ untidy.yaml\n"), "\(result)")
    #expect(result.output.contains("-name:   N   # kept\n"))
    #expect(result.output.contains("+name: N  # kept\n"))
    #expect(try text("untidy.yaml") == Self.untidy)
  }

  @Test func standardInputBecomesStandardOutput() throws {
    #expect(try place.wct("fmt", "-", input: Self.untidy).output == Self.tidy)
    #expect(try place.wct("fmt", "-", input: Self.tidy).output == Self.tidy)
  }

  @Test func aBrokenFileIsLeftAloneAndTheOthersAreLaidOut() throws {
    try place.write("broken.yaml", "name: [a\n")
    let result = try place.wct("fmt", "broken.yaml", "untidy.yaml")
    #expect(result.code == 1 && result.error.contains("error[WCT1005]"), "\(result)")
    #expect(result.error.contains("1 file changed, 1 can't be laid out"))
    #expect(try text("broken.yaml") == "name: [a\n")
    #expect(try text("untidy.yaml") == Self.tidy)
  }

  @Test func aMissingFileIsWrongUsage() throws { #expect(try place.wct("fmt", "absent.yaml").code == 2) }
}
