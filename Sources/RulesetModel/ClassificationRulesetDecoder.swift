// Reads a classification ruleset from a JSON value, be it a loaded file or a constant of a plan.
package import CanonicalJSON
internal import ComponentKit

extension ClassificationRuleset {
  /// The ruleset that a value holds.
  ///
  /// - Parameter checkPattern: refuses regular expressions that can't be used; without it none is refused.
  package static func decode(
    _ value: JSONValue, _ fields: ClassificationFields, checkPattern: PatternCheck? = nil
  ) -> DecodedRuleset<ClassificationRuleset> {
    var decoder = ClassificationRulesetDecoder(fields: fields, checkPattern: checkPattern)
    let ruleset = decoder.decode(value)
    return DecodedRuleset(ruleset, decoder.issues)
  }
}

private struct ClassificationRulesetDecoder {
  let fields: ClassificationFields
  let checkPattern: PatternCheck?
  var issues: [RulesetIssue] = []
  private var categories: RulesetVocabulary
  /// The indicators that may be mapped; nil when the ruleset does not list them.
  private var indicators: RulesetVocabulary?
  private var sensitiveCategories: Set<String> = []

  init(fields: ClassificationFields, checkPattern: PatternCheck?) {
    self.fields = fields
    self.checkPattern = checkPattern
    categories = RulesetVocabulary(fields.vocabulary, [])
  }

  mutating func decode(_ value: JSONValue) -> ClassificationRuleset? {
    var document = RulesetDocumentReader(value)
    guard document.isMapping else {
      issues = document.fields.issues
      return nil
    }
    readVocabularies(&document.fields)
    // Rulesets of every kind may give articles that go with all findings; no kind here writes them.
    _ = document.fields.texts("default_article_references")
    let rules = document.rules { decodeRule(&$0) }
    let modifiers =
      fields.hasRiskModifiers
      ? RiskModifierReader(checkPattern: checkPattern).read(&document.fields) : []
    issues += document.finish()
    return ClassificationRuleset(
      name: document.name, version: document.version, description: document.description, rules: rules,
      riskModifiers: modifiers)
  }

  private mutating func readVocabularies(_ reader: inout RulesetFieldReader) {
    categories = RulesetVocabulary(
      fields.vocabulary, reader.requiredTexts(fields.vocabulary, mayBeBlank: true))
    if reader.value(fields.indicators) != nil {
      indicators = RulesetVocabulary(fields.indicators, reader.texts(fields.indicators, mayBeBlank: true))
    }
    guard let list = fields.sensitive?.list else { return }
    let names = reader.texts(list)
    for (index, name) in names.enumerated() where !categories.contains(name) {
      reader.fail(
        "'\(name)' of '\(list)' is not among '\(fields.vocabulary)'", categories.unknown(name),
        at: .key(list), .index(index))
    }
    sensitiveCategories = Set(names)
  }

  private func decodeRule(_ reader: inout RulesetFieldReader) -> ClassificationRule? {
    guard let name = reader.requiredText("name") else { return nil }
    reader.label = "rule '\(name)'"
    let mapped = reader.requiredTexts(fields.indicators)
    checkIndicators(mapped, &reader)
    let category = reader.requiredText(fields.category)
    if let category, !categories.contains(category) {
      reader.fail(
        "the \(fields.category) '\(category)' is not among '\(fields.vocabulary)'",
        categories.unknown(category), at: .key(fields.category))
    }
    let results = results(&reader)
    if let category { checkSensitivity(category, results, &reader) }
    return ClassificationRule(
      name: name, description: reader.text("description") ?? "", indicators: mapped, category: category ?? "",
      results: results)
  }

  private func checkIndicators(_ mapped: [String], _ reader: inout RulesetFieldReader) {
    guard let indicators else { return }
    for (index, indicator) in mapped.enumerated() where !indicators.contains(indicator) {
      reader.fail(
        "'\(indicator)' is not among the '\(fields.indicators)' of the ruleset",
        indicators.unknown(indicator), at: .key(fields.indicators), .index(index))
    }
  }

  /// A flag that contradicts the list would count in one place and not in the other.
  private func checkSensitivity(
    _ category: String, _ results: [String: JSONValue], _ reader: inout RulesetFieldReader
  ) {
    guard let sensitive = fields.sensitive, let flag = results[sensitive.flag]?.boolValue else { return }
    let isListed = sensitiveCategories.contains(category)
    guard flag != isListed else { return }
    reader.fail(
      "'\(sensitive.flag)' is \(flag), but '\(category)' is \(isListed ? "" : "not ")among '\(sensitive.list)'",
      at: .key(sensitive.flag))
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
