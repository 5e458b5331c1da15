// Texts made of pieces of tables, tags, statements and names: whatever they are, the search ends and stays in the text.
import CanonicalJSON
import RulesetModel
import Testing

@testable import RuleMatching

@Suite struct HostileTextTests {
  private static let pieces = [
    "|", "| --- |", "---", "\n", "+--+", "<table>", "<tr>", "<th", "<td>", "</td", "</table>", "<", "dob",
    "dobNo", "theDOBField",
    "1984", "19841984", ",", ";", "\t", "\"", "'", "INSERT INTO t (", "VALUES (", ")", "=", ":", " ", "é",
    "\u{0}", "\u{1F600}", "file",
    "</dob>", "{", "}", "a", "Z",
  ]

  @Test func anySequenceOfPiecesEndsWell() throws {
    let rules = try CompiledRules(
      .sample(
        patterns: ["file"], valuePatterns: ["(?<!\\d)\\d{4}(?!\\d)", "[A-Z]\\w+"],
        [
          "confidence": 80,
          "context": ["any_of": ["dob", "dob no"], "none_of": ["file"], "window": 9, "side": "row"],
        ]),
      fields: [])
    var scan = RuleScan(rules, proximityThreshold: 200, maximumPlaceCount: 3, keptMatches: 100)
    var state: UInt64 = 42
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += Self.pieces[Int((state >> 33) % UInt64(Self.pieces.count))]
      }
      text.makeContiguousUTF8()
      _ = try scan.run(over: text.utf8Span, language: nil, checkCancellation: {})
      for match in scan.matches(of: 0).flatMap(\.places.matches) {
        #expect(match.lowerBound < match.upperBound && match.upperBound <= text.utf8.count)
      }
    }
  }
}
