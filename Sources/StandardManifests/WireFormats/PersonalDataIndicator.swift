// The wire format of indicators of personal data.
internal import CanonicalJSON
package import ComponentKit

extension SchemaReference {
  package static let personalDataIndicator = SchemaReference("personal_data_indicator")
}

extension WireFormat {
  /// `personal_data_indicator/1.0.0`: one finding for each text and rule that matched in it.
  static let personalDataIndicator = builtIn(
    .personalDataIndicator,
    FindingSchema(
      title: "Personal data indicators",
      description: "Places where personal data, or a field that would hold it, was seen.",
      findingProperties: [("category", ["type": "string", "minLength": 1])],
      requiredOfFinding: ["category"],
      summaryCounts: ["total_findings"]
    ).content)
}
