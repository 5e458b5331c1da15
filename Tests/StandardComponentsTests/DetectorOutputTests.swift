// What a detector writes around its matches: metadata, ids, summary, warnings.
import CanonicalJSON
import ComponentKit
import StandardManifests
import Testing

@Test("A finding has exactly the keys of the format, with nothing null")
func findingsHaveTheirKeys() throws {
  let result = try detect(["my email"], [rule("email", ["email"])])
  let finding = try #require(result.items.first?.objectValue)
  #expect(finding.keys == ["category", "evidence", "id", "matched_patterns", "metadata"])
  #expect(finding["metadata"] == ["source": "s0", "context": [:]])
  #expect(
    finding["evidence"] == [
      ["content": "my email", "collection_timestamp": "2026-01-31T12:00:00.000000+00:00"]
    ])
  #expect(finding["matched_patterns"] == [["pattern": "email", "match_count": 1]])
}

@Test("The head tells the ruleset, the options and the number of findings")
func headIsComplete() throws {
  let result = try detect(
    ["email", "email"], [rule("email", ["email"])], ["evidence_context_size": "large"])
  #expect(result.head["summary"] == ["total_findings": 2])
  #expect(
    result.head["analysis_metadata"] == [
      "ruleset_used": "local/test/1.0.0", "llm_validation_enabled": false,
      "analysis_timestamp": "2026-01-31T12:00:00.000000+00:00", "evidence_context_size": "large",
      "llm_validation_mode": "standard", "analyser_version": "1.0.0",
    ])
}

@Test("A source file is one text, and its path the source")
func sourceCodeIsReadByFile() throws {
  let input = TrialArtifact(
    schema: .sourceCode,
    items: [
      [
        "file_path": "src/a.php", "language": "php", "raw_content": "$email = 1;\n$email = 2;",
        "metadata": ["file_size": 23, "line_count": 2],
      ]
    ])
  let result = try detect([input], [rule("email", ["email"])])
  #expect(result.items.count == 1)
  #expect(result.items[0]["metadata"] == ["source": "src/a.php", "context": [:]])
  #expect(result.counts() == ["email:2"])
  #expect(result.evidence() == ["$email = 1;\n$email = 2;"])
}

@Test("Several inputs are examined one after the other")
func inputsAreJoined() throws {
  let result = try detect([TrialArtifact.texts(["x"]), TrialArtifact.texts(["y", "x"])], [rule("r", ["x"])])
  #expect(result.items.map { $0["metadata"]["source"] } == ["s0", "s1"])
  #expect(result.context.progress.last == ComponentProgress(3, of: 3, "items", bytes: 3))
}

@Test(
  "An id says what a finding says and where: it changes with either, and not with time or place in the list")
func idsAreDigests() throws {
  func ids(_ texts: [String], _ rules: [JSONValue]) throws -> [JSONValue] {
    try detect(texts, rules).items.map { $0["id"] }
  }
  let rules = [rule("r", ["x"]), rule("q", ["x"])]
  let first = try ids(["x", "-", "x y"], rules)
  #expect(try ids(["x", "-", "x y"], rules) == first)
  #expect(Set(first).count == 4)
  #expect(try ids(["", "x"], rules) != Array(first[..<2]))
  #expect(try ids(["x", "-", "x z"], rules)[2] != first[2])
  #expect(try ids(["x"], [rules[1]]) == [first[1]])
}

@Test("What only our rules know stands in the finding's context")
func refinementsAreShown() throws {
  let more: JSONValue = [
    "confidence": 90, "severity": "high", "standard": "ISO 13616-1", "validator": "iban",
  ]
  let result = try detect(["GB82 WEST 1234 5698 7654 32"], [rule("r", values: ["GB[A-Z0-9 ]+"], more)])
  #expect(
    result.items.first?["metadata"]["context"] == [
      "confidence": 90, "severity": "high", "standard": "ISO 13616-1", "validator": "iban", "rule": "r",
      "rests_on": ["form", "check"],
    ])
}

@Test("Only values that the validator accepts count; literals are not asked")
func validatorsRefuseValues() throws {
  let more: JSONValue = ["validator": "luhn"]
  let rules = [rule("card", ["card"], values: [#"\d{16}"#], more)]
  #expect(try detect(["card 4111111111111111 4111111111111112"], rules).counts() == ["card:1", #"\d{16}:1"#])
  #expect(try detect(["4111111111111112"], rules).items == [])
}

@Test(
  "A value counts only with a context word wholly within the window",
  arguments: [
    ("tel 12345", 1), ("TEL. 12345", 1), ("12345 tel", 1), ("12345", 0), ("hotel 12345", 0),
    ("tel" + String(repeating: "é", count: 17) + "12345", 1),
    ("tel" + String(repeating: "é", count: 18) + "12345", 0),
    ("12345" + String(repeating: "é", count: 17) + "tel", 1),
    ("12345" + String(repeating: "é", count: 18) + "tel", 0),
    ("tel " + String(repeating: "-", count: 40) + " tel 12345 12345" + String(repeating: "-", count: 40), 2),
  ])
func contextWordsAreAskedFor(text: String, count: Int) throws {
  let more: JSONValue = ["context": ["any_of": ["tel", "phone"], "window": 20]]
  let result = try detect([text], [rule("phone", values: [#"\d{5}"#], more)])
  #expect(result.counts() == (count == 0 ? [] : [#"\d{5}:\#(count)"#]))
}

@Test("A detector stops when it is cancelled")
func detectorsStop() throws {
  let context = TrialContext()
  context.checksBeforeCancellation = 2
  #expect(throws: CancellationError.self) {
    try detect(Array(repeating: "x", count: 10), [rule("r", ["x"])], context: context)
  }
}

@Test("A detector stops within a large text, too")
func detectorsStopWithinATextToo() throws {
  let context = TrialContext()
  context.checksBeforeCancellation = 2
  let text = String(repeating: "0123456 ", count: 1 << 17)
  #expect(throws: CancellationError.self) {
    try detect([text], [rule("r", values: ["a1", "b1", "c1"])], context: context)
  }
}

@Test("A ruleset that is missing or broken is a failure that names it")
func brokenRulesetsFail() throws {
  #expect {
    try process("personal_data", rulesets: [:], inputs: [])
  } throws: { "\($0)".contains("local/personal_data_indicator/1.0.0") }
  #expect {
    try detect(["x"], [rule("bad one", values: ["("])])
  } throws: { "\($0)".contains("bad one") }
}

@Test("A search that backtracks too much is given up with a warning, and the rest goes on")
func runawayPatternsAreGivenUp() throws {
  let text = String(repeating: "a", count: 60_000) + "!"
  let result = try detect([text, "b"], [rule("slow", values: ["(a|aa|aaa)+$"]), rule("b", ["b"])])
  #expect(result.categories.last == "b")
  #expect(result.context.warnings.allSatisfy { $0.contains("gave up") })
}
