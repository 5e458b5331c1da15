// The wire formats of findings classified for the GDPR.
internal import CanonicalJSON
package import ComponentKit

extension SchemaReference {
  package static let gdprPersonalData = SchemaReference("gdpr_personal_data")
  package static let gdprDataSubject = SchemaReference("gdpr_data_subject")
  package static let gdprProcessingPurpose = SchemaReference("gdpr_processing_purpose")
  package static let gdprServiceIntegration = SchemaReference("gdpr_service_integration")
  package static let gdprDataCollection = SchemaReference("gdpr_data_collection")
}

extension WireFormat {
  /// `gdpr_personal_data/1.0.0`: one finding for each indicator.
  static let gdprPersonalData = builtIn(
    .gdprPersonalData,
    FindingSchema(
      title: "GDPR personal data",
      description: "Personal data indicators with what the GDPR says of their category.",
      findingProperties: [
        ("indicator_type", ["type": "string"]),
        ("privacy_category", ["type": "string"]),
        ("special_category", ["type": "boolean"]),
        ("article_references", FindingSchema.names),
      ],
      requiredOfFinding: ["indicator_type", "privacy_category"],
      summaryCounts: ["total_findings", "special_category_count", "requires_review_count"]
    ).content)

  /// `gdpr_data_subject/1.0.0`: one finding for each indicator, with what raises or lowers the risk.
  static let gdprDataSubject = builtIn(
    .gdprDataSubject,
    FindingSchema(
      title: "GDPR data subjects",
      description: "Data subject indicators with their category, articles, lawful bases and risks.",
      findingProperties: [
        ("data_subject_category", ["type": "string"]),
        ("article_references", FindingSchema.names),
        ("typical_lawful_bases", FindingSchema.names),
        ("risk_modifiers", FindingSchema.names),
        ("confidence_score", FindingSchema.score),
      ],
      requiredOfFinding: ["data_subject_category", "confidence_score"],
      summaryCounts: ["total_findings", "high_risk_count", "requires_review_count"],
      moreOfSummary: [("categories_identified", FindingSchema.names, false)]
    ).content)

  /// `gdpr_processing_purpose/1.0.0`: one finding for each indicator.
  static let gdprProcessingPurpose = builtIn(
    .gdprProcessingPurpose,
    purposes(
      "GDPR processing purposes", "Processing purpose indicators with what the GDPR says of their category.",
      repeated: ["processing_purpose"], category: "purpose_category", categories: "purpose_categories"))

  /// `gdpr_service_integration/1.0.0`: one finding for each indicator.
  static let gdprServiceIntegration = builtIn(
    .gdprServiceIntegration,
    purposes(
      "GDPR service integrations", "Service integration indicators with what the GDPR says of their purpose.",
      repeated: ["service_category", "service_integration_purpose"], category: "gdpr_purpose_category",
      categories: "gdpr_purpose_categories"))

  /// `gdpr_data_collection/1.0.0`: one finding for each indicator.
  static let gdprDataCollection = builtIn(
    .gdprDataCollection,
    purposes(
      "GDPR data collection", "Data collection indicators with what the GDPR says of their purpose.",
      repeated: ["collection_type", "data_source"], category: "gdpr_purpose_category",
      categories: "gdpr_purpose_categories"))

  /// The three formats that tell a purpose differ in what an indicator is called.
  private static func purposes(
    _ title: String, _ description: String, repeated: [String], category: String, categories: String
  ) -> JSONValue {
    FindingSchema(
      title: title, description: description,
      findingProperties: (repeated + [category]).map { ($0, ["type": "string"]) } + [
        ("article_references", FindingSchema.names),
        ("typical_lawful_bases", FindingSchema.names),
        ("sensitive_purpose", ["type": "boolean"]),
        ("dpia_recommendation", ["type": "string", "enum": ["required", "recommended", "not_required"]]),
      ],
      requiredOfFinding: repeated + [category],
      summaryCounts: [
        "total_findings", "sensitive_purposes_count", "dpia_required_count", "requires_review_count",
      ],
      moreOfSummary: [
        (categories, ["type": "object", "additionalProperties": FindingSchema.count], false)
      ]
    ).content
  }
}
