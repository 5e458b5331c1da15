// The interface of the processor that looks for personal data.
package import ComponentKit

extension ComponentManifest {
  /// `personal_data`: texts or source code to indicators of personal data.
  package static let personalData = ComponentManifest(
    kind: .processor, type: "personal_data", version: "1.0.0",
    summary: "Finds indicators of personal data by keywords and value patterns.",
    outputs: [.personalDataIndicator],
    inputCombinations: [[.standardInput], [.sourceCode]],
    propertySchema: DetectorProperties(
      defaultRuleset: "local/personal_data_indicator/1.0.0", rulesetKind: "personal_data_indicator"
    ).schema)
}
