// Detection in source code by lines: grouping, order, counts, evidence, summaries.
import CanonicalJSON
import ComponentKit
import StandardManifests
import Testing

private let uri = "local/test/1.0.0"

private func file(_ path: String, _ content: String) -> JSONValue {
  [
    "file_path": .string(path), "language": "php", "raw_content": .string(content),
    "metadata": ["file_size": 1, "line_count": 1],
  ]
}

private func services(_ rules: [JSONValue]) -> JSONValue {
  [
    "name": "test", "version": "1.0.0", "rules": .array(rules), "service_categories": ["mail", "cloud"],
    "purpose_categories": ["operational", "marketing"],
  ]
}

private func detect(_ files: [JSONValue], _ rules: [JSONValue], _ more: JSONValue = [:]) throws -> TrialResult
{
  var properties = more.objectValue ?? JSONObject()
  properties["pattern_matching"] = ["ruleset": .string(uri)]
  return try process(
    "service_integration", .object(properties), rulesets: [uri: services(rules)],
    inputs: [TrialArtifact(schema: .sourceCode, items: files)])
}

private func rule(_ name: String, _ category: String, _ purpose: String, _ patterns: [String]) -> JSONValue {
  [
    "name": .string(name), "service_category": .string(category), "purpose_category": .string(purpose),
    "patterns": .array(patterns.map { .string($0) }),
  ]
}

@Test("Rules of equal fields give one finding a file; patterns come in order of their first lines")
func rulesAreGroupedByFields() throws {
  let rules = [
    rule("one", "mail", "operational", ["beta", "alpha"]), rule("two", "cloud", "operational", ["alpha"]),
    rule("three", "mail", "operational", ["alpha", "gamma"]), rule("four", "mail", "marketing", ["delta"]),
  ]
  let result = try detect(
    [file("a.php", "x\nalpha alpha\n\nbeta\nalpha gamma\n"), file("b.php", "beta")], rules)
  #expect(result.items.map { $0["metadata"]["source"] } == ["a.php", "a.php", "b.php"])
  #expect(result.items.map { $0["service_category"] } == ["mail", "cloud", "mail"])
  // Two rules know 'alpha', so each of its two lines counts twice.
  #expect(result.counts(0) == ["alpha:4", "beta:1", "gamma:1"])
  #expect(result.counts(1) == ["alpha:2"])
  #expect(result.items.map { $0["metadata"]["line_number"] } == [2, 2, 1])
  #expect(
    result.head["summary"] == [
      "total_findings": 3, "categories_identified": 2,
      "categories": [
        ["service_category": "mail", "findings_count": 2],
        ["service_category": "cloud", "findings_count": 1],
      ],
    ])
  #expect(
    result.head["analysis_metadata"] == [
      "ruleset_used": .string(uri), "llm_validation_enabled": false,
      "analysis_timestamp": "2026-01-31T12:00:00.000000+00:00",
    ])
}

@Test(
  "Evidence is the numbered lines around the first match",
  arguments: [("small", 3), ("medium", 15), ("large", 50), ("full", 200)])
func evidenceIsNumberedLines(window: String, margin: Int) throws {
  let lines = (1...120).map { $0 == 60 ? "alpha \t" : "line \($0) " }
  let result = try detect(
    [file("a", lines.joined(separator: "\n"))], [rule("r", "mail", "operational", ["alpha"])],
    ["source_code_context_window": .string(window)])
  let shown = (max(1, 60 - margin)...min(120, 60 + margin)).map { number in
    let padded = String(repeating: " ", count: 4 - String(number).count) + String(number)
    return padded + "  " + (number == 60 ? "alpha" : "line \(number)")
  }
  #expect(result.evidence() == [shown.joined(separator: "\n")])
}

