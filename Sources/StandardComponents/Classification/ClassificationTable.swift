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
    let category: String
    let fields: JSONObject

    var requiresReview: Bool { category == contextDependent }
  }

  private let entries: [String: Entry]
  private let unmapped: Entry

  /// The table of a ruleset: where two rules map an indicator, the later holds.
  ///
  /// - Parameter categoryField: the field of a finding that holds the category.
  init(_ ruleset: ClassificationRuleset, _ fields: ClassificationFields, categoryField: String) {
    var entries: [String: Entry] = [:]
    for rule in ruleset.rules {
      let entry = Self.entry(rule.category, rule.results, fields, categoryField)
      for indicator in rule.indicators { entries[indicator] = entry }
    }
    self.entries = entries
    unmapped = Self.entry(Self.unclassified, [:], fields, categoryField)
  }

  subscript(indicator: String) -> Entry { entries[indicator] ?? unmapped }

  private static func entry(
    _ category: String, _ results: [String: JSONValue], _ fields: ClassificationFields,
    _ categoryField: String
  ) -> Entry {
    var object = JSONObject(fields.results.map { ($0.name, results[$0.name] ?? $0.defaultValue) })
    object[categoryField] = .string(category)
    return Entry(category: category, fields: object)
  }
}
