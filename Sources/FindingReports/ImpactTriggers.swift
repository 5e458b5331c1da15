// What in the findings of an activity speaks for a data protection impact assessment (GDPR, Article 35).

/// The criteria of the Article 29 Working Party, "Guidelines on Data Protection Impact Assessment", WP 248 rev.01,
/// III.B, as far as findings can show them, and the cases of Article 35(3).
package enum ImpactTriggers {
  /// What the triggers of an activity come to.
  package enum Advice: String, Sendable {
    /// A case of Article 35(3), or two criteria: in most cases an assessment is required (WP 248 rev.01, III.B).
    case required
    case consider
    case notShown = "not_shown"
  }

  /// The criteria that no finding can show: somebody has to judge them.
  package static let unjudged = [
    "whether data are processed on a large scale (criterion 5; Article 35(3)(b) and (c))",
    "whether data sets are matched or combined (criterion 6)",
    "whether the processing keeps people from exercising a right or using a service or contract (criterion 9)",
    "whether decisions have legal or similarly significant effects (criterion 2; Article 35(3)(a))",
  ]

  package static func advice(_ triggers: [ImpactTrigger]) -> Advice {
    if triggers.isEmpty { return .notShown }
    let criteria = Set(triggers.compactMap(\.criterion))
    let isNamed = triggers.contains { $0.articles.contains { $0.hasPrefix("Article 35(3)") } }
    let isRuled = triggers.contains { $0.criterion == nil }
    return isNamed || isRuled || criteria.count > 1 ? .required : .consider
  }

  /// One row: when entries of these names are found in this column, this criterion is met.
  private struct Row: Sendable {
    let criterion: Int?
    let title: String
    let articles: [String]
    let subject: FindingKind.Subject
    let isMet: @Sendable (RecordEntry) -> Bool
  }

  package static func triggers(of activity: RecordedActivity) -> [ImpactTrigger] {
    rows.compactMap { row in
      let met = activity.entries(row.subject).filter { $0.findings > 0 && row.isMet($0) }
      guard !met.isEmpty else { return nil }
      let names = met.map { entry in
        let modifiers = entry.riskModifiers.sorted()
        return modifiers.isEmpty ? entry.name : "\(entry.name) (\(modifiers.joined(separator: ", ")))"
      }
      return ImpactTrigger(
        criterion: row.criterion, title: row.title, articles: row.articles, activity: activity.declared.name,
        because: names.joined(separator: "; "), findings: met.reduce(0) { $0 + $1.findings })
    }
  }

  private static func named(_ names: String...) -> @Sendable (RecordEntry) -> Bool {
    { entry in
      names.contains(entry.name) || names.contains { entry.indicators[$0] != nil }
    }
  }

  private static func modified(_ names: String...) -> @Sendable (RecordEntry) -> Bool {
    { entry in names.contains { entry.riskModifiers.contains($0) } }
  }

  private static func either(
    _ first: @escaping @Sendable (RecordEntry) -> Bool, _ second: @escaping @Sendable (RecordEntry) -> Bool
  ) -> @Sendable (RecordEntry) -> Bool {
    { first($0) || second($0) }
  }

  private static let rows: [Row] = [
    Row(
      criterion: 1, title: "Evaluation or scoring, profiling and predicting",
      articles: ["Article 35(3)(a)", "Article 22"], subject: .processingPurpose,
      isMet: named("profiling_and_decisions", "credit_scoring", "profiling")),
    Row(
      criterion: 2, title: "Automated decisions with legal or similar significant effect",
      articles: ["Article 35(3)(a)", "Article 22"], subject: .processingPurpose,
      isMet: named("automated_decision_making")),
    Row(
      criterion: 3, title: "Systematic monitoring", articles: ["Article 35(3)(c)"],
      subject: .processingPurpose,
      isMet: named("surveillance", "monitoring_of_employees")),
    Row(
      criterion: 3, title: "Systematic monitoring", articles: ["Article 35(1)"], subject: .dataCollection,
      isMet: named("observation_of_people", "behaviour_tracking", "device_sensors")),
    Row(
      criterion: 4, title: "Special categories of data", articles: ["Article 35(3)(b)", "Article 9(1)"],
      subject: .personalData, isMet: { $0.isSpecial }),
    Row(
      criterion: 4, title: "Data on criminal convictions and offences",
      articles: ["Article 35(3)(b)", "Article 10"], subject: .personalData, isMet: named("criminal_data")),
    Row(
      criterion: 4, title: "Data of a highly personal nature", articles: ["Article 35(1)"],
      subject: .personalData,
      isMet: named("location_data", "financial_data", "communication_data", "national_identification_data")),
    Row(
      criterion: 4, title: "Sensitive facts about the people themselves", articles: ["Article 35(1)"],
      subject: .dataSubject,
      isMet: modified(
        "health_related", "trade_union_membership", "beliefs", "ethnic_origin", "sexual_orientation",
        "biometric_or_genetic", "criminal_matters")),
    Row(
      criterion: 7, title: "Data subjects who are vulnerable", articles: ["Article 35(1)", "Recital 75"],
      subject: .dataSubject,
      isMet: either(
        named("child", "patient", "employee", "job_applicant"),
        modified("minor", "vulnerable_person", "dependent_on_controller"))),
    Row(
      criterion: 8, title: "New technologies", articles: ["Article 35(1)"], subject: .processingPurpose,
      isMet: named("ai_and_ml", "biometric_identification")),
    Row(
      criterion: 8, title: "New technologies", articles: ["Article 35(1)"], subject: .serviceIntegration,
      isMet: named("ai_ml_services")),
    Row(
      criterion: nil, title: "The ruleset has it as a purpose that requires an assessment",
      articles: ["Article 35(1)"], subject: .processingPurpose, isMet: { $0.impactAssessment == "required" }),
    Row(
      criterion: nil, title: "The ruleset has it as a service that requires an assessment",
      articles: ["Article 35(1)"], subject: .serviceIntegration, isMet: { $0.impactAssessment == "required" }),
    Row(
      criterion: nil, title: "The ruleset has it as a collection that requires an assessment",
      articles: ["Article 35(1)"], subject: .dataCollection, isMet: { $0.impactAssessment == "required" }),
  ]
}
