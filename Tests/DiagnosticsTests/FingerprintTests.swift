// What a diagnostic's fingerprint depends on, and what not.
import Diagnostics
import TestSupport
import Testing

struct FingerprintTests {
  /// The fingerprint of a diagnostic from 1️⃣ to 2️⃣.
  private func print(
    _ marked: String, _ message: String = "'x' is wrong", rule: Rule = .invalidValue, name: String = "a.yaml"
  ) throws -> String {
    let source = MarkedSource(marked)
    let range = try #require(source.range("1️⃣", "2️⃣"))
    var sources = SourceCollection()
    let id = sources.add(SourceText(name: name, bytes: source.bytes))
    let span = SourceSpan(source: id, start: range.lowerBound, end: range.upperBound)
    let diagnostic = Diagnostic(rule, message, at: span)
    return Fingerprint.contents(of: [diagnostic], in: sources)[0]
  }

  private static let plain = "artifacts:\n  a:\n    inputs:\n    - 1️⃣gone2️⃣\n"

  @Test(arguments: [
    "# moved\n\nname: new\nartifacts:\n  z: {}\n  a:\n    output: true\n    inputs:\n    - 1️⃣gone2️⃣ # note\n",
    "artifacts:\n    a:\n        inputs:\n          -   1️⃣gone2️⃣\n",
    "\u{FEFF}artifacts:\r\n  a:\r\n    # why\r\n    inputs:\r\n    - 1️⃣gone2️⃣\r\n",
    "artifacts:\n  a:\n    inputs:\n    - other\n    - 1️⃣gone2️⃣\n",
  ])
  func isTheSame(source: String) throws {
    #expect(try print(source) == print(Self.plain))
  }

  @Test(arguments: [
    "artifacts:\n  b:\n    inputs:\n    - 1️⃣gone2️⃣\n", "artifacts:\n  a:\n    from:\n    - 1️⃣gone2️⃣\n",
    "artifacts:\n  a:\n    inputs:\n    - 1️⃣lost2️⃣\n", "outputs:\n  a:\n    inputs:\n    - 1️⃣gone2️⃣\n",
  ])
  func differs(source: String) throws {
    #expect(try print(source) != print(Self.plain))
  }

  @Test func theNamesInTheMessageCountAndItsWordingDoesNot() throws {
    #expect(try print(Self.plain, "there's no 'x' here") != print(Self.plain))
    #expect(try print(Self.plain, "found 'x', which is not good") == print(Self.plain))
    #expect(try print(Self.plain, "'y' is wrong") != print(Self.plain))
    #expect(try print(Self.plain, rule: .propertyType) != print(Self.plain))
    #expect(try print(Self.plain, name: "b.yaml") == print(Self.plain))
  }

  @Test func theOutlineOfAListBelongsToTheKeyAboveIt() {
    let text = SourceText(
      name: "t", bytes: Array("a:\n- b: 1\n  c:\n    d: 2\n- x\n# e:\n\nf: http://g\n".utf8))
    let outline = SourceOutline(of: text, at: [1, 2, 4, 5, 8])
    let keys = [1, 2, 4, 5, 8].map { line in
      outline.keys(atLine: line).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(keys == [["a"], ["a", "-", "b"], ["a", "-", "c", "d"], ["a", "-"], ["f"]])
  }
}
