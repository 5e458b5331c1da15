// What is wrong with a ruleset file, and where.
import CanonicalJSON
import Diagnostics
@testable import RulesetModel
import Rulesets
import Testing

/// The small ruleset with one line replaced.
private func load(_ line: String, _ replacement: String) throws -> LoadTrial {
  #expect(smallRuleset.contains(line))
  return try LoadTrial(text: smallRuleset.replacing(line, with: replacement))
}

@Test(
  "A fault is reported at its place",
  arguments: [
    ("category: a", "category: c", "8: c: rule 'first': the category 'c' is not among 'categories'"),
    ("category: a", "kind: a", "6: name: rule 'first': the field 'category' is missing"),
    ("category: a", "category: [a]", "8: [a]: rule 'first': 'category' expects text, found array"),
    ("category: a", "category: ''", "8: '': rule 'first': 'category' is empty"),
    ("- name: first", "- title: first", "6: title: rule 1: the field 'name' is missing"),
    (
      "patterns: [x, \"1\"]", "patterns: [x, 1]",
      "9: 1: rule 'first': 'patterns' expects text, found integer; put it in quotes"
    ),
    ("patterns: [x, \"1\"]", "patterns: [x, ' ']", "9: ' ': rule 'first': 'patterns' holds an empty text"),
    ("patterns: [x, \"1\"]", "patterns: x", "9: x: rule 'first': 'patterns' expects a list, found string"),
    (
      "patterns: [x, \"1\"]", "confidence: 101",
      "9: 101: rule 'first': 'confidence' expects a whole number from 0 to 100, found 101"
    ),
    (
      "patterns: [x, \"1\"]", "severity: dire",
      "9: dire: rule 'first': 'severity' expects one of low, medium, high, critical, found 'dire'"
    ),
    (
      "patterns: [x, \"1\"]", "validator: mod11",
      "9: mod11: rule 'first': 'validator' expects one of luhn, iban, bic, ipv4, ipv6, email, phone_e164, phone_national, … (58 in all), found 'mod11'"
    ),
    (
      "patterns: [x, \"1\"]", "context: near",
      "9: near: rule 'first': 'context' expects a mapping, found string"
    ),
    (
      "patterns: [x, \"1\"]", "context: {window: 0, any_of: [a]}",
      "9: 0: rule 'first': 'window' expects a whole number from 1 to 1000, found 0"
    ),
    (
      "patterns: [x, \"1\"]", "context: {window: 9}", "9: window: rule 'first': the field 'any_of' is missing"
    ),
    (
      "version: 1.0.0", "version: 1.0",
      "2: 1.0: the ruleset: 'version' expects text, found integer; put it in quotes"
    ),
    ("version: 1.0.0", "x-y: 1", "1: name: the ruleset: the field 'version' is missing"),
    ("categories: [a, b]", "category: a", "1: name: the ruleset: the field 'categories' is missing"),
  ])
func faultsHavePlaces(line: String, replacement: String, expected: String) throws {
  let trial = try load(line, replacement)
  #expect(trial.described.first == expected)
  #expect(trial.diagnostics.allSatisfy { $0.rule == .invalidRuleset })
}

@Test("A rule's name is used once")
func duplicateNames() throws {
  let trial = try LoadTrial(text: smallRuleset + "\n  - {name: first, category: a, patterns: [y]}")
  #expect(
    trial.described == ["10: first: rule 2: the name 'first' is used before, by rule 1 of the list"])
}

@Test("All faults are reported in one go")
func faultsAreCollected() throws {
  let rules = "\n  - {name: second, category: z, patterns: ['']}\n  - 7"
  #expect(try LoadTrial(text: smallRuleset + rules).diagnostics.count == 3)
}

@Test("A regular expression is checked where a check is at hand")
func patternsAreChecked() throws {
  let text = smallRuleset + "\n    value_patterns: ['ok', '(']"
  let checked = try LoadTrial(text: text) { $0 == "(" ? "a bracket is open" : nil }
  #expect(
    checked.described == ["10: '(': rule 'first': the regular expression can't be used: a bracket is open"])
  #expect(try LoadTrial(text: text).value != nil)
}

@Test("Unknown fields and rules without patterns are remarked on, no more")
func remarks() throws {
  let trial = try LoadTrial(
    text: smallRuleset + "\n    colour: red\n  - {name: idle, category: b, x-note: 1}")
  #expect(
    trial.note
      == "rule 'idle': there are no patterns, so it never matches; "
      + "rule 'first': the field 'colour' is unknown and has no effect")
}

