// The wire format of personal data findings classified for the GDPR.
internal import CanonicalJSON
package import ComponentKit

extension SchemaReference {
  package static let gdprPersonalData = SchemaReference("gdpr_personal_data")
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
        ("article_references", ["type": "array", "items": ["type": "string"]]),
      ],
      requiredOfFinding: ["indicator_type", "privacy_category"],
      summaryCounts: ["total_findings", "special_category_count", "requires_review_count"]
    ).content)
}
