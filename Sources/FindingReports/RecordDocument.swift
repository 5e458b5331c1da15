// A record of processing activities as a document: headings, paragraphs and tables. Knows no markup.
internal import RunHistory

/// What Markdown and HTML have in common, so that both say the same.
struct RecordDocument {
  enum Block {
    case heading(level: Int, String)
    case paragraph(String)
    case list([String])
    /// A table of two columns, without heads.
    case details([(String, String)])
    case table(caption: String, heads: [String], rows: [[String]])
  }

  private let record: ProcessingRecord

  init(_ record: ProcessingRecord) { self.record = record }

  private var organisation: Organisation { record.organisation }

  /// What stands where something is asked for and not known.
  static let unknown = "not known"
  static let title = "Record of processing activities"

  var blocks: [Block] {
    opening + who + record.activities.enumerated().flatMap { activity($1, number: $0 + 1) } + parties + gaps
      + assessment
  }

  /// Names of categories as people write them.
  private func words(_ name: String) -> String { name.split(separator: "_").joined(separator: " ") }

  private var opening: [Block] {
    let origin = record.origin
    let gaps = record.gaps.count
    let state =
      gaps == 0
      ? "Nothing that Article 30(1) asks for is missing."
      : "\(gaps) \(gaps == 1 ? "thing is" : "things are") not known yet: see Gaps."
    return [
      .heading(level: 1, Self.title),
      .paragraph("Article 30(1) of Regulation (EU) 2016/679 (General Data Protection Regulation). \(state)"),
      .details([
        ("Made", origin.now.text),
        ("From run", "\(origin.run.id.text) (\(origin.status)), \(origin.run.startedAt.text)"),
        ("Runbook", origin.run.runbookName), ("Findings that it rests on", String(record.findings)),
      ]),
    ]
  }

  private var who: [Block] {
    var rows = [("Controller", organisation.controller.map(\.text) ?? Self.unknown)]
    switch organisation.jointControllers {
    case .unknown: rows.append(("Joint controllers", Self.unknown))
    case .none: rows.append(("Joint controllers", "none"))
    case .known(let parties):
      rows += parties.map { party in
        ("Joint controller", [party.text, party.responsibilities].compactMap(\.self).joined(separator: "; "))
      }
    }
    rows.append(("Representative (Article 27)", stated(organisation.representative, \.text)))
    rows.append(("Data protection officer", stated(organisation.protectionOfficer, \.text)))
    return [.heading(level: 2, "Controller (a)"), .details(rows)]
  }

  private func stated<Value>(_ value: Stated<Value>, _ text: (Value) -> String) -> String {
    switch value {
    case .unknown: Self.unknown
    case .none: "none"
    case .known(let value): text(value)
    }
  }

  // MARK: - An activity

  private func activity(_ activity: RecordedActivity, number: Int) -> [Block] {
    let declared = activity.declared
    var blocks: [Block] = [.heading(level: 2, "Activity \(number): \(declared.name)")]
    if let description = declared.description { blocks.append(.paragraph(description)) }
    var details: [(String, String)] = []
    if let owner = declared.owner { details.append(("Responsible", owner)) }
    if !declared.lawfulBases.isEmpty {
      details.append(("Lawful bases (Article 6(1))", declared.lawfulBases.joined(separator: ", ")))
    }
    if !declared.sources.isEmpty {
      details.append(("Places", declared.sources.map(\.text).joined(separator: ", ")))
    }
    if !details.isEmpty { blocks.append(.details(details)) }
    blocks += column(activity, .processingPurpose, "Purposes (b)")
    blocks += column(activity, .dataSubject, "Categories of data subjects (c)")
    blocks += column(activity, .personalData, "Categories of personal data (c)")
    blocks += column(activity, .serviceIntegration, "Recipients: services of others (d)")
    blocks += column(activity, .dataCollection, "How the data come in")
    return blocks + retention(activity) + security(activity)
  }

  private func column(
    _ activity: RecordedActivity, _ subject: FindingKind.Subject, _ title: String
  ) -> [Block] {
    let entries = activity.entries(subject)
    let heading = Block.heading(level: 3, title)
    guard !entries.isEmpty else {
      return subject == .dataCollection ? [] : [heading, .paragraph(Self.unknown)]
    }
    let rows = entries.map { entry in
      [
        words(entry.name)
          + (entry.isSpecial ? " (special category, Article 9)" : ""),
        entry.isDeclared ? (entry.findings > 0 ? "described and found" : "described") : "found",
        entry.findings == 0 ? "" : "\(entry.findings) in \(entry.places.count)",
        entry.indicators.keys.sorted().map(words).joined(separator: ", "),
        entry.riskModifiers.sorted().map(words).joined(separator: ", "),
        entry.articles.sorted().joined(separator: ", "),
      ]
    }
    let heads = ["Category", "Known from", "Findings, places", "Such as", "Risk", "Provisions"]
    // Columns that say nothing take the room of those that do.
    let used = heads.indices.filter { column in column == 0 || rows.contains { !$0[column].isEmpty } }
    return [
      heading,
      .table(caption: title, heads: used.map { heads[$0] }, rows: rows.map { row in used.map { row[$0] } }),
    ]
  }

