// The interfaces of the processors that say what the GDPR makes of a finding.
package import ComponentKit

extension ComponentManifest {
  /// `gdpr_personal_data_classifier`: indicators to what the GDPR says of them.
  package static let gdprPersonalDataClassifier = classifier(
    "gdpr_personal_data_classifier", "Gives each personal data indicator its GDPR category and articles.",
    .personalDataIndicator, .gdprPersonalData,
    ClassifierProperties(ruleset: "gdpr_personal_data_classification"))

  /// `gdpr_data_subject_classifier`: indicators to categories of people, with what bears on the risk.
  package static let gdprDataSubjectClassifier = classifier(
    "gdpr_data_subject_classifier",
    "Gives each data subject indicator its GDPR category, articles, lawful bases and risk modifiers.",
    .dataSubjectIndicator, .gdprDataSubject,
    ClassifierProperties(ruleset: "gdpr_data_subject_classification", hasLLMValidation: true))

  /// `gdpr_processing_purpose_classifier`: indicators to purposes, with sensitivity and DPIA.
  package static let gdprProcessingPurposeClassifier = classifier(
    "gdpr_processing_purpose_classifier",
    "Gives each processing purpose its GDPR category, articles, lawful bases and need of a DPIA.",
    .processingPurposeIndicator, .gdprProcessingPurpose,
    ClassifierProperties(ruleset: "gdpr_processing_purpose_classification"))

  /// `gdpr_service_integration_classifier`: indicators to purposes, with sensitivity and DPIA.
  package static let gdprServiceIntegrationClassifier = classifier(
    "gdpr_service_integration_classifier",
    "Gives each service integration its GDPR purpose, articles, lawful bases and need of a DPIA.",
    .serviceIntegrationIndicator, .gdprServiceIntegration,
    ClassifierProperties(ruleset: "gdpr_service_integration_classification"))

  /// `gdpr_data_collection_classifier`: indicators to purposes, with sensitivity and DPIA.
  package static let gdprDataCollectionClassifier = classifier(
    "gdpr_data_collection_classifier",
    "Gives each way of collecting data its GDPR purpose, articles, lawful bases and need of a DPIA.",
    .dataCollectionIndicator, .gdprDataCollection,
    ClassifierProperties(ruleset: "gdpr_data_collection_classification"))

  private static func classifier(
    _ type: String, _ summary: String, _ input: SchemaReference, _ output: SchemaReference,
    _ properties: ClassifierProperties
  ) -> ComponentManifest {
    ComponentManifest(
      kind: .processor, type: type, version: "1.0.0", summary: summary, outputs: [output],
      inputCombinations: [[input]], propertySchema: properties.schema)
  }
}
