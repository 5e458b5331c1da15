// One finding of any of the schemas, as people read it. Does not know what becomes of it.
package import CanonicalJSON
package import ComponentKit

/// What a detector or a classifier found, whatever its schema calls the parts.
package struct Finding: Sendable, Hashable {
  package let kind: FindingKind
  /// The classification, such as `identification_data`; nil where the findings are not classified.
  package let category: String?
  /// What was detected, such as `email_address`; the category where the schema repeats no more.
  package let indicator: String
  /// Whether it is of a special category (GDPR, Article 9).
  package let isSpecial: Bool
  package let matches: Int
  package let place: FindingPlace
  /// Which part of a text that was too large for one item; nil where it was whole.
  let part: Int?
  /// `low`, `medium`, `high` or `critical`, where the rule says so.
  package let severity: String?
  /// From 0 to 100, where the rule or the detector says so.
  package let confidence: Int?
  /// The texts that it was found in.
  package let evidence: [String]
  /// The patterns that matched, with their counts.
  package let patterns: [MatchedPattern]
  /// What only some schemas say: articles, lawful bases and the like.
  package let legal: LegalFields
  /// The id that the detector gave; a digest that covers the evidence, so it never leaves the store masked.
  package let storedID: String?

  /// One pattern, and how often it matched.
  package struct MatchedPattern: Sendable, Hashable {
    package let text: String
    package let count: Int
  }

  package init(_ finding: JSONObject, schema: SchemaReference) {
    kind = FindingKind(schema)
    category = Self.categories.lazy.compactMap { finding[$0]?.stringValue }.first
    indicator =
      Self.indicators.lazy.compactMap { finding[$0]?.stringValue }.first ?? category ?? Self.ownText(
        of: finding)
      ?? "finding"
    isSpecial = finding["special_category"] == true
    patterns = (finding["matched_patterns"]?.arrayValue ?? []).compactMap { pattern in
      guard let object = pattern.objectValue, let text = object["pattern"]?.stringValue else { return nil }
      return MatchedPattern(text: text, count: max(0, object["match_count"]?.integerValue ?? 0))
    }
    matches = patterns.reduce(0) { $0.addingReportingOverflow($1.count).partialValue }
    let metadata = finding["metadata"]?.objectValue
    let context = metadata?["context"]?.objectValue
    place = FindingPlace(
      source: metadata?["source"]?.stringValue ?? "?", line: metadata?["line_number"]?.integerValue)
    part = context?["part"]?.integerValue
    severity = context?["severity"]?.stringValue
    confidence = finding["confidence_score"]?.integerValue ?? context?["confidence"]?.integerValue
    evidence = (finding["evidence"]?.arrayValue ?? []).compactMap {
      $0.stringValue ?? $0.objectValue?["content"]?.stringValue
    }
    legal = LegalFields(finding)
    storedID = finding["id"]?.stringValue
  }

  /// The fields of the finding schemas that classify, and those that say what was detected.
  private static let categories = [
    "privacy_category", "data_subject_category", "purpose_category", "gdpr_purpose_category",
  ]
  private static let indicators = [
    "indicator_type", "category", "subject_category", "processing_purpose", "purpose", "service_category",
    "collection_type",
  ]

  /// What a finding of a further kind has besides the fields of all findings, the first by name.
  private static func ownText(of finding: JSONObject) -> String? {
    finding.members.lazy.filter { $0.key != "id" }.compactMap(\.value.stringValue).first
  }

  /// `identification_data/email_address`, or the indicator alone.
  package var label: String {
    guard let category, category != indicator else { return indicator }
    return "\(category)/\(indicator)"
  }
}

/// What a finding's classification says of the law.
package struct LegalFields: Sendable, Hashable {
  /// Such as `Article 4(1)`.
  package let articles: [String]
  package let lawfulBases: [String]
  /// `required`, `recommended` or `not_required`.
  package let impactAssessment: String?
  /// Whether the purpose is a sensitive one.
  package let isSensitivePurpose: Bool
  package let riskModifiers: [String]
  package let requiresReview: Bool
  /// Where collected data come from, such as `user_input`.
  package let dataSource: String?
  /// What a service is used for.
  package let servicePurpose: String?

  init(_ finding: JSONObject) {
    func texts(_ key: String) -> [String] { (finding[key]?.arrayValue ?? []).compactMap(\.stringValue) }
    articles = texts("article_references")
    lawfulBases = texts("typical_lawful_bases")
    impactAssessment = finding["dpia_recommendation"]?.stringValue
    isSensitivePurpose = finding["sensitive_purpose"] == true
    riskModifiers = texts("risk_modifiers")
    requiresReview = finding["require_review"] == true
    dataSource = finding["data_source"]?.stringValue
    servicePurpose =
      finding["service_integration_purpose"]?.stringValue
      ?? (finding["service_category"] == nil ? nil : finding["purpose_category"]?.stringValue)
  }
}
