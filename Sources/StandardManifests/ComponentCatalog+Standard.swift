// The list of what is built in. Knows no implementation.
package import ComponentKit

extension ComponentCatalog {
  /// The built-in components and the wire formats they exchange.
  package static let standard = ComponentCatalog(
    [
      .filesystem, .mysql, .sqlite,
      .sourceCodeAnalyser,
      .personalData, .dataSubject, .processingPurpose, .serviceIntegration, .dataCollection,
      .gdprPersonalDataClassifier, .gdprDataSubjectClassifier, .gdprProcessingPurposeClassifier,
      .gdprServiceIntegrationClassifier, .gdprDataCollectionClassifier,
      .json, .csv, .sarif, .html, .gdpr,
    ], schemas: .standard)
}

extension SchemaCatalog {
  /// The built-in wire formats.
  package static let standard = SchemaCatalog(deferred: [
    (.standardInput, { .standardInput }),
    (.sourceCode, { .sourceCode }),
    (.personalDataIndicator, { .personalDataIndicator }),
    (.dataSubjectIndicator, { .dataSubjectIndicator }),
    (.processingPurposeIndicator, { .processingPurposeIndicator }),
    (.serviceIntegrationIndicator, { .serviceIntegrationIndicator }),
    (.dataCollectionIndicator, { .dataCollectionIndicator }),
    (.gdprPersonalData, { .gdprPersonalData }),
    (.gdprDataSubject, { .gdprDataSubject }),
    (.gdprProcessingPurpose, { .gdprProcessingPurpose }),
    (.gdprServiceIntegration, { .gdprServiceIntegration }),
    (.gdprDataCollection, { .gdprDataCollection }),
    (.removedFindings, { .removedFindings }),
    (.runbook, { .runbook }),
    (.runResult, { .runResult }),
  ])
}
