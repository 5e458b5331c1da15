// The kinds of rulesets, as a table: which fields the rules of a kind have. Knows no rules and no files.
package import CanonicalJSON

/// What a ruleset is for. Property schemas name the kind under `x-ruleset-kind`.
package struct RulesetKind: Sendable, Hashable {
  package enum Fields: Sendable, Hashable {
    case detection(DetectionFields)
    case classification(ClassificationFields)
  }

  package let name: String
  package let fields: Fields

  /// Every kind, one row each.
  package static let all: [RulesetKind] = [.personalDataIndicator, .gdprPersonalDataClassification]

  /// The kind of this name.
  package static func named(_ name: String) -> RulesetKind? { all.first { $0.name == name } }

  package static let personalDataIndicator = RulesetKind(
    name: "personal_data_indicator", fields: .detection(.personalData))

  package static let gdprPersonalDataClassification = RulesetKind(
    name: "gdpr_personal_data_classification", fields: .classification(.gdprPersonalData))
}

/// The fields that detection rules of a kind have besides name, description and patterns.
package struct DetectionFields: Sendable, Hashable {
  /// A required text of each rule.
  package struct Field: Sendable, Hashable {
    package let name: String
    /// The list at the top of the ruleset that holds the texts allowed here; nil: any text.
    package let vocabulary: String?
  }

  package let fields: [Field]
  /// Whether rules weigh in on a confidence (`confidence_weight`, 1–50).
  package let hasConfidenceWeight: Bool

  package static let personalData = DetectionFields(
    fields: [Field(name: "category", vocabulary: "categories")], hasConfidenceWeight: false)
}

/// The fields that classification rules of a kind have besides name and description.
package struct ClassificationFields: Sendable, Hashable {
  /// What a rule says of an indicator besides its category; a finding carries it under the same name.
  package struct Result: Sendable, Hashable {
    package enum Values: Sendable, Hashable {
      case flag
      case texts
      case choice([String])
    }

    package let name: String
    package let values: Values
    /// What holds where a rule does not say, and for indicators that no rule maps.
    package let defaultValue: JSONValue
  }

  /// The list of indicators that a rule maps; at the top of the ruleset, all that it may map.
  package let indicators: String
  /// What a rule maps to.
  package let category: String
  /// The list at the top of the ruleset that holds the categories allowed.
  package let vocabulary: String
  package let results: [Result]

  package static let gdprPersonalData = ClassificationFields(
    indicators: "indicator_categories", category: "privacy_category", vocabulary: "privacy_categories",
    results: [
      Result(name: "special_category", values: .flag, defaultValue: false),
      Result(name: "article_references", values: .texts, defaultValue: []),
    ])
}
