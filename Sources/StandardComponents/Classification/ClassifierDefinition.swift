// The table of classifiers: one engine, one row for each component type. Knows no finding.
internal import CanonicalJSON
internal import RulesetModel

/// What makes one classifier different from the others.
struct ClassifierDefinition: Sendable {
  /// The component's type.
  let type: String
  let rulesetKind: RulesetKind
  /// The field of an indicator that is looked up in the ruleset.
  let indicatorField: String
  /// Fields of an indicator that its finding repeats, each with the name that it has there.
  let repeatedFields: [(indicator: String, finding: String)]
  /// The field of a finding that holds the category.
  let categoryField: String
  /// Whether the evidence is searched for risk modifiers.
  var findsRiskModifiers = false
  var hasLLMValidation = false
  let summary: ClassifierSummary.Definition

  static let all: [ClassifierDefinition] = [
    .gdprPersonalData, .gdprDataSubject, .gdprProcessingPurpose, .gdprServiceIntegration, .gdprDataCollection,
  ]

  /// `gdpr_personal_data_classifier`.
  static let gdprPersonalData = ClassifierDefinition(
    type: "gdpr_personal_data_classifier", rulesetKind: .gdprPersonalDataClassification,
    indicatorField: "category", repeatedFields: [("category", "indicator_type")],
    categoryField: "privacy_category",
    summary: .init(counts: [.init("special_category_count", "special_category", true)]))

  /// `gdpr_data_subject_classifier`: the evidence says something about the risk, too.
  static let gdprDataSubject = ClassifierDefinition(
    type: "gdpr_data_subject_classifier", rulesetKind: .gdprDataSubjectClassification,
    indicatorField: "subject_category", repeatedFields: [("confidence_score", "confidence_score")],
    categoryField: "data_subject_category", findsRiskModifiers: true, hasLLMValidation: true,
    summary: .init(categories: .names("categories_identified"), highRisk: "high_risk_count"))

  /// `gdpr_processing_purpose_classifier`.
  static let gdprProcessingPurpose = ClassifierDefinition(
    type: "gdpr_processing_purpose_classifier", rulesetKind: .gdprProcessingPurposeClassification,
    indicatorField: "purpose", repeatedFields: [("purpose", "processing_purpose")],
    categoryField: "purpose_category",
    summary: .init(categories: .counts("purpose_categories"), counts: purposeCounts))

  /// `gdpr_service_integration_classifier`.
  static let gdprServiceIntegration = ClassifierDefinition(
    type: "gdpr_service_integration_classifier", rulesetKind: .gdprServiceIntegrationClassification,
    indicatorField: "service_category",
    repeatedFields: [
      ("service_category", "service_category"), ("purpose_category", "service_integration_purpose"),
    ],
    categoryField: "gdpr_purpose_category",
    summary: .init(categories: .counts("gdpr_purpose_categories"), counts: purposeCounts))

  /// `gdpr_data_collection_classifier`.
  static let gdprDataCollection = ClassifierDefinition(
    type: "gdpr_data_collection_classifier", rulesetKind: .gdprDataCollectionClassification,
    indicatorField: "collection_type",
    repeatedFields: [("collection_type", "collection_type"), ("data_source", "data_source")],
    categoryField: "gdpr_purpose_category",
    summary: .init(categories: .counts("gdpr_purpose_categories"), counts: purposeCounts))

  private static let purposeCounts: [ClassifierSummary.Definition.Count] = [
    .init("sensitive_purposes_count", "sensitive_purpose", true),
    .init("dpia_required_count", "dpia_recommendation", "required"),
  ]
}
