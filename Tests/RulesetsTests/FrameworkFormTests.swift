// What files of the Python framework may say that files of this project may not.
import CanonicalJSON
import Diagnostics
import RulesetModel
import Rulesets
import Testing

private let purposes = """
  name: processing_purposes
  version: 1.0.0
  description: Purposes without names of their own.
  purposes: [Customer service, Payment]
  rules:
    - {name: Customer service, description: d, patterns: [support]}
    - {name: Payment, description: d, patterns: [payment], risk_level: high}
  """

private func rules(_ trial: LoadTrial) -> [JSONValue] {
  trial.value?.objectValue?["rules"]?.arrayValue ?? []
}

@Test("Where no rule has a purpose, the rule's name is its purpose")
func olderPurposes() throws {
  let trial = try LoadTrial(text: purposes, kind: .processingPurposes)
  #expect(rules(trial).map { $0.objectValue?["purpose"] } == ["Customer service", "Payment"])
  #expect(trial.value?.objectValue?["purpose_slugs"] == ["Customer service", "Payment"])
  #expect(trial.warnings.map(\.rule) == [.frameworkForm])
  #expect(trial.warnings.first?.message.contains("the name of a rule is its purpose") == true)
}

@Test(
  "A file that names purposes, or has fields of this project, is in the present form",
  arguments: [
    ("purposes: [", "purpose_slugs: [a]\npurposes: ["),
    ("patterns: [support]", "patterns: [support], purpose: a"),
    ("patterns: [support]", "patterns: [support], confidence: 90"),
  ])
func presentPurposes(line: String, replacement: String) throws {
  let trial = try LoadTrial(text: purposes.replacing(line, with: replacement), kind: .processingPurposes)
  #expect(!trial.diagnostics.isEmpty)
  #expect(trial.warnings.isEmpty)
}

@Test("The last of equal keys holds in files of the framework, with a warning at the one without effect")
func lastKeyHolds() throws {
  let text = smallRuleset + "\n    patterns: [y]\n    category: b\n    patterns: [z]"
  let trial = try LoadTrial(text: text)
  #expect(rules(trial).first?.objectValue?["patterns"] == ["z"])
  #expect(rules(trial).first?.objectValue?["category"] == "b")
  let places = trial.warnings.compactMap { $0.span.map { trial.sources.location(of: $0).line } }
  #expect(places == [8, 9, 10])
  #expect(trial.warnings.allSatisfy { $0.rule == .frameworkForm && $0.severity == .warning })
  let strict = try LoadTrial(text: text + "\n    severity: low")
  #expect(strict.diagnostics.map(\.rule) == [.duplicateKey, .duplicateKey, .duplicateKey])
}

@Test("A large mapping keeps the last of its equal keys, too, and '<<' is refused twice")
func lastKeyOfManyHolds() throws {
  let extra = (0..<40).map { "\n    extra\($0 % 20): \($0)" }.joined()
  let trial = try LoadTrial(text: smallRuleset + extra)
  #expect(trial.warnings.count == 20)
  #expect(rules(trial).first?.objectValue?["extra3"] == 23)
  let merged = smallRuleset + "\n    <<: {x-a: 1}\n    <<: {x-b: 1}"
  #expect(try LoadTrial(text: merged).diagnostics.map(\.rule) == [.duplicateKey])
}

private let weighted = """
  name: data_subject_indicator
  version: 1.0.0
  description: Weights.
  subject_categories: [employee]
  rules:
    - {name: r, description: d, patterns: [staff], subject_category: employee, confidence_weight: WEIGHT}
  """

@Test(
  "Weights are what Python's readers take them for",
  arguments: [
    ("45", 45), ("45.0", 45), ("'45'", 45), ("' +4_5.00 '", 45), ("017", 15), ("0b101", 5), ("0x10", 16),
    ("1_0", 10), ("true", 1),
  ])
func weightsAreConverted(written: String, expected: Int) throws {
  let trial = try LoadTrial(text: weighted.replacing("WEIGHT", with: written), kind: .dataSubjectIndicator)
  let value = try #require(trial.value, "\(trial.described)")
  let fields = try #require(DetectionFields.dataSubject as DetectionFields?)
  #expect(DetectionRuleset.decode(value, fields).ruleset?.rules.first?.confidenceWeight == expected)
}

@Test(
  "Weights that are none are refused",
  arguments: ["4.5", "'4__5'", "'4.5'", "0", "51", "'x'", "[]", "'_4'", "''"])
func weightsAreRefused(written: String) throws {
  let trial = try LoadTrial(text: weighted.replacing("WEIGHT", with: written), kind: .dataSubjectIndicator)
  #expect(trial.diagnostics.contains { $0.message.contains("confidence_weight") }, "\(trial.described)")
}

@Test("A field that nobody knows is told once, however many rules have it, with the one that was meant")
func unknownFieldsAreToldOnce() throws {
  let text =
    smallRuleset
    + "\n    risk_level: low\n  - {name: b, category: b, patern: [y], patterns: [y], risk_level: low}"
  let note = try #require(LoadTrial(text: text).note)
  #expect(note.contains("the field 'risk_level' of 2 rules is unknown and has no effect"))
  #expect(note.contains("rule 'b': the field 'patern' is unknown and has no effect"))
  let examined = ExaminedRuleset("mine.yaml", Array(text.utf8), checkPattern: nil)
  let misspelt = examined.diagnostics.first { $0.message.contains("patern") }
  #expect(misspelt?.fixes.isEmpty == false)
}

@Test(
  "Texts that PyYAML tells from numbers, and blank names, are taken",
  arguments: ["1e1", "0o17", "1.5e3", "' '"])
func textsOfPython(written: String) throws {
  let text = smallRuleset.replacing("- name: first", with: "- name: \(written)")
  #expect(try LoadTrial(text: text).value != nil)
  #expect(try LoadTrial(text: text + "\n    confidence: 9").value == nil || written == "' '")
}
