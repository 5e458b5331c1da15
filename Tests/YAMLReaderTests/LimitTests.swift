// Hostile files: each is refused, at its place, at little cost.
import Diagnostics
import Testing
import YAMLReader

struct LimitTests {
  @Test func aliasBomb() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let alias = "*a\(level - 1)"
      text += "a\(level): &a\(level) [" + Array(repeating: alias, count: 9).joined(separator: ", ") + "]\n"
    }
    let result = ReadResult(text)
    #expect(result.rules == ["limit-exceeded"])
    let span = try #require(result.diagnostics.first?.span)
    #expect(result.sources.text(of: span) == "*a5")
  }

  @Test func mergeBomb() {
    var text = "a0: &a0 {k: v}\n"
    for level in 1...40 {
      text += "a\(level): &a\(level) {<<: [*a\(level - 1), *a\(level - 1)], k\(level): v}\n"
    }
    #expect(ReadResult(text).rules == ["limit-exceeded"])
  }

  @Test func aliasesNestTooDeep() {
    var text = "a0: &a0 [x]\n"
    for level in 1...300 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(ReadResult(text).rules == ["limit-exceeded"])
  }

  @Test func expansionWithinTheLimit() {
    var limits = YAMLLimits()
    limits.aliasExpansion = 6
    #expect(ReadResult("a: &x [1, 2]\nb: [*x, *x]", limits: limits).rules == [])
    limits.aliasExpansion = 5
    #expect(ReadResult("a: &x [1, 2]\nb: [*x, *x]", limits: limits).rules == ["limit-exceeded"])
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
    String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
    String(repeating: "[\n", count: 100_000),
  ])
  func nesting(text: String) {
    let result = ReadResult(text)
    #expect(result.rules == ["limit-exceeded"])
    #expect(result.diagnostics.first?.span.map { $0.end <= text.utf8.count } == true)
  }

  @Test(arguments: [
    String(repeating: "a", count: 3_000_000), "'" + String(repeating: "a", count: 3_000_000),
    "\"" + String(repeating: "é", count: 1_000_000), "a: |\n  " + String(repeating: "x\n  ", count: 500_000),
    "a: " + String(repeating: "b ", count: 500_000), "# " + String(repeating: "c", count: 3_000_000),
    "&" + String(repeating: "a", count: 1_000_000), "!" + String(repeating: "a", count: 1_000_000),
  ])
  func endlessScalar(text: String) {
    let result = ReadResult(text)
    for span in result.diagnostics.compactMap(\.span) { #expect(span.end <= text.utf8.count) }
  }

  @Test func fileSize() {
    var limits = YAMLLimits()
    limits.fileSize = 4
    #expect(ReadResult("a: b", limits: limits).rules == [])
    #expect(ReadResult("a: bc", limits: limits).rules == ["limit-exceeded"])
  }
}
