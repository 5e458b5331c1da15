// The table of detectors: one engine, one row for each component type. Knows no text.
internal import ComponentKit
internal import RulesetModel

/// What makes one detector different from the others.
struct DetectorDefinition: Sendable {
  /// How a source file is searched.
  enum SourceCodeReading: Sendable {
    /// As any other text.
    case asText
    /// Line by line, one finding for the rules of equal fields.
    case byLine(usesValuePatterns: Bool)
  }

  /// The component's type.
  let type: String
  let rulesetKind: RulesetKind
  /// The fields of a rule that its findings carry under the same names.
  let findingFields: [String]
  /// Whether rules of equal fields give one finding for a text together.
  var mergesRules = false
  let sourceCode: SourceCodeReading
  /// Whether findings carry the weights of their rules as `confidence_score`.
  var hasConfidence = false
  var hasLLMValidation = true
  /// Whether the metadata say how much text a piece of evidence shows.
  var tellsContextSize = true
  let summary: DetectorSummary.Definition

  static let all: [DetectorDefinition] = [
    .personalData, .dataSubject, .processingPurpose, .serviceIntegration, .dataCollection,
  ]

  /// `personal_data`: one finding for each text and rule; a source file is one text.
  static let personalData = DetectorDefinition(
    type: "personal_data", rulesetKind: .personalDataIndicator, findingFields: ["category"],
    sourceCode: .asText, summary: DetectorSummary.Definition(total: "total_findings"))

  /// `data_subject`: one finding for each text and category, with the weights of its rules.
  static let dataSubject = DetectorDefinition(
    type: "data_subject", rulesetKind: .dataSubjectIndicator, findingFields: ["subject_category"],
    mergesRules: true, sourceCode: .byLine(usesValuePatterns: false), hasConfidence: true,
    summary: DetectorSummary.Definition(
      total: "total_indicators", identified: .names("categories_identified", of: "subject_category")))

  /// `processing_purpose`: one finding for each text and rule, for each source file and purpose.
  static let processingPurpose = DetectorDefinition(
    type: "processing_purpose", rulesetKind: .processingPurposes, findingFields: ["purpose"],
    sourceCode: .byLine(usesValuePatterns: true),
    summary: DetectorSummary.Definition(
      total: "total_findings",
      identified: .count("purposes_identified", of: "purpose", listedAs: "purposes", .byName)))

  /// `service_integration`: one finding for each source file, category and purpose.
  static let serviceIntegration = DetectorDefinition(
    type: "service_integration", rulesetKind: .serviceIntegrations,
    findingFields: ["service_category", "purpose_category"], sourceCode: .byLine(usesValuePatterns: true),
    hasLLMValidation: false, tellsContextSize: false,
    summary: DetectorSummary.Definition(
      total: "total_findings",
      identified: .count("categories_identified", of: "service_category", listedAs: "categories", .byCount)))

  /// `data_collection`: one finding for each source file, way of collecting and origin.
  static let dataCollection = DetectorDefinition(
    type: "data_collection", rulesetKind: .dataCollection,
    findingFields: ["collection_type", "data_source"], sourceCode: .byLine(usesValuePatterns: true),
    hasLLMValidation: false, tellsContextSize: false,
    summary: DetectorSummary.Definition(
      total: "total_findings",
      identified: .count("categories_identified", of: "collection_type", listedAs: "categories", .byCount)))
}
