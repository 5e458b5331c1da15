// The exporter `csv`: one row a finding.
internal import ComponentKit
internal import Diagnostics
internal import SystemFiles

/// Writes the findings of a run as comma-separated values (RFC 4180, UTF-8, with a header).
package struct CSVExporter {
  /// The columns. More may be added at the end.
  package static let columns = [
    "id", "artifact", "schema", "category", "found", "special_category", "severity", "confidence", "matches",
    "source", "line", "evidence", "articles", "lawful_bases", "dpia", "risk_modifiers", "requires_review",
    "accepted", "accepted_because", "accepted_until", "defused",
  ]

  /// Writes the file to its place when it is whole; findings tell much of people, so it is for its owner alone.
  @discardableResult
  package static func export(
    _ report: FindingsReport, evidence: EvidenceRenderer, to path: String
  ) throws -> FindingOutcome {
    let file = try AtomicFile(replacing: path)
    let outcome = try write(report, evidence: evidence) { try file.write($0) }
    try file.publish(permissions: 0o600)
    return outcome
  }

  /// Hands over the bytes in pieces.
  @discardableResult
  package static func write(
    _ report: FindingsReport, evidence: EvidenceRenderer, to emit: ([UInt8]) throws -> Void
  ) throws -> FindingOutcome {
    var evidence = evidence
    try emit(Array(CSVText.row(columns).utf8))
    return FindingOutcome(
      try report.forEach(today: report.today) { reported in
        try emit(Array(row(reported, evidence.shown(reported.finding)).utf8))
      })
  }

  private static func row(_ reported: ReportedFinding, _ evidence: [String]) -> String {
    let finding = reported.finding
    let legal = finding.legal
    func list(_ texts: [String]) -> String { texts.joined(separator: "; ") }
    let what: [String] = [
      reported.id, reported.artifact, finding.kind.schema.description, finding.category ?? "",
      finding.indicator, "\(finding.isSpecial)", finding.severity ?? "",
      finding.confidence.map { "\($0)" } ?? "", "\(finding.matches)",
    ]
    let place: [String] = [
      finding.place.source, reported.place.line.map { "\($0)" } ?? "", evidence.joined(separator: " | "),
    ]
    let law: [String] = [
      list(legal.articles), list(legal.lawfulBases), legal.impactAssessment ?? "", list(legal.riskModifiers),
      "\(legal.requiresReview)",
    ]
    let acceptance: [String] = [
      "\(reported.acceptance != nil)", reported.acceptance?.reason ?? "",
      reported.acceptance?.until?.description ?? "",
    ]
    let cells = what + place + law + acceptance
    // Whoever reads the file with a program can undo it: the quote stands before these columns' values.
    let defused = zip(columns, cells).filter { CSVText.isFormula($1) }.map(\.0)
    return CSVText.row(cells + [defused.joined(separator: " ")])
  }
}

/// What came of writing findings somewhere.
package struct FindingOutcome: Sendable {
  package let counts: FindingCounts
  package let acceptance: FindingAcceptance

  package init(_ walk: (counts: FindingCounts, acceptance: FindingAcceptance)) {
    counts = walk.counts
    acceptance = walk.acceptance
  }
}
