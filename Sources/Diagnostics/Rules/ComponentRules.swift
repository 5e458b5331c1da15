// Why a component could not do its work. WCT6xxx; the same codes as those of FailureCode.

extension Rule {
  package static let sourceUnavailable = Rule(
    "WCT6001", "source-unavailable", .error, "What a connector reads is there, and may be read.")
  package static let sourceUnfit = Rule(
    "WCT6002", "source-unfit", .error, "What a connector reads is of the form that it is said to be.")
  package static let inputUnfit = Rule(
    "WCT6003", "input-unfit", .error, "What a component is given fits the schema that it stands under.")
  package static let resultUnfit = Rule(
    "WCT6004", "result-unfit", .error, "What a component makes fits the schema that it says.")
  package static let rulesUnfit = Rule(
    "WCT6005", "rules-unfit", .error, "The rulesets of a plan are those that the component can use.")
  package static let propertyUnfit = Rule(
    "WCT6006", "property-unfit", .error,
    "A property's value, once it is known, is one that the component can use.")

  /// Rules on what components do. One line a rule, by code.
  static let componentRules: [Rule] = [
    .sourceUnavailable,
    .sourceUnfit,
    .inputUnfit,
    .resultUnfit,
    .rulesUnfit,
    .propertyUnfit,
  ]
}
