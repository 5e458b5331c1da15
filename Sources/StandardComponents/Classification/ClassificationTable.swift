// Looks up what a ruleset says of an indicator. Knows no finding.
internal import CanonicalJSON
internal import RulesetModel

/// From an indicator to the fields that a finding of it has.
struct ClassificationTable: Sendable {
  /// The category of indicators that no rule maps.
  static let unclassified = "unclassified"
  /// The category that only a person can tell: findings of it ask for review.
  static let contextDependent = "context_dependent"

  /// What a ruleset says of one indicator.
  struct Entry: Sendable {
    let fields: JSONObject
    let requiresReview: Bool
  }

  private let entries: [String: Entry]
  private let unmapped: Entry

  /// The table of a ruleset: where two rules map an indicator, the later holds.
  init(_ ruleset: ClassificationRuleset, _ fields: ClassificationFields) {
    var entries: [String: Entry] = [:]
    for rule in ruleset.rules {
      let entry = Self.entry(rule.category, rule.results, fields)
      for indicator in rule.indicators { entries[indicator] = entry }
    }
    self.entries = entries
    unmapped = Self.entry(Self.unclassified, [:], fields)
  }

  subscript(indicator: String) -> Entry { entries[indicator] ?? unmapped }

  private static func entry(
    _ category: String, _ results: [String: JSONValue], _ fields: ClassificationFields
  ) -> Entry {
    var object = JSONObject(fields.results.map { ($0.name, results[$0.name] ?? $0.defaultValue) })
    object[fields.category] = .string(category)
    return Entry(fields: object, requiresReview: category == contextDependent)
  }
}
