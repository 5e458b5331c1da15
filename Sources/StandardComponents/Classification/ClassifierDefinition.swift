// The table of classifiers: one engine, one row for each component type. Knows no finding.
internal import RulesetModel

/// What makes one classifier different from the others.
struct ClassifierDefinition: Sendable {
  /// A number of the summary: how many findings have a flag set.
  struct FlagCount: Sendable {
    let name: String
    let flag: String
  }

  /// The component's type.
  let type: String
  let rulesetKind: RulesetKind
  /// The field of an indicator that is looked up in the ruleset.
  let indicatorField: String
  /// The field of a finding that repeats it.
  let repeatedField: String
  let flagCounts: [FlagCount]

  /// `gdpr_personal_data_classifier`.
  static let gdprPersonalData = ClassifierDefinition(
    type: "gdpr_personal_data_classifier", rulesetKind: .gdprPersonalDataClassification,
    indicatorField: "category", repeatedField: "indicator_type",
    flagCounts: [FlagCount(name: "special_category_count", flag: "special_category")])

  static let all: [ClassifierDefinition] = [.gdprPersonalData]
}