@Test("YAML that can't be read keeps its own rules")
func brokenYAML() throws {
  let trial = try LoadTrial(text: "name: [")
  #expect(trial.diagnostics.map(\.rule).contains(.yamlSyntax))
  #expect(try LoadTrial(text: "[a]").described == ["1: [a]: the ruleset: expected a mapping, found array"])
}

@Test("A classification ruleset keeps to its vocabularies")
func classificationFaults() throws {
  let text = """
    name: mine
    version: 1.0.0
    privacy_categories: [p]
    indicator_categories: [i]
    rules:
      - {name: good, privacy_category: p, indicator_categories: [i], special_category: true}
      - {name: bad, privacy_category: q, indicator_categories: [i, j], special_category: perhaps}
    """
  let trial = try LoadTrial(text: text, kind: .gdprPersonalDataClassification)
  #expect(
    trial.described == [
      "7: j: rule 'bad': 'j' is not among the 'indicator_categories' of the ruleset",
      "7: q: rule 'bad': the privacy_category 'q' is not among 'privacy_categories'",
      "7: perhaps: rule 'bad': 'special_category' expects true or false, found string",
    ])
}

@Test("Words that YAML 1.1 takes for truth values, and numbers in quotes, are read as Python reads them")
func lenientValues() throws {
  let table = """
    name: mine
    version: 1.0.0
    privacy_categories: [p]
    indicator_categories: [i, j]
    rules:
      - {name: one, privacy_category: p, indicator_categories: [i], special_category: yes}
      - {name: two, privacy_category: p, indicator_categories: [j], special_category: 'Off'}
    """
  let trial = try LoadTrial(text: table, kind: .gdprPersonalDataClassification)
  #expect(
    trial.note == "rule 'one': 'special_category' is the text 'yes'; replace it with true; "
      + "rule 'two': 'special_category' is the text 'Off'; replace it with false")
  let classification = try #require(
    ClassificationRuleset.decode(trial.value ?? .null, .gdprPersonalData).ruleset)
  #expect(classification.rules.map { $0.results["special_category"] } == [true, false])
  let subjects = """
    name: mine
    version: 1.0.0
    subject_categories: [s]
    rules:
      - {name: one, subject_category: s, confidence_weight: '45', patterns: [x]}
      - {name: two, subject_category: s, confidence_weight: '51', patterns: [y]}
    """
  let described = try LoadTrial(text: subjects, kind: .dataSubjectIndicator).described
  #expect(
    described == ["6: '51': rule 'two': 'confidence_weight' expects a whole number from 1 to 50, found 51"])
}

@Test("A value is decoded with its refinements")
func decoding() throws {
  let fields = [
    #"value_patterns: ['\d+']"#, "validator: luhn", "standard: ISO/IEC 7812-1",
    "context: {any_of: [card], window: 20}", "confidence: 80", "severity: high",
  ]
  let text = smallRuleset + fields.map { "\n    " + $0 }.joined()
  let value = try #require(try LoadTrial(text: text).value)
  let ruleset = try #require(DetectionRuleset.decode(value, .personalData).ruleset)
  let rule = try #require(ruleset.rules.first)
  #expect(rule.patterns == ["x", "1"])
  #expect(rule.valuePatterns == [#"\d+"#])
  #expect(rule.fields == ["category": "a"])
  #expect(rule.refinement.validator == .luhn)
  #expect(rule.refinement.context == ContextWords(anyOf: ["card"], window: 20))
  #expect(rule.refinement.confidence == 80)
  #expect(rule.refinement.severity == .high)
  #expect(rule.refinement.standard == "ISO/IEC 7812-1")
}

@Test(
  "Kinds that weigh ask for a weight from 1 to 50",
  arguments: [("1", true), ("50", true), ("0", false), ("51", false)])
func weights(weight: String, isGood: Bool) throws {
  let fields = DetectionFields(fields: [], hasConfidenceWeight: true)
  let value: JSONValue = [
    "name": "n", "version": "1",
    "rules": [["name": "r", "patterns": ["x"], "confidence_weight": .integer(try #require(Int(weight)))]],
  ]
  #expect((DetectionRuleset.decode(value, fields).ruleset != nil) == isGood)
}
