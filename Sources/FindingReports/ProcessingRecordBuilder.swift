// Makes a record of processing activities from an organisation's details and the findings of a run.
internal import RunHistory

extension ProcessingRecord {
  /// Reads the classified findings of a run into the activities to which their places belong.
  ///
  /// - Returns: The record, how many findings there were, and what is to be said of accepted ones.
  package static func build(
    _ report: FindingsReport, _ organisation: Organisation
  ) throws -> (record: ProcessingRecord, outcome: FindingOutcome) {
    var builder = ProcessingRecordBuilder(report, organisation)
    let outcome = FindingOutcome(
      try report.forEach(today: report.today, []) { builder.add($0) })
    return (builder.finished(), outcome)
  }
}

private struct ProcessingRecordBuilder {
  private let report: FindingsReport
  private let organisation: Organisation
  private var activities: [RecordedActivity]
  /// What was found where no declared activity takes place.
  private var rest: RecordedActivity
  private var unclassified: [FindingKind.Subject: Int] = [:]
  private var findings = 0

  init(_ report: FindingsReport, _ organisation: Organisation) {
    self.report = report
    self.organisation = organisation
    activities = organisation.activities.map { RecordedActivity($0, isDerived: false) }
    let name =
      organisation.activities.isEmpty ? report.origin.run.runbookName : "Not described: found elsewhere"
    rest = RecordedActivity(
      DeclaredActivity(
        name: name,
        description: organisation.activities.isEmpty
          ? report.origin.runbookDescription : "What was found in places that no described activity names."),
      isDerived: true)
  }

  mutating func add(_ reported: ReportedFinding) {
    guard reported.acceptance?.isFalsePositive != true else { return }
    let finding = reported.finding
    guard finding.kind.isClassified, finding.kind.subject != .other else {
      unclassified[finding.kind.subject, default: 0] += 1
      return
    }
    findings += 1
    let name = name(of: finding)
    var isPlaced = false
    for index in activities.indices where activities[index].takesPlace(at: finding.place.source) {
      activities[index].add(reported, as: name)
      isPlaced = true
    }
    if !isPlaced { rest.add(reported, as: name) }
  }

  /// Recipients are known by the kind of their service, all else by its classification.
  private func name(of finding: Finding) -> String {
    finding.kind.subject == .serviceIntegration || finding.kind.subject == .dataCollection
      ? finding.indicator : finding.category ?? finding.indicator
  }

  func finished() -> ProcessingRecord {
    var all = activities
    if activities.isEmpty || rest.columns.values.contains(where: { !$0.isEmpty }) { all.append(rest) }
    var record = ProcessingRecord(origin: report.origin, organisation: organisation, activities: all)
    record.findings = findings
    record.triggers = all.flatMap { ImpactTriggers.triggers(of: $0) }
    record.gaps = RecordGaps(record, report, unclassified: unclassified).all
    return record
  }
}

extension RecordedActivity {
  fileprivate func takesPlace(at source: String) -> Bool {
    declared.sources.isEmpty || declared.sources.contains { $0.matches(source) }
  }
}
