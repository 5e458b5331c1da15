// The interface of the processor that classifies personal data for the GDPR.
package import ComponentKit

extension ComponentManifest {
  /// `gdpr_personal_data_classifier`: indicators to what the GDPR says of them.
  package static let gdprPersonalDataClassifier = ComponentManifest(
    kind: .processor, type: "gdpr_personal_data_classifier", version: "1.0.0",
    summary: "Gives each personal data indicator its GDPR category and articles.",
    outputs: [.gdprPersonalData],
    inputCombinations: [[.personalDataIndicator]],
    propertySchema: ClassifierProperties(
      defaultRuleset: "local/gdpr_personal_data_classification/1.0.0",
      rulesetKind: "gdpr_personal_data_classification"
    ).schema)
}
