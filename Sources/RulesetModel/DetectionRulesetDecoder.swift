// Reads a detection ruleset from a JSON value, be it a loaded file or a constant of a plan.
package import CanonicalJSON
internal import ComponentKit

extension DetectionRuleset {
  /// The ruleset that a value holds.
  ///
  /// - Parameter checkPattern: refuses regular expressions that can't be used; without it none is refused.
  package static func decode(
    _ value: JSONValue, _ fields: DetectionFields, checkPattern: PatternCheck? = nil
  ) -> DecodedRuleset<DetectionRuleset> {
    var decoder = DetectionRulesetDecoder(fields: fields, checkPattern: checkPattern)
    let ruleset = decoder.decode(value)
    return DecodedRuleset(ruleset, decoder.issues)
  }
}

private struct DetectionRulesetDecoder {
  let fields: DetectionFields
  let checkPattern: PatternCheck?
  var issues: [RulesetIssue] = []
  private var vocabularies: [String: RulesetVocabulary] = [:]

  init(fields: DetectionFields, checkPattern: PatternCheck?) {
    self.fields = fields
    self.checkPattern = checkPattern
  }

  mutating func decode(_ value: JSONValue) -> DetectionRuleset? {
    var document = RulesetDocumentReader(value)
    guard document.isMapping else {
      issues = document.fields.issues
      return nil
    }
    for list in fields.vocabularies {
      vocabularies[list] = RulesetVocabulary(list, document.fields.requiredTexts(list, mayBeBlank: true))
    }
    for list in fields.otherLists { _ = document.fields.texts(list, mayBeBlank: true) }
    let rules = document.rules { decodeRule(&$0) }
    noteRepetitions(rules, &document.fields)
    issues += document.finish()
    return DetectionRuleset(
      name: document.name, version: document.version, description: document.description, rules: rules)
  }

  /// Rules that say the same twice give each finding twice.
  private func noteRepetitions(_ rules: [DetectionRule], _ reader: inout RulesetFieldReader) {
    struct Meaning: Hashable {
      let fields: [String: String]
      let patterns: [String]
      let valuePatterns: [String]
      let refinement: RuleRefinement
    }
    var first: [Meaning: String] = [:]
    for (index, rule) in rules.enumerated() where !rule.patterns.isEmpty || !rule.valuePatterns.isEmpty {
      let meaning = Meaning(
        fields: rule.fields, patterns: rule.patterns, valuePatterns: rule.valuePatterns,
        refinement: rule.refinement)
      if let earlier = first[meaning] {
        reader.fail(
          "the rule '\(rule.name)' says the same as '\(earlier)'; remove one", at: .key("rules"),
          .index(index),
          warning: true)
      } else {
        first[meaning] = rule.name
      }
    }
  }

  private func decodeRule(_ reader: inout RulesetFieldReader) -> DetectionRule? {
    guard let name = reader.requiredText("name") else { return nil }
    reader.label = "rule '\(name)'"
    if let list = fields.names { check(name, of: "name", list, &reader) }
    let patterns = reader.texts("patterns")
    let valuePatterns = reader.texts("value_patterns")
    if patterns.isEmpty, valuePatterns.isEmpty {
      reader.fail("there are no patterns, so it never matches", warning: true)
    }
    reader.check(valuePatterns, of: "value_patterns", checkPattern)
    PatternListCheck.check(patterns, valuePatterns, &reader)
    RuleExamples.check(&reader)
    return DetectionRule(
      name: name, description: reader.text("description") ?? "", patterns: patterns,
      valuePatterns: valuePatterns, fields: ownFields(&reader),
      confidenceWeight: confidenceWeight(&reader), refinement: RefinementReader.read(&reader))
  }

  private func ownFields(_ reader: inout RulesetFieldReader) -> [String: String] {
    var texts: [String: String] = [:]
    for field in fields.fields {
      switch field.values {
      case .choice(let names):
        if field.isRequired, reader.required(field.name) == nil { continue }
        texts[field.name] = reader.choice(field.name, of: names)
      case .vocabulary(let list):
        if !field.isRequired, reader.value(field.name) == nil { continue }
        guard let text = reader.requiredText(field.name) else { continue }
        check(text, of: field.name, list, &reader)
        texts[field.name] = text
      }
    }
    return texts
  }

  /// Notes a text that is not in a list at the top; a list that is missing has been noted.
  private func check(
    _ text: String, of field: String, _ list: String, _ reader: inout RulesetFieldReader
  ) {
    guard let vocabulary = vocabularies[list], !vocabulary.contains(text) else { return }
    reader.fail(
      "the \(field) '\(text)' is not among '\(list)'", vocabulary.unknown(text), at: .key(field))
  }

  private func confidenceWeight(_ reader: inout RulesetFieldReader) -> Int? {
    guard fields.hasConfidenceWeight, reader.required("confidence_weight") != nil else { return nil }
    return reader.integer("confidence_weight", in: 1...50)
  }
}

extension DetectionFields {
  /// The lists at the top that rules must keep to.
  fileprivate var vocabularies: [String] {
    let lists = fields.compactMap { field -> String? in
      if case .vocabulary(let list) = field.values { list } else { nil }
    }
    return (names.map { [$0] } ?? []) + lists
  }
}
