// Names that come again in a text.
import CanonicalJSON
import RulesetModel
import Testing

@testable import RuleMatching

@Suite struct RepeatedNameTests {
  /// How many matches the one rule, `name: X Y`, has in a text.
  private func count(_ text: String, repeats: Bool = true) throws -> Int {
    let rules = try CompiledRules(
      .sample(
        valuePatterns: ["(?<=name: )(?-i:[A-Z]\\w+ [A-Z]\\w+)"],
        ["confidence": 80, "repeats": .bool(repeats)]), fields: [])
    var scan = RuleScan(rules, proximityThreshold: 200, maximumPlaceCount: 3)
    var copy = text
    copy.makeContiguousUTF8()
    let found = try scan.run(over: copy.utf8Span, language: nil, checkCancellation: {})
    return found.isEmpty ? 0 : scan.matches(of: 0).reduce(0) { $0 + $1.places.matchCount }
  }

  @Test func partsOfANameCountAgain() throws {
    #expect(try count("name: Anna Kowalska\nAnna said that Kowalska left; anna and Annabel did not") == 3)
    #expect(try count("name: Anna Kowalska\nAnna said", repeats: false) == 1)
  }

  @Test func partsOfIdentifiersAreNone() throws {
    #expect(try count("name: Anna Kowalska\nAnna_1 @Anna Anna@example.org /Anna/ Anna2") == 1)
  }

  @Test func withoutANameNothingCounts() throws { #expect(try count("Anna said") == 0) }
}
