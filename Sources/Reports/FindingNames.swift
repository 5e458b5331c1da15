// What findings of all schemas call what was found.
internal import CanonicalJSON

/// The names in a finding, whatever its schema.
enum FindingNames {
  /// The fields of the finding schemas that classify, and those that say what was detected.
  private static let categories = [
    "privacy_category", "data_subject_category", "purpose_category", "gdpr_purpose_category",
  ]
  private static let indicators = [
    "indicator_type", "category", "subject_category", "processing_purpose", "purpose", "service_category",
    "collection_type",
  ]

  static func category(of finding: JSONObject) -> String? { first(categories, in: finding) }

  static func indicator(of finding: JSONObject) -> String { first(indicators, in: finding) ?? "finding" }

  private static func first(_ fields: [String], in finding: JSONObject) -> String? {
    fields.lazy.compactMap { finding[$0]?.stringValue }.first
  }
}
