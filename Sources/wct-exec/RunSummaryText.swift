// What a run came to, for people and for programs.
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import ComponentKit
internal import ExecutionPlan
internal import FindingReports
internal import PlanMachine
internal import Reports
internal import RunHistory

/// The closing summary of a run.
struct RunSummaryText {
  /// Artifacts that are listed before the rest is only counted.
  private static let listedArtifacts = 60
  /// Warnings that are shown before the rest is only counted.
  private static let listedWarnings = 12

  let report: RunReport
  let sourceMap: SourceMap?
  let warnings: [RunWarning]
  let resultsPath: String?
  /// The options that name the store for further commands; empty for the usual one.
  let storeOption: String
  let details: RunDetails
  /// Whether all that was asked for is there.
  let isServed: Bool
  /// What exporters besides json wrote.
  var exportPaths: [String] = []
  /// Findings that somebody accepted: they are not counted.
  var accepted = AcceptedFindings()

  func text(width: Int, isColoured: Bool) throws -> String {
    var lines = artifactLines(width: width)
    for index in report.outputs where !report.plan.instructions[index.value].flags.contains(.sensitive) {
      lines += try findingsLines(index, width: width, isColoured: isColoured)
    }
    lines += warningLines
    lines += ["", closingLine]
    if let resultsPath { lines.append("Results: \(resultsPath)") }
    lines += exportPaths.map { "Export: \($0)" }
    lines += nextLines
    return lines.joined(separator: "\n") + "\n"
  }

  private var warningLines: [String] {
    guard !warnings.isEmpty else { return [] }
    let shown = warnings.prefix(Self.listedWarnings).map {
      "  \($0.artifact): \(printable($0.message))"
    }
    let rest = warnings.count - shown.count
    let more = rest > 0 ? ["  and \(rest) more: wct inspect \(report.run.id)\(storeOption) --json"] : []
    return ["", "Warnings"] + shown + more
  }

  /// What can be done to make the rest.
  private var nextLines: [String] {
    guard report.run.status != .completed else { return [] }
    let run = "\(report.run.id)\(storeOption)"
    let hasJobs = details.requests.batches.values.contains { $0.status == .pending }
    return (hasJobs ? ["Ask for the answers with: wct poll \(run) --wait"] : [])
      + [isServed ? "Make the rest with: wct resume \(run)" : "Resume with: wct resume \(run)"]
  }

  private var closingLine: String {
    let excluded = details.scope.excludedCount
    if isServed, report.run.status != .completed {
      return "Run \(report.run.id) made what was selected in \(ShownText.duration(report.duration)); "
        + "\(ShownText.count(excluded, "artifact")) left out"
    }
    let status = report.resultStatus == "partial" ? "completed (partial)" : report.run.status.rawValue
    return "Run \(report.run.id) \(status) in \(ShownText.duration(report.duration))"
  }

  // MARK: - Artifacts

  private func artifactLines(width: Int) -> [String] {
    var table = TextTable([
      ("Artifact", .left), ("Status", .left), ("Duration", .right), ("Findings", .right),
      ("", .left),
    ])
    let count = report.plan.instructions.count
    for index in (0..<min(count, Self.listedArtifacts)).map({ InstructionIndex($0) }) {
      let last = report.state[index].last
      table.add([
        report.name(of: index).text, report.state[index].status.rawValue,
        last?.duration.map(ShownText.duration) ?? "", items(last?.artifact),
        note(index),
      ])
    }
    var lines = table.lines(width: width)
    if count > Self.listedArtifacts {
      lines.append("and \(count - Self.listedArtifacts) more: \(countsText)")
    }
    return lines
  }

  private func note(_ index: InstructionIndex) -> String {
    let state = report.state[index]
    switch state.status {
    case .pending: return printable(state.last?.reason ?? "")
    case .notStarted where !details.scope.contains(index): return "not selected"
    default: return ShownDecision.note(state.last, in: report.plan)
    }
  }

  private var countsText: String {
    ArtifactStatus.allCases.filter { report.state.counts[$0] > 0 }
      .map { "\(report.state.counts[$0]) \($0.rawValue)" }.joined(separator: ", ")
  }

