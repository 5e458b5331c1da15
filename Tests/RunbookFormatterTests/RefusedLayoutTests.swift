// What is not laid out: broken files, and what the formatter does not know.
import RunbookFormatter
import Testing

@Suite struct RefusedLayoutTests {
  @Test(arguments: [
    ("name: [a\n", "WCT1005"), ("name: a\nname: b\n", "WCT1006"), ("", "WCT1003"),
    ("a: 1\n---\nb: 2\n", "WCT1004"),
    ("- a\n- b\n", "WCT1008"), ("just text\n", "WCT1008"), ("name: \"a\u{2028}b\"\n", "WCT2043"),
    ("a: 1\n\u{85}b: 2\n", "WCT2043"), ("? |\n  a\n  b\n: c\n", "WCT2043"),
  ])
  func saysWhy(text: String, code: String) { #expect(Formatted(text).refusals == [code]) }

  @Test func leavesBytesThatAreNoUTF8() {
    #expect(Formatted([0x61, 0x3A, 0x20, 0xE9, 0x0A]).refusals.contains("WCT1002"))
  }

  @Test(arguments: [#"{"name": "N",  "artifacts": {}}"#, "# JSON\n{}\n"])
  func leavesJSONAlone(text: String) { #expect(Formatted(text).isUnchanged) }

  @Test func deepNestingIsLaidOut() throws {
    let depth = 200
    let text =
      (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      + String(repeating: " ", count: depth) + "b: 1\n"
    let laidOut = try #require(Formatted(text).text)
    #expect(Formatted(laidOut).isUnchanged)
  }
}