  private var parties: [Block] {
    var blocks: [Block] = [.heading(level: 2, "Recipients (d)")]
    switch organisation.recipients {
    case .unknown: blocks.append(.paragraph(Self.unknown))
    case .none: blocks.append(.paragraph("none"))
    case .known(let recipients):
      let rows = recipients.map {
        [$0.name, words($0.category ?? ""), $0.role ?? "", $0.country ?? Self.unknown, $0.purpose ?? ""]
      }
      blocks.append(
        .table(
          caption: "Recipients", heads: ["Recipient", "Category", "Role", "Country", "Purpose"], rows: rows))
    }
    blocks.append(.heading(level: 2, "Transfers to third countries (e)"))
    switch organisation.transfers {
    case .unknown: blocks.append(.paragraph(Self.unknown))
    case .none: blocks.append(.paragraph("none"))
    case .known(let transfers):
      let rows = transfers.map { transfer in
        [transfer.recipient ?? "", transfer.country ?? Self.unknown, transfer.safeguards ?? Self.unknown]
      }
      blocks.append(.table(caption: "Transfers", heads: ["Recipient", "Country", "Safeguards"], rows: rows))
    }
    return blocks
  }

  private func retention(_ activity: RecordedActivity) -> [Block] {
    let limits = activity.retention(in: organisation)
    let heading = Block.heading(level: 3, "Time limits for erasure (f)")
    guard !limits.isEmpty else { return [heading, .paragraph(Self.unknown)] }
    let rows = limits.map { [words($0.category), $0.limit] }
    return [heading, .table(caption: "Time limits", heads: ["Category of data", "Time limit"], rows: rows)]
  }

  private func security(_ activity: RecordedActivity) -> [Block] {
    let measures = activity.securityMeasures(in: organisation)
    return [
      .heading(level: 3, "Security measures (g)"),
      measures.isEmpty ? .paragraph(Self.unknown) : .list(measures),
    ]
  }

  // MARK: - What is missing

  private var gaps: [Block] {
    let heading = Block.heading(level: 2, "Gaps")
    guard !record.gaps.isEmpty else { return [heading, .paragraph("None.")] }
    let rows = record.gaps.map { [$0.article, $0.message, $0.activity ?? "", $0.field ?? ""] }
    return [
      heading,
      .table(
        caption: "What is asked for and not known",
        heads: ["Provision", "What is not known", "Activity", "Field of organisation.yaml"], rows: rows),
    ]
  }

  private var assessment: [Block] {
    let advice =
      switch ImpactTriggers.advice(record.triggers) {
      case .required:
        "What was found speaks for a data protection impact assessment (Article 35 GDPR; WP 248 rev.01, III.B)."
      case .consider: "What was found meets one criterion of WP 248 rev.01: consider an assessment."
      case .notShown: "The findings show no case of Article 35(3) and no criterion of WP 248 rev.01."
      }
    var blocks: [Block] = [.heading(level: 2, "Data protection impact assessment"), .paragraph(advice)]
    if !record.triggers.isEmpty {
      let rows = record.triggers.map { trigger in
        [
          trigger.criterion.map { "\($0)" } ?? "", trigger.title, trigger.articles.joined(separator: ", "),
          words(trigger.because), trigger.activity, String(trigger.findings),
        ]
      }
      blocks.append(
        .table(
          caption: "What speaks for it",
          heads: ["Criterion", "What", "Provisions", "Because of", "Activity", "Findings"], rows: rows))
    }
    blocks.append(.paragraph("Findings can't show, and somebody has to judge:"))
    blocks.append(.list(ImpactTriggers.unjudged))
    if !organisation.assessments.isEmpty {
      let rows = organisation.assessments.map {
        [$0.name, $0.date ?? "", $0.activities.joined(separator: ", "), $0.outcome ?? ""]
      }
      blocks.append(
        .table(
          caption: "Assessments that were made", heads: ["Name", "Date", "Activities", "Outcome"], rows: rows)
      )
    }
    return blocks
  }
}
