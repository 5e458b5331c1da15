// The kinds of rulesets, as a table. Knows no rules and no files.
internal import CanonicalJSON

extension RulesetKind {
  /// Every kind, one row each.
  package static let all: [RulesetKind] = [
    .personalDataIndicator, .dataSubjectIndicator, .processingPurposes, .serviceIntegrations, .dataCollection,
    .gdprPersonalDataClassification, .gdprDataSubjectClassification, .gdprProcessingPurposeClassification,
    .gdprServiceIntegrationClassification, .gdprDataCollectionClassification,
  ]

  package static let personalDataIndicator = RulesetKind(
    name: "personal_data_indicator", fields: .detection(.personalData))
  package static let dataSubjectIndicator = RulesetKind(
    name: "data_subject_indicator", fields: .detection(.dataSubject))
  package static let processingPurposes = RulesetKind(
    name: "processing_purposes", fields: .detection(.processingPurpose))
  package static let serviceIntegrations = RulesetKind(
    name: "service_integrations", fields: .detection(.serviceIntegration))
  package static let dataCollection = RulesetKind(
    name: "data_collection", fields: .detection(.dataCollection))

  package static let gdprPersonalDataClassification = RulesetKind(
    name: "gdpr_personal_data_classification", fields: .classification(.gdprPersonalData))
  package static let gdprDataSubjectClassification = RulesetKind(
    name: "gdpr_data_subject_classification", fields: .classification(.gdprDataSubject))
  package static let gdprProcessingPurposeClassification = RulesetKind(
    name: "gdpr_processing_purpose_classification",
    fields: .classification(.gdprPurpose(of: "indicator_purposes")))
  package static let gdprServiceIntegrationClassification = RulesetKind(
    name: "gdpr_service_integration_classification",
    fields: .classification(.gdprPurpose(of: "indicator_service_categories")))
  package static let gdprDataCollectionClassification = RulesetKind(
    name: "gdpr_data_collection_classification",
    fields: .classification(.gdprPurpose(of: "indicator_collection_types")))
}

extension DetectionFields {
  package static let personalData = DetectionFields(
    fields: [Field("category", .vocabulary("categories"))])

  package static let dataSubject = DetectionFields(
    fields: [
      Field("subject_category", .vocabulary("subject_categories")),
      Field("indicator_type", .choice(["primary", "secondary", "contextual"]), isRequired: false),
    ],
    otherLists: ["risk_increasing_modifiers", "risk_decreasing_modifiers"], hasConfidenceWeight: true)

  package static let processingPurpose = DetectionFields(
    fields: [Field("purpose", .vocabulary("purpose_slugs"), isNameInOlderForm: true)], names: "purposes")

  package static let serviceIntegration = DetectionFields(
    fields: [
      Field("service_category", .vocabulary("service_categories")),
      Field("purpose_category", .vocabulary("purpose_categories")),
    ])

  package static let dataCollection = DetectionFields(
    fields: [
      Field("collection_type", .vocabulary("collection_type_categories")),
      Field("data_source", .vocabulary("data_source_categories")),
    ])
}

extension ClassificationFields {
  package static let gdprPersonalData = ClassificationFields(
    indicators: "indicator_categories", category: "privacy_category", vocabulary: "privacy_categories",
    results: [Result("special_category", .flag, false), .articleReferences])

  package static let gdprDataSubject = ClassificationFields(
    indicators: "indicator_categories", category: "data_subject_category",
    vocabulary: "data_subject_categories", results: [.articleReferences, .typicalLawfulBases],
    hasRiskModifiers: true)

  /// The three kinds that give indicators a purpose differ in what an indicator is called.
  package static func gdprPurpose(of indicators: String) -> ClassificationFields {
    ClassificationFields(
      indicators: indicators, category: "purpose_category", vocabulary: "purpose_categories",
      results: [
        .articleReferences, .typicalLawfulBases, Result("sensitive_purpose", .flag, false),
        Result(
          "dpia_recommendation", .choice(["required", "recommended", "not_required"]), "not_required"),
      ],
      sensitive: SensitiveCategories(list: "sensitive_categories", flag: "sensitive_purpose"))
  }
}

extension ClassificationFields.Result {
  fileprivate static let articleReferences = Self("article_references", .texts, [])
  fileprivate static let typicalLawfulBases = Self("typical_lawful_bases", .texts, [])
}
