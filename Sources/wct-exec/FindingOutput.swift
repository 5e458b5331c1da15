// Writes findings in one of their forms, to a file or to standard output.
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import FindingReports
internal import Reports
internal import RunHistory
internal import SystemFiles

struct FindingOutput {
  let format: FindingFormat
  let evidence: EvidenceDisplay
  let path: String?

  /// - Parameter hint: Whether to say how more can be seen.
  func write(
    _ findings: FindingsReport, _ report: RunReport, _ inputs: FindingInputs, hint: Bool
  ) throws -> FindingOutcome {
    guard let path, path != "-" else {
      return try emit(findings, report, inputs, hint: hint) { bytes in
        guard Terminal.output.write(bytes) else { throw ExitStatus.failed.exitCode }
      }
    }
    let file = try AtomicFile(replacing: path)
    let outcome = try emit(findings, report, inputs, hint: false) { try file.write($0) }
    // Masked or not, it tells much of people.
    try file.publish(permissions: 0o600)
    return outcome
  }

  private func emit(
    _ findings: FindingsReport, _ report: RunReport, _ inputs: FindingInputs, hint: Bool,
    to emit: ([UInt8]) throws -> Void
  ) throws -> FindingOutcome {
    let renderer = EvidenceRenderer(evidence)
    switch format {
    case .text: return try text(findings, renderer, hint: hint, to: emit)
    case .json: return try json(findings, renderer, to: emit)
    case .csv: return try CSVExporter.write(findings, evidence: renderer, to: emit)
    case .sarif: return try SARIFExporter.write(findings, evidence: renderer, to: emit)
    case .gdpr:
      let (record, outcome) = try ProcessingRecord.build(findings, inputs.organisation)
      try emit(Array(record.text(RecordForm(fileNamed: path ?? "")).utf8))
      return outcome
    case .html:
      var options = HTMLExporter.Options(evidence: evidence, program: findings.origin.program)
      options.accepted = inputs.accepted
      try HTMLExporter.write(report, options, to: emit)
      return FindingOutcome(try findings.forEach(today: findings.today, .ids) { _ in })
    }
  }

  // MARK: - Text

  private func text(
    _ findings: FindingsReport, _ renderer: EvidenceRenderer, hint: Bool, to emit: ([UInt8]) throws -> Void
  ) throws -> FindingOutcome {
    var artifact: String?
    var table = TextTable([])
    var hasSpecial = false
    func flush() throws {
      guard let artifact else { return }
      let width = path == nil && Terminal.output.isTerminal ? Terminal.output.width : .max
      try emit(
        Array((([artifact] + table.lines(indent: 2, width: width)).joined(separator: "\n") + "\n\n").utf8))
    }
    let outcome = try FindingTable.rows(findings, evidence: renderer) { row in
      if row.artifact != artifact {
        try flush()
        artifact = row.artifact
        table = TextTable(FindingTable.headings.map { ($0, .left) })
      }
      hasSpecial = hasSpecial || row.cells[1].hasSuffix(" *")
      table.add(row.cells)
    }
    try flush()
    var lines = [summary(outcome.counts)]
    if hasSpecial { lines.append("* special category of personal data (GDPR, Article 9)") }
    if hint, evidence == .masked, outcome.counts.all > 0 {
      lines.append("evidence is masked; --evidence full shows the texts")
    }
    try emit(Array((lines.joined(separator: "\n") + "\n").utf8))
    return outcome
  }

  private func summary(_ counts: FindingCounts) -> String {
    var text = ShownText.count(counts.open, "finding")
    if counts.accepted > 0 {
      text += ", and \(counts.accepted) more that \(counts.accepted == 1 ? "is" : "are") accepted"
    }
    if counts.redacted > 0 {
      text += "; \(counts.redacted) of artifacts that are marked sensitive are not shown"
    }
    return text
  }

  // MARK: - JSON

  private func json(
    _ findings: FindingsReport, _ renderer: EvidenceRenderer, to emit: ([UInt8]) throws -> Void
  ) throws -> FindingOutcome {
    let run = JSONValue.string(findings.origin.run.id.text).canonicalText
    try emit(
      Array(
        "{\"format\":\"wct-findings\",\"version\":1,\"run\":\(run),\"evidence\":\"\(evidence.rawValue)\",\"findings\":["
          .utf8))
    var isFirst = true
    let outcome = try FindingTable.objects(findings, evidence: renderer) { object in
      try emit(Array(((isFirst ? "\n" : ",\n") + object.canonicalText).utf8))
      isFirst = false
    }
    let counts: JSONValue = [
      "all": .integer(outcome.counts.all), "accepted": .integer(outcome.counts.accepted),
      "redacted": .integer(outcome.counts.redacted),
    ]
    try emit(Array("\n],\"counts\":\(counts.canonicalText)}\n".utf8))
    return outcome
  }
}
