// The interfaces of the processors that look for something in texts and programs.
package import ComponentKit

extension ComponentManifest {
  /// `personal_data`: texts or source code to indicators of personal data.
  package static let personalData = detector(
    "personal_data", "Finds indicators of personal data by keywords and value patterns.",
    .personalDataIndicator, DetectorProperties(ruleset: "personal_data_indicator"))

  /// `data_subject`: texts or source code to the people whom they are about.
  package static let dataSubject = detector(
    "data_subject", "Finds whose data texts and programs seem to be about, with a confidence.",
    .dataSubjectIndicator, DetectorProperties(ruleset: "data_subject_indicator"))

  /// `processing_purpose`: texts or source code to what data are processed for.
  package static let processingPurpose = detector(
    "processing_purpose", "Finds what data seem to be processed for.",
    .processingPurposeIndicator, DetectorProperties(ruleset: "processing_purposes"))

  /// `service_integration`: source code to the services of others that it uses.
  package static let serviceIntegration = detector(
    "service_integration", "Finds the services of others that source code uses.",
    .serviceIntegrationIndicator,
    DetectorProperties(ruleset: "service_integrations", hasLLMValidation: false), takesTexts: false)

  /// `data_collection`: source code to the ways in which it comes by data.
  package static let dataCollection = detector(
    "data_collection", "Finds the ways in which source code comes by data.",
    .dataCollectionIndicator, DetectorProperties(ruleset: "data_collection", hasLLMValidation: false),
    takesTexts: false)

  private static func detector(
    _ type: String, _ summary: String, _ output: SchemaReference, _ properties: DetectorProperties,
    takesTexts: Bool = true
  ) -> ComponentManifest {
    ComponentManifest(
      kind: .processor, type: type, version: "1.0.0", summary: summary, outputs: [output],
      inputCombinations: (takesTexts ? [[.standardInput]] : []) + [[.sourceCode]],
      propertySchema: properties.schema)
  }
}
