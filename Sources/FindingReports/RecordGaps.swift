// What Article 30(1) asks for and neither the organisation nor a run has said, one by one.

/// Finds the gaps of a record.
struct RecordGaps {
  private let record: ProcessingRecord
  private let report: FindingsReport
  private let unclassified: [FindingKind.Subject: Int]

  init(
    _ record: ProcessingRecord, _ report: FindingsReport, unclassified: [FindingKind.Subject: Int]
  ) {
    self.record = record
    self.report = report
    self.unclassified = unclassified
  }

  private var organisation: Organisation { record.organisation }

  /// By the letters of the article, then what else stands in the way.
  var all: [RecordGap] {
    controller + others + record.activities.flatMap(activity) + transfers + security + assessments + findings
  }

  private func gap(
    _ letter: String, _ field: String?, _ message: String, activity: String? = nil
  ) -> RecordGap {
    RecordGap(article: "Article 30(1)(\(letter))", field: field, activity: activity, message: message)
  }

  // MARK: - (a) Who

  private var controller: [RecordGap] {
    guard let controller = organisation.controller else {
      return [gap("a", "controller", "the name and contact details of the controller are not known")]
    }
    var gaps: [RecordGap] = []
    if controller.name == nil {
      gaps.append(gap("a", "controller.name", "the controller's name is not known"))
    }
    if !controller.hasContact {
      gaps.append(gap("a", "controller.address", "there are no contact details of the controller"))
    }
    return gaps
  }

  private var others: [RecordGap] {
    var gaps: [RecordGap] = []
    if organisation.jointControllers.isUnknown {
      gaps.append(
        gap("a", "joint_controllers", "it is not said whether there are joint controllers; 'none' says no"))
    }
    for (index, party) in (organisation.jointControllers.value ?? []).enumerated() where !party.hasContact {
      let name = party.name ?? "number \(index + 1)"
      gaps.append(
        gap(
          "a", "joint_controllers[\(index)]", "there are no contact details of the joint controller '\(name)'"
        ))
    }
    let single = [
      ("representative", "the representative in the Union (Article 27)", organisation.representative),
      ("data_protection_officer", "the data protection officer", organisation.protectionOfficer),
    ]
    for (field, who, party) in single {
      if party.isUnknown {
        gaps.append(gap("a", field, "\(who) is not named; 'none' says that there is none"))
      } else if let party = party.value, !party.hasContact {
        gaps.append(gap("a", field, "there are no contact details of \(who)"))
      }
    }
    return gaps
  }

  // MARK: - (b), (c), (d), (f): each activity

  private func activity(_ activity: RecordedActivity) -> [RecordGap] {
    let name = activity.declared.name
    let field = activity.isDerived ? "processing_activities" : "processing_activities.\(name)"
    var gaps: [RecordGap] = []
    if activity.isDerived, !organisation.activities.isEmpty {
      gaps.append(
        gap(
          "b", "processing_activities", "findings lie in places that no described activity names",
          activity: name))
    }
    let columns: [(FindingKind.Subject, String, String, String)] = [
      (.processingPurpose, "b", "purposes", "the purposes of the processing are not known"),
      (.dataSubject, "c", "data_subjects", "the categories of data subjects are not known"),
      (.personalData, "c", "personal_data", "the categories of personal data are not known"),
    ]
    for (subject, letter, column, message) in columns where activity.entries(subject).isEmpty {
      gaps.append(gap(letter, "\(field).\(column)", message, activity: name))
    }
    return gaps + recipients(of: activity, name) + retention(of: activity, name)
  }

  private func recipients(of activity: RecordedActivity, _ name: String) -> [RecordGap] {
    let entries = activity.entries(.serviceIntegration)
    if organisation.recipients.isUnknown, entries.isEmpty {
      return [
        gap(
          "d", "recipients", "it is not said who receives the data; 'none' says that nobody does",
          activity: name)
      ]
    }
    let known = Set(
      (organisation.recipients.value ?? []).flatMap { [$0.category, $0.name].compactMap(\.self) })
    return entries.filter { !$0.isDeclared && !known.contains($0.name) }.map { entry in
      gap(
        "d", "recipients",
        "a service of the kind '\(entry.name)' is used, and no recipient of that category is named",
        activity: name)
    }
  }

