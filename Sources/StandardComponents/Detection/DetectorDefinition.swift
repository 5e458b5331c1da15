// The table of detectors: one engine, one row for each component type. Knows no text.
internal import ComponentKit
internal import RulesetModel

/// What makes one detector different from the others.
struct DetectorDefinition: Sendable {
  /// The component's type.
  let type: String
  let rulesetKind: RulesetKind
  /// The fields of a rule that its findings carry under the same names.
  let findingFields: [String]
  let hasLLMValidation: Bool

  /// `personal_data`: one finding for each text and rule; a source file is one text.
  static let personalData = DetectorDefinition(
    type: "personal_data", rulesetKind: .personalDataIndicator, findingFields: ["category"],
    hasLLMValidation: true)

  static let all: [DetectorDefinition] = [.personalData]
}
