// Reads a classification ruleset from a JSON value, be it a loaded file or a constant of a plan.
package import CanonicalJSON
internal import ComponentKit

extension ClassificationRuleset {
  /// The ruleset that a value holds.
  package static func decode(
    _ value: JSONValue, _ fields: ClassificationFields
  ) -> DecodedRuleset<ClassificationRuleset> {
    var decoder = ClassificationRulesetDecoder(fields: fields)
    let ruleset = decoder.decode(value)
    return DecodedRuleset(ruleset, decoder.issues)
  }
}

private struct ClassificationRulesetDecoder {
  let fields: ClassificationFields
  var issues: [RulesetIssue] = []
  private var categories: Set<String> = []
  /// The indicators that may be mapped; nil when the ruleset does not list them.
  private var indicators: Set<String>?

  init(fields: ClassificationFields) { self.fields = fields }

  mutating func decode(_ value: JSONValue) -> ClassificationRuleset? {
    var document = RulesetDocumentReader(value)
    guard document.isMapping else {
      issues = document.fields.issues
      return nil
    }
    categories = Set(document.fields.requiredTexts(fields.vocabulary))
    if document.fields.value(fields.indicators) != nil {
      indicators = Set(document.fields.texts(fields.indicators))
    }
    // Rulesets of every kind may give articles that go with all findings; no kind here writes them.
    _ = document.fields.texts("default_article_references")
    let rules = document.rules { decodeRule(&$0) }
    issues += document.finish()
    return ClassificationRuleset(
      name: document.name, version: document.version, description: document.description, rules: rules)
  }

  private func decodeRule(_ reader: inout RulesetFieldReader) -> ClassificationRule? {
    guard let name = reader.requiredText("name") else { return nil }
    reader.label = "rule '\(name)'"
    let mapped = reader.requiredTexts(fields.indicators)
    checkIndicators(mapped, &reader)
    let category = reader.requiredText(fields.category)
    if let category, !categories.contains(category) {
      reader.fail(
        "the \(fields.category) '\(category)' is not among '\(fields.vocabulary)'", at: .key(fields.category))
    }
    return ClassificationRule(
      name: name, description: reader.text("description") ?? "", indicators: mapped, category: category ?? "",
      results: results(&reader))
  }

  private func checkIndicators(_ mapped: [String], _ reader: inout RulesetFieldReader) {
    guard let indicators else { return }
    for (index, indicator) in mapped.enumerated() where !indicators.contains(indicator) {
      reader.fail(
        "'\(indicator)' is not among the '\(fields.indicators)' of the ruleset", at: .key(fields.indicators),
        .index(index))
    }
  }

  private func results(_ reader: inout RulesetFieldReader) -> [String: JSONValue] {
    var results: [String: JSONValue] = [:]
    for field in fields.results { results[field.name] = value(of: field, &reader) ?? field.defaultValue }
    return results
  }

  private func value(
    of field: ClassificationFields.Result, _ reader: inout RulesetFieldReader
  ) -> JSONValue? {
    guard reader.value(field.name) != nil else { return nil }
    switch field.values {
    case .flag: return reader.flag(field.name).map { .bool($0) }
    case .texts: return .array(reader.texts(field.name).map { .string($0) })
    case .choice(let names): return reader.choice(field.name, of: names).map { .string($0) }
    }
  }
}
