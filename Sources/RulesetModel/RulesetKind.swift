// What a ruleset can be for, as values: which fields the rules of a kind have. Knows no rules and no files.
package import CanonicalJSON

/// What a ruleset is for. Property schemas name the kind under `x-ruleset-kind`.
package struct RulesetKind: Sendable, Hashable {
  package enum Fields: Sendable, Hashable {
    case detection(DetectionFields)
    case classification(ClassificationFields)
  }

  package let name: String
  package let fields: Fields

  /// The kind of this name.
  package static func named(_ name: String) -> RulesetKind? { all.first { $0.name == name } }
}

/// The fields that detection rules of a kind have besides name, description and patterns.
package struct DetectionFields: Sendable, Hashable {
  /// A text of each rule.
  package struct Field: Sendable, Hashable {
    package enum Values: Sendable, Hashable {
      /// The texts of this list at the top of the ruleset.
      case vocabulary(String)
      /// These.
      case choice([String])
    }

    package let name: String
    package let values: Values
    package let isRequired: Bool
    /// Whether older files of the Python framework have neither the field nor its list, and a rule's name in its place.
    package let isNameInOlderForm: Bool

    package init(
      _ name: String, _ values: Values, isRequired: Bool = true, isNameInOlderForm: Bool = false
    ) {
      self.name = name
      self.values = values
      self.isRequired = isRequired
      self.isNameInOlderForm = isNameInOlderForm
    }
  }

  package let fields: [Field]
  /// The list at the top of the ruleset that holds the names of all rules; nil: any name.
  package let names: String?
  /// Further lists at the top of the ruleset, which say something to people.
  package let otherLists: [String]
  /// Whether rules weigh in on a confidence (`confidence_weight`, 1–50).
  package let hasConfidenceWeight: Bool

  package init(
    fields: [Field], names: String? = nil, otherLists: [String] = [], hasConfidenceWeight: Bool = false
  ) {
    self.fields = fields
    self.names = names
    self.otherLists = otherLists
    self.hasConfidenceWeight = hasConfidenceWeight
  }
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

    package init(_ name: String, _ values: Values, _ defaultValue: JSONValue) {
      self.name = name
      self.values = values
      self.defaultValue = defaultValue
    }
  }

  /// A flag of the rules that must agree with a list of categories at the top of the ruleset.
  package struct SensitiveCategories: Sendable, Hashable {
    package let list: String
    package let flag: String
  }

  /// The list of indicators that a rule maps; at the top of the ruleset, all that it may map.
  package let indicators: String
  /// What a rule maps to.
  package let category: String
  /// The list at the top of the ruleset that holds the categories allowed.
  package let vocabulary: String
  package let results: [Result]
  package let sensitive: SensitiveCategories?
  /// Whether the ruleset may say which words in the evidence raise or lower a risk (`risk_modifiers`).
  package let hasRiskModifiers: Bool

  package init(
    indicators: String, category: String, vocabulary: String, results: [Result],
    sensitive: SensitiveCategories? = nil, hasRiskModifiers: Bool = false
  ) {
    self.indicators = indicators
    self.category = category
    self.vocabulary = vocabulary
    self.results = results
    self.sensitive = sensitive
    self.hasRiskModifiers = hasRiskModifiers
  }
}
