// What the further kinds of rulesets ask for: names, lists, flags that agree; and the name that was probably meant.
import CanonicalJSON
import Diagnostics
@testable import RulesetModel
import Rulesets
import Testing

private func load(_ kind: RulesetKind, _ lines: [String]) throws -> LoadTrial {
  try LoadTrial(text: (["name: mine", "version: 1.0.0"] + lines).joined(separator: "\n"), kind: kind)
}

@Test("Every rule of processing purposes is listed by name, and its slug among the slugs")
func purposeNamesAreListed() throws {
  let trial = try load(
    .processingPurposes,
    [
      "purposes: [Payment, Payroll]", "purpose_slugs: [payment]", "rules:",
      "  - {name: Payment, purpose: payment, patterns: [pay]}",
      "  - {name: Payrol, purpose: paiment, patterns: [wage]}",
    ])
  #expect(
    trial.described == [
      "7: Payrol: rule 'Payrol': the name 'Payrol' is not among 'purposes'",
      "7: paiment: rule 'Payrol': the purpose 'paiment' is not among 'purpose_slugs'",
    ])
  #expect(trial.diagnostics.map(\.annotation) == ["did you mean 'Payroll'?", "did you mean 'payment'?"])
  #expect(trial.diagnostics.map(\.fixes.count) == [1, 1])
}

@Test("Services and collection keep to two lists")
func twoVocabularies() throws {
  let trial = try load(
    .serviceIntegrations,
    [
      "service_categories: [mail]", "purpose_categories: [operational]", "rules:",
      "  - {name: a, service_category: male, purpose_category: operational, patterns: [x]}",
      "  - {name: b, service_category: mail, patterns: [x]}",
    ])
  #expect(trial.diagnostics.count == 2)
  #expect(trial.described.last == "7: name: rule 'b': the field 'purpose_category' is missing")
}

@Test("An indicator's type is one of three, its weight from 1 to 50")
func weightsAndTypes() throws {
  let trial = try load(
    .dataSubjectIndicator,
    [
      "subject_categories: [a]", "risk_increasing_modifiers: [minor]", "risk_decreasing_modifiers: []",
      "rules:",
      "  - {name: r, subject_category: a, indicator_type: primry, confidence_weight: 51, patterns: [x]}",
    ])
  #expect(trial.diagnostics.count == 2)
  #expect(trial.diagnostics.contains { $0.annotation == "did you mean 'primary'?" })
  #expect(trial.described.contains { $0.contains("whole number from 1 to 50, found 51") })
}

@Test("A flag that contradicts the list of sensitive categories is a fault, and so is a list of unknown ones")
func sensitivityAgrees() throws {
  let trial = try load(
    .gdprProcessingPurposeClassification,
    [
      "purpose_categories: [ads, run]", "sensitive_categories: [ads, adds]", "indicator_purposes: [p]",
      "rules:",
      "  - {name: a, purpose_category: ads, indicator_purposes: [p]}",
      "  - {name: b, purpose_category: run, indicator_purposes: [p], sensitive_purpose: true}",
    ])
  #expect(
    trial.described == [
      "4: adds: the ruleset: 'adds' of 'sensitive_categories' is not among 'purpose_categories'",
      "7: {name: a, purpose_category: ads, indicator_purposes: [p]}: rule 'a': 'sensitive_purpose' is false, but 'ads' is among 'sensitive_categories'",
      "8: true: rule 'b': 'sensitive_purpose' is true, but 'run' is not among 'sensitive_categories'",
    ])
}

@Test("Risk modifiers have names and patterns that can be used")
func riskModifiersAreChecked() throws {
  let lines = [
    "data_subject_categories: [a]", "rules: [{name: r, data_subject_category: a, indicator_categories: [i]}]",
    "risk_modifiers:", "  risk_increasing:", "    - {patterns: [x]}",
    "    - {modifier: m, value_patterns: ['(']}",
  ]
  let text = (["name: mine", "version: 1.0.0"] + lines).joined(separator: "\n")
  let trial = try LoadTrial(text: text, kind: .gdprDataSubjectClassification) { $0 == "(" ? "open" : nil }
  #expect(
    trial.described == [
      "7: patterns: rule 1: the field 'modifier' is missing",
      "8: '(': modifier 'm': the regular expression can't be used: open",
    ])
}
