// What the fields of the finding schemas mean, shared by everything that shows findings.
package import CanonicalJSON

/// One finding of any of the schemas, as people read it.
package struct FindingFields: Sendable {
  /// The classification, such as `identification_data`; nil where the findings are not classified.
  package let category: String?
  /// What was detected, such as `email`.
  package let indicator: String
  /// Whether it is of a special category (GDPR, Article 9).
  package let isSpecial: Bool
  package let matches: Int
  package let source: String
  package let severity: String?
  /// The texts that it was found in.
  package let evidence: [String]

  package init(_ finding: JSONObject) {
    category = Self.categories.lazy.compactMap { finding[$0]?.stringValue }.first
    indicator = Self.indicators.lazy.compactMap { finding[$0]?.stringValue }.first ?? "finding"
    isSpecial = finding["special_category"] == true
    matches = (finding["matched_patterns"]?.arrayValue ?? []).reduce(0) {
      $0.addingReportingOverflow($1.objectValue?["match_count"]?.integerValue ?? 0).partialValue
    }
    let metadata = finding["metadata"]?.objectValue
    source = metadata?["source"]?.stringValue ?? "?"
    severity = metadata?["context"]?.objectValue?["severity"]?.stringValue
    evidence = (finding["evidence"]?.arrayValue ?? []).compactMap {
      $0.stringValue ?? $0.objectValue?["content"]?.stringValue
    }
  }

  /// The fields of the finding schemas that classify, and those that say what was detected.
  private static let categories = [
    "privacy_category", "data_subject_category", "purpose_category", "gdpr_purpose_category",
  ]
  private static let indicators = [
    "indicator_type", "category", "subject_category", "processing_purpose", "purpose", "service_category",
    "collection_type",
  ]
}

/// How much of the texts that findings were found in is shown.
package enum EvidenceDisplay: String, Sendable, CaseIterable {
  /// The first and the last character, and nothing of what is between, not even how much it is.
  case masked
  case full

  /// Characters of one text that are shown at most.
  private static let maximumLength = 300

  package func shown(_ text: String) -> String {
    switch self {
    case .masked:
      // So few that the two ends would be most of it.
      guard text.count > 4, let first = text.first, let last = text.last else { return "••••" }
      return "\(Self.single(first))••••\(Self.single(last))"
    case .full: return text.count > Self.maximumLength ? "\(text.prefix(Self.maximumLength))…" : text
    }
  }

  /// Marks that are put on a character could be a text of their own.
  private static func single(_ character: Character) -> String {
    character.unicodeScalars.first.map { String($0) } ?? ""
  }
}
