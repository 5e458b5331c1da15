// Reads the risk modifiers of a classification ruleset. Knows no rules.
internal import CanonicalJSON
internal import ComponentKit

/// Reads `risk_modifiers`: `risk_increasing` and `risk_decreasing`, each a list of words with a name.
struct RiskModifierReader {
  static let key = "risk_modifiers"
  static let lists = ["risk_increasing", "risk_decreasing"]

  let checkPattern: PatternCheck?

  /// The modifiers that raise a risk, then those that lower it; none when the ruleset has none.
  func read(_ reader: inout RulesetFieldReader) -> [RiskModifier] {
    guard let value = reader.value(Self.key) else { return [] }
    guard let object = value.objectValue else {
      reader.fail("'\(Self.key)' expects a mapping, found \(value.typeName)", at: .key(Self.key))
      return []
    }
    var fields = reader.nested(object, at: .key(Self.key))
    let modifiers = Self.lists.flatMap { list(named: $0, &fields) }
    fields.warnOfUnknownFields()
    reader.take(fields.issues)
    return modifiers
  }

  private func list(named key: String, _ reader: inout RulesetFieldReader) -> [RiskModifier] {
    guard let value = reader.value(key) else { return [] }
    guard let elements = value.arrayValue else {
      reader.fail("'\(key)' expects a list, found \(value.typeName)", at: .key(key))
      return []
    }
    var modifiers: [RiskModifier] = []
    for (index, element) in elements.enumerated() {
      var fields = reader.element(element, of: key, index)
      if element.objectValue != nil, let modifier = modifier(&fields) { modifiers.append(modifier) }
      reader.take(fields.issues)
    }
    return modifiers
  }

  private func modifier(_ reader: inout RulesetFieldReader) -> RiskModifier? {
    guard let name = reader.requiredText("modifier") else { return nil }
    reader.label = "modifier '\(name)'"
    let patterns = reader.texts("patterns")
    let valuePatterns = reader.texts("value_patterns")
    if patterns.isEmpty, valuePatterns.isEmpty {
      reader.fail("there are no patterns, so it never matches", warning: true)
    }
    reader.check(valuePatterns, of: "value_patterns", checkPattern)
    let articles = reader.texts("article_references")
    _ = reader.text("description")
    reader.warnOfUnknownFields()
    return RiskModifier(
      name: name, patterns: patterns, valuePatterns: valuePatterns, articleReferences: articles)
  }
}
