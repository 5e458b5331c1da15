// A record of processing activities (GDPR, Article 30(1)) as values. Knows neither files nor formats.

/// What Article 30(1) asks of a controller, as far as an organisation says it and a run shows it.
package struct ProcessingRecord: Sendable {
  /// The form's version: a larger first number means that readers have to be changed.
  package static let formatVersion = "1.0.0"

  package let origin: FindingsReport.Origin
  package let organisation: Organisation
  package var activities: [RecordedActivity]
  /// What is asked for and not known, by the letters of Article 30(1).
  package var gaps: [RecordGap] = []
  /// What speaks for a data protection impact assessment.
  package var triggers: [ImpactTrigger] = []
  /// Findings that it rests on, and those that it could not use.
  package var findings = 0
}

/// One line of a column: something declared, something found, or both.
package struct RecordEntry: Sendable {
  /// What the organisation calls it, or the category of the findings.
  package let name: String
  package var isDeclared: Bool
  package var findings = 0
  package var accepted = 0
  package var isSpecial = false
  /// What was detected, with the number of findings.
  package var indicators: [String: Int] = [:]
  package var places: Set<String> = []
  package var articles: Set<String> = []
  package var lawfulBases: Set<String> = []
  package var riskModifiers: Set<String> = []
  package var impactAssessment: String?
  package var requiresReview = 0

  init(_ name: String, isDeclared: Bool) {
    self.name = name
    self.isDeclared = isDeclared
  }

  mutating func add(_ reported: ReportedFinding) {
    let finding = reported.finding
    findings += 1
    if reported.acceptance != nil { accepted += 1 }
    isSpecial = isSpecial || finding.isSpecial
    if finding.indicator != name { indicators[finding.indicator, default: 0] += 1 }
    // Enough to say how many; a run may have found something in millions of cells.
    if places.count < 10_000 { places.insert(finding.place.lasting) }
    articles.formUnion(finding.legal.articles)
    lawfulBases.formUnion(finding.legal.lawfulBases)
    riskModifiers.formUnion(finding.legal.riskModifiers)
    if finding.legal.requiresReview { requiresReview += 1 }
    switch (impactAssessment, finding.legal.impactAssessment) {
    case (_, "required"?): impactAssessment = "required"
    case (nil, let other?), ("not_required"?, let other?): impactAssessment = other
    default: break
    }
  }
}

/// A processing activity: what was declared of it, and what was found where it takes place.
package struct RecordedActivity: Sendable {
  package let declared: DeclaredActivity
  /// Not declared: made of what the run found.
  package let isDerived: Bool
  package var columns: [FindingKind.Subject: [RecordEntry]] = [:]

  package init(_ declared: DeclaredActivity, isDerived: Bool) {
    self.declared = declared
    self.isDerived = isDerived
    for (subject, names) in [
      (FindingKind.Subject.processingPurpose, declared.purposes), (.dataSubject, declared.dataSubjects),
      (.personalData, declared.personalData), (.serviceIntegration, declared.recipients),
    ] {
      columns[subject] = names.map { RecordEntry($0, isDeclared: true) }
    }
  }

  /// The entries of a column: declared ones in their order, then those that were found, most findings first.
  package func entries(_ subject: FindingKind.Subject) -> [RecordEntry] {
    let all = columns[subject] ?? []
    let found = all.filter { !$0.isDeclared }.sorted { ($1.findings, $0.name) < ($0.findings, $1.name) }
    return all.filter(\.isDeclared) + found
  }

  mutating func add(_ reported: ReportedFinding, as name: String) {
    let subject = reported.finding.kind.subject
    // In place: a copy of a column would copy all of its places.
    if let index = columns[subject]?.firstIndex(where: { $0.name == name }) {
      columns[subject]?[index].add(reported)
    } else {
      var entry = RecordEntry(name, isDeclared: false)
      entry.add(reported)
      columns[subject, default: []].append(entry)
    }
  }

  /// The time limits that hold for it: its own, then those of the organisation.
  package func retention(in organisation: Organisation) -> [(category: String, limit: String)] {
    let own = Set(declared.retention.map(\.category))
    return declared.retention + organisation.retention.filter { !own.contains($0.category) }
  }

  package func securityMeasures(in organisation: Organisation) -> [String] {
    declared.securityMeasures
      + organisation.securityMeasures.filter { !declared.securityMeasures.contains($0) }
  }
}

/// Something that Article 30 asks for and nobody has said.
package struct RecordGap: Sendable, Hashable {
  /// Such as `Article 30(1)(a)`.
  package let article: String
  /// The field of `organisation.yaml` that would say it; nil where something else is missing.
  package let field: String?
  package let activity: String?
  package let message: String
}

/// Something that speaks for a data protection impact assessment.
package struct ImpactTrigger: Sendable, Hashable {
  /// One of the nine criteria of the Guidelines WP 248 rev.01, III.B; nil where the law itself names the case.
  package let criterion: Int?
  package let title: String
  package let articles: [String]
  package let activity: String
  package let because: String
  package let findings: Int
}