  private func retention(of activity: RecordedActivity, _ name: String) -> [RecordGap] {
    let limits = activity.retention(in: organisation)
    if limits.contains(where: { $0.category == "default" }) { return [] }
    let known = Set(limits.map(\.category))
    return activity.entries(.personalData).filter { !known.contains($0.name) }.map { entry in
      gap(
        "f", "retention.\(entry.name)", "no time limit for the erasure of '\(entry.name)' is named",
        activity: name)
    }
  }

  // MARK: - (e), (g)

  /// Recipients outside the European Economic Area of whom no transfer is described.
  private var transfers: [RecordGap] {
    var gaps: [RecordGap] = []
    if organisation.transfers.isUnknown {
      gaps.append(
        gap("e", "transfers", "it is not said whether data go to a third country; 'none' says that none do"))
    }
    let described = Set((organisation.transfers.value ?? []).compactMap(\.recipient))
    for recipient in organisation.recipients.value ?? [] {
      guard let country = recipient.country else {
        gaps.append(gap("e", "recipients", "the country of the recipient '\(recipient.name)' is not known"))
        continue
      }
      if !EconomicArea.contains(country), !described.contains(recipient.name) {
        gaps.append(
          gap(
            "e", "transfers",
            "the transfer to '\(recipient.name)' in the third country \(country) is not described"))
      }
    }
    for transfer in organisation.transfers.value ?? [] {
      let to = transfer.recipient ?? transfer.country ?? "a recipient"
      if transfer.country == nil {
        gaps.append(gap("e", "transfers", "the third country of the transfer to '\(to)' is not named"))
      }
      if transfer.safeguards == nil {
        gaps.append(
          gap(
            "e", "transfers",
            "the safeguards of the transfer to '\(to)' are not documented (Articles 46 and 49(1))"))
      }
    }
    return gaps
  }

  private var security: [RecordGap] {
    let isDescribed =
      !organisation.securityMeasures.isEmpty
      || record.activities.allSatisfy { !$0.declared.securityMeasures.isEmpty }
    return isDescribed
      ? []
      : [
        gap("g", "security_measures", "the technical and organisational security measures are not described")
      ]
  }

  // MARK: - What else is missing

  private var assessments: [RecordGap] {
    record.activities.compactMap { activity in
      let name = activity.declared.name
      let triggers = record.triggers.filter { $0.activity == name }
      let isCovered = organisation.assessments.contains {
        $0.activities.isEmpty || $0.activities.contains(name)
      }
      guard ImpactTriggers.advice(triggers) == .required, !isCovered else { return nil }
      return RecordGap(
        article: "Article 35(1)", field: "impact_assessments", activity: name,
        message: "what was found speaks for a data protection impact assessment, and none is named")
    }
  }

  private var findings: [RecordGap] {
    var gaps: [RecordGap] = []
    let classified = Set(
      report.outputs.filter { FindingKind($0.schema).isClassified }.map { FindingKind($0.schema).subject })
    for (subject, count) in unclassified.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where !classified.contains(subject) && subject != .other {
      gaps.append(
        RecordGap(
          article: "Article 30(1)", field: nil, activity: nil,
          message:
            "\(count) findings of '\(subject.rawValue)' are not classified, so they are not in the record; "
            + "add the processor 'gdpr_\(subject.rawValue)_classifier' to the runbook"))
    }
    for output in report.outputs where output.isSensitive {
      gaps.append(
        RecordGap(
          article: "Article 30(1)", field: nil, activity: nil,
          message:
            "the output '\(output.artifact)' is marked sensitive: its \(output.count) findings are not in the record"
        ))
    }
    let review = record.activities.reduce(0) { total, activity in
      activity.columns.values.reduce(total) { $0 + $1.reduce(0) { $0 + $1.requiresReview } }
    }
    if review > 0 {
      gaps.append(
        RecordGap(
          article: "Article 30(1)", field: nil, activity: nil,
          message: "\(review) findings depend on their context: somebody has to look at them"))
    }
    return gaps
  }
}

/// The European Economic Area: the member states of the Union, Iceland, Liechtenstein and Norway (ISO 3166-1).
enum EconomicArea {
  private static let countries: Set<String> = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI",
    "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
  ]

  static func contains(_ country: String) -> Bool { countries.contains(country) }
}
