// The wire formats of what detectors find.
internal import CanonicalJSON
package import ComponentKit

extension SchemaReference {
  package static let personalDataIndicator = SchemaReference("personal_data_indicator")
  package static let dataSubjectIndicator = SchemaReference("data_subject_indicator")
  package static let processingPurposeIndicator = SchemaReference("processing_purpose_indicator")
  package static let serviceIntegrationIndicator = SchemaReference("service_integration_indicator")
  package static let dataCollectionIndicator = SchemaReference("data_collection_indicator")
}

extension WireFormat {
  /// `personal_data_indicator/1.0.0`: one finding for each text and rule that matched in it.
  static let personalDataIndicator = builtIn(
    .personalDataIndicator,
    FindingSchema(
      title: "Personal data indicators",
      description: "Places where personal data, or a field that would hold it, was seen.",
      findingProperties: [("category", FindingSchema.name)],
      requiredOfFinding: ["category"],
      summaryCounts: ["total_findings"]
    ).content)

  /// `data_subject_indicator/1.0.0`: one finding for each text and category of people.
  static let dataSubjectIndicator = builtIn(
    .dataSubjectIndicator,
    FindingSchema(
      title: "Data subject indicators",
      description: "Whose data a text or a program seems to be about.",
      findingProperties: [
        ("subject_category", FindingSchema.name), ("confidence_score", FindingSchema.score),
      ],
      requiredOfFinding: ["subject_category", "confidence_score"],
      summaryCounts: ["total_indicators"],
      moreOfSummary: [("categories_identified", FindingSchema.names, true)]
    ).content)

  /// `processing_purpose_indicator/1.0.0`: one finding for each text and rule, or source file and purpose.
  static let processingPurposeIndicator = builtIn(
    .processingPurposeIndicator,
    FindingSchema(
      title: "Processing purpose indicators",
      description: "What data seem to be processed for.",
      findingProperties: [("purpose", FindingSchema.name)],
      requiredOfFinding: ["purpose"],
      summaryCounts: ["total_findings", "purposes_identified"],
      moreOfSummary: [("purposes", FindingSchema.breakdown(of: "purpose"), false)]
    ).content)

  /// `service_integration_indicator/1.0.0`: one finding for each source file, category and purpose.
  static let serviceIntegrationIndicator = builtIn(
    .serviceIntegrationIndicator,
    FindingSchema(
      title: "Service integration indicators",
      description: "Services of others that a program uses.",
      findingProperties: [
        ("service_category", FindingSchema.name), ("purpose_category", FindingSchema.name),
      ],
      requiredOfFinding: ["service_category", "purpose_category"],
      summaryCounts: ["total_findings", "categories_identified"],
      moreOfSummary: [("categories", FindingSchema.breakdown(of: "service_category"), false)]
    ).content)

  /// `data_collection_indicator/1.0.0`: one finding for each source file, way of collecting and origin.
  static let dataCollectionIndicator = builtIn(
    .dataCollectionIndicator,
    FindingSchema(
      title: "Data collection indicators",
      description: "Ways in which a program comes by data.",
      findingProperties: [("collection_type", FindingSchema.name), ("data_source", FindingSchema.name)],
      requiredOfFinding: ["collection_type", "data_source"],
      summaryCounts: ["total_findings", "categories_identified"],
      moreOfSummary: [("categories", FindingSchema.breakdown(of: "collection_type"), false)]
    ).content)
}