  /// The number of findings, or of what else the items are.
  private func items(_ record: ArtifactRecord?) -> String {
    guard let record else { return "" }
    switch report.itemsProperty(of: record.schema) {
    case "findings": return String(record.itemCount)
    case nil: return ""
    default: return "(\(ShownText.count(record.itemCount, "item")))"
    }
  }

  // MARK: - Findings

  private func findingsLines(
    _ index: InstructionIndex, width: Int, isColoured: Bool
  ) throws -> [String] {
    guard let reader = try report.reader(of: index),
      let table = try FindingsTable.of(
        reader, artifact: report.name(of: index), itemsProperty: report.itemsProperty(of: reader.schema),
        accepted: accepted, today: report.findings(of: [], program: "").today)
    else { return [] }
    let place = table.commonDirectory.isEmpty ? "" : " in \(printable(table.commonDirectory))"
    let note = table.accepted > 0 ? ", and \(table.accepted) accepted," : ""
    let title = "\(table.artifact): \(ShownText.count(table.findings, "finding"))\(note)\(place)"
    // Only classified findings have a category.
    let hasCategories = table.rows.contains { $0.category != nil || $0.isSpecial }
    let category: [(String, TextTable.Alignment)] = hasCategories ? [("Category", .left)] : []
    var text = TextTable(
      category + [("Found", .left), ("Matches", .right), ("Sources", .right), ("Where", .left)])
    for row in table.rows {
      text.add(
        (hasCategories ? [(row.category ?? "") + (row.isSpecial ? " *" : "")] : []) + [
          row.indicator, String(row.matches), String(row.sources.count),
          places(row, in: table.commonDirectory),
        ])
    }
    let hasSpecial = table.rows.contains(where: \.isSpecial)
    return ["", isColoured ? "\u{1B}[1m\(title)\u{1B}[0m" : title] + text.lines(indent: 2, width: width)
      + (hasSpecial ? ["  * special category of personal data (GDPR, Article 9)"] : [])
  }

  /// The sources with the most matches.
  private func places(_ row: FindingsTable.Row, in directory: String) -> String {
    let shown = row.sources.prefix(2).map { source in
      "\(printable(String(source.name.dropFirst(directory.count)))) (\(source.matches))"
    }
    let rest = row.sources.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  // MARK: - Errors

  /// Every failure that fails the run, in full, with the place in the runbook where it is known.
  ///
  /// Those of optional artifacts are among the warnings.
  var errorLines: [String] {
    let failed = report.instructions(.failed).filter {
      !report.plan.instructions[$0.value].flags.contains(.optional)
    }
    if failed.isEmpty, report.run.status == .failed { return runErrorLines }
    return failed.map { index in
      let id = report.plan.instructions[index.value].id
      let place = sourceMap?.description(of: id).map { " (\($0))" } ?? ""
      let last = report.state[index].last
      return "error[\((last?.code ?? .component).rawValue)]: \(report.name(of: index))\(place): "
        + printable(last?.reason ?? "no reason given")
    }
  }

  /// Why the run failed where no artifact did: its time was over, or its cost limit was reached.
  private var runErrorLines: [String] {
    let skipped = report.instructions(.skipped).compactMap { report.state[$0].last }
    // What an optional failure skipped says nothing of the run.
    let last = skipped.first { $0.code != nil } ?? skipped.first
    let code = last?.code.map { "[\($0.rawValue)]" } ?? ""
    return ["error\(code): \(printable(last?.reason ?? "the run failed")); what is left can be resumed"]
  }

  // MARK: - JSON

  var json: JSONValue {
    var summary: JSONObject = [
      "run": .string(report.run.id.text), "status": .string(report.resultStatus),
      "duration_seconds": .number(report.duration),
      "results": resultsPath.map { .string($0) } ?? .null,
      "exports": .array(exportPaths.map { .string($0) }),
      "artifacts": .array(
        report.plan.instructions.indices.flatMap {
          ArtifactListing.json(report, InstructionIndex($0), details)
        }),
      "warnings": .array(
        warnings.map { ["artifact": .string($0.artifact.text), "message": .string($0.message)] }),
    ]
    if let text = details.scope.text {
      summary["selection"] = .string(text)
      summary["left_out"] = .integer(details.scope.excludedCount)
    }
    return .object(summary)
  }
}
