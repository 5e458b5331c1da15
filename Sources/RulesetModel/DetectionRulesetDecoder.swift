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
  private var vocabularies: [String: Set<String>] = [:]

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
    for name in fields.fields.compactMap(\.vocabulary) {
      vocabularies[name] = Set(document.fields.requiredTexts(name))
    }
    let rules = document.rules { decodeRule(&$0) }
    issues += document.finish()
    return DetectionRuleset(
      name: document.name, version: document.version, description: document.description, rules: rules)
  }

  private func decodeRule(_ reader: inout RulesetFieldReader) -> DetectionRule? {
    guard let name = reader.requiredText("name") else { return nil }
    reader.label = "rule '\(name)'"
    let patterns = reader.texts("patterns")
    let valuePatterns = reader.texts("value_patterns")
    if patterns.isEmpty, valuePatterns.isEmpty {
      reader.fail("there are no patterns, so it never matches", warning: true)
    }
    check(valuePatterns, &reader)
    return DetectionRule(
      name: name, description: reader.text("description") ?? "", patterns: patterns,
      valuePatterns: valuePatterns, fields: ownFields(&reader),
      confidenceWeight: confidenceWeight(&reader), refinement: refinement(&reader))
  }

  private func check(_ patterns: [String], _ reader: inout RulesetFieldReader) {
    for (index, pattern) in patterns.enumerated() {
      guard let reason = checkPattern?(pattern) else { continue }
      reader.fail(
        "the regular expression can't be used: \(reason)", at: .key("value_patterns"), .index(index))
    }
  }

  private func ownFields(_ reader: inout RulesetFieldReader) -> [String: String] {
    var texts: [String: String] = [:]
    for field in fields.fields {
      guard let text = reader.requiredText(field.name) else { continue }
      if let vocabulary = field.vocabulary, vocabularies[vocabulary]?.contains(text) == false {
        reader.fail("the \(field.name) '\(text)' is not among '\(vocabulary)'", at: .key(field.name))
      }
      texts[field.name] = text
    }
    return texts
  }

  private func confidenceWeight(_ reader: inout RulesetFieldReader) -> Int? {
    guard fields.hasConfidenceWeight, reader.required("confidence_weight") != nil else { return nil }
    return reader.integer("confidence_weight", in: 1...50)
  }

  private func refinement(_ reader: inout RulesetFieldReader) -> RuleRefinement {
    var refinement = RuleRefinement()
    refinement.validator = reader.choice("validator", of: ValidatorName.allCases.map(\.rawValue))
      .flatMap(ValidatorName.init)
    refinement.standard = reader.text("standard")
    refinement.context = contextWords(&reader)
    refinement.confidence = reader.integer("confidence", in: 0...100)
    refinement.severity = reader.choice("severity", of: RuleSeverity.allCases.map(\.rawValue))
      .flatMap(RuleSeverity.init)
    return refinement
  }

  private func contextWords(_ reader: inout RulesetFieldReader) -> ContextWords? {
    guard let value = reader.value("context") else { return nil }
    guard let object = value.objectValue else {
      reader.fail("'context' expects a mapping, found \(value.typeName)", at: .key("context"))
      return nil
    }
    var fields = reader.nested(object, at: .key("context"))
    let words = fields.requiredTexts("any_of")
    if words.isEmpty { fields.fail("'any_of' names no word, so nothing would ever count") }
    let window = fields.integer("window", in: 1...1000) ?? ContextWords.defaultWindow
    fields.warnOfUnknownFields()
    reader.take(fields.issues)
    return ContextWords(anyOf: words, window: window)
  }
}