@Test("Lines end where Python's splitlines ends them")
func linesArePythons() throws {
  let ends = [
    "\n", "\r\n", "\r", "\u{B}", "\u{C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}",
  ]
  let text = ends.map { "x" + $0 }.joined() + "\u{1F}alpha"
  let result = try detect([file("a", text)], [rule("r", "mail", "operational", ["alpha"])])
  #expect(result.items.first?["metadata"]["line_number"] == .integer(ends.count + 1))
}

private func subjects(_ rules: [(name: String, category: String, weight: Int, patterns: [String])])
  -> JSONValue
{
  [
    "name": "test", "version": "1.0.0", "subject_categories": ["employee", "customer"],
    "risk_increasing_modifiers": ["minor"],
    "rules": .array(
      rules.map {
        [
          "name": .string($0.name), "subject_category": .string($0.category), "indicator_type": "primary",
          "confidence_weight": .integer($0.weight), "patterns": .array($0.patterns.map { .string($0) }),
          "value_patterns": [#"E-\d+"#],
        ]
      }),
  ]
}

@Test(
  "Confidence is the sum of the weights, once a line and pattern in code, once a rule in texts, at most 100")
func confidenceIsTheSum() throws {
  let ruleset = subjects([
    ("one", "employee", 20, ["alpha", "beta"]), ("two", "employee", 7, ["gamma"]),
    ("three", "customer", 50, ["delta"]),
  ])
  func scores(_ input: TrialArtifact) throws -> [String] {
    let result = try process(
      "data_subject", ["pattern_matching": ["ruleset": .string(uri)]], rulesets: [uri: ruleset],
      inputs: [input])
    return result.items.map {
      "\($0["subject_category"].stringValue ?? "") \($0["confidence_score"].integerValue ?? -1)"
    }
  }
  func code(_ text: String) -> TrialArtifact { TrialArtifact(schema: .sourceCode, items: [file("a", text)]) }
  #expect(try scores(code("alpha beta\nalpha\ngamma E-1")) == ["employee 67"])
  #expect(try scores(code("delta\ndelta\ndelta")) == ["customer 100"])
  #expect(try scores(code("E-1")) == [])
  #expect(
    try scores(.texts(["alpha beta alpha gamma", "E-1 delta"])) == [
      "employee 27", "employee 27", "customer 50",
    ])
}

@Test("Data subjects of a text are one finding for each category, with every pattern of its rules")
func subjectsAreMerged() throws {
  let ruleset = subjects([
    ("one", "employee", 20, ["alpha"]), ("two", "customer", 7, ["alpha"]), ("three", "employee", 1, ["beta"]),
  ])
  let result = try process(
    "data_subject", ["pattern_matching": ["ruleset": .string(uri)]], rulesets: [uri: ruleset],
    inputs: [TrialArtifact.texts(["beta alpha E-12"])])
  #expect(result.items.map { $0["subject_category"] } == ["employee", "customer"])
  #expect(result.counts(0) == ["alpha:1", #"E-\d+:1"#, "beta:1", #"E-\d+:1"#])
  #expect(
    result.head["summary"] == ["total_indicators": 2, "categories_identified": ["customer", "employee"]])
}

@Test("A text's context is repeated, and what the rule says of itself stands beside it")
func contextIsRepeated() throws {
  let input = TrialArtifact(
    schema: .standardInput,
    items: [
      [
        "content": "alpha",
        "metadata": ["source": "s", "connector_type": "sqlite_connector", "context": ["page": 2]],
      ]
    ])
  let rules: JSONValue = [
    "name": "t", "version": "1", "categories": ["c"],
    "rules": [["name": "r", "category": "c", "patterns": ["alpha"], "confidence": 80]],
  ]
  let result = try process(
    "personal_data", ["pattern_matching": ["ruleset": .string(uri)]], rulesets: [uri: rules], inputs: [input])
  #expect(
    result.items.first?["metadata"] == [
      "source": "s", "context": ["page": 2, "confidence": 80, "rule": "r", "rests_on": ["word"]],
    ])
}
