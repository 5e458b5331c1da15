// Findings one by one, for people and as JSON.
internal import ComponentKit
package import CanonicalJSON
internal import Diagnostics

/// Lists the findings of a run.
package enum FindingTable {
  /// One line of the list, cell by cell, as they stand under ``headings``.
  package struct Row: Sendable {
    package let artifact: String
    package let cells: [String]
  }

  package static let headings = [
    "Id", "Category", "Found", "Where", "Evidence", "Confidence", "Severity", "",
  ]

  /// Hands over the rows, output by output.
  package static func rows(
    _ report: FindingsReport, evidence: EvidenceRenderer, _ body: (Row) throws -> Void
  ) throws -> FindingOutcome {
    var evidence = evidence
    return FindingOutcome(
      try report.forEach(today: report.today) { reported in
        let finding = reported.finding
        var shown = evidence.shown(finding)
        if shown.count > 3 { shown = shown.prefix(3) + ["…"] }
        let cells = [
          reported.shortID, (finding.category ?? "") + (finding.isSpecial ? " *" : ""),
          finding.indicator, reported.place.text, shown.joined(separator: ", "),
          finding.confidence.map(String.init) ?? "", finding.severity ?? "",
          reported.acceptance == nil ? "" : "accepted",
        ]
        try body(Row(artifact: reported.artifact, cells: cells.map(printable)))
      })
  }

  /// The findings as one JSON object a finding.
  package static func objects(
    _ report: FindingsReport, evidence: EvidenceRenderer, _ body: (JSONValue) throws -> Void
  ) throws -> FindingOutcome {
    var evidence = evidence
    return FindingOutcome(
      try report.forEach(today: report.today) { reported in
        try body(json(reported, evidence.shown(reported.finding)))
      })
  }

  private static func json(_ reported: ReportedFinding, _ evidence: [String]) -> JSONValue {
    let finding = reported.finding
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
    return [
      "id": .string(reported.id), "artifact": .string(reported.artifact),
      "schema": .string(finding.kind.schema.description), "category": text(finding.category),
      "found": .string(finding.indicator), "special_category": .bool(finding.isSpecial),
      "severity": text(finding.severity), "confidence": finding.confidence.map { .integer($0) } ?? .null,
      "matches": .integer(finding.matches), "source": .string(finding.place.source),
      "line": reported.place.line.map { .integer($0) } ?? .null, "evidence": texts(evidence),
      "articles": texts(finding.legal.articles), "lawful_bases": texts(finding.legal.lawfulBases),
      "dpia": text(finding.legal.impactAssessment), "risk_modifiers": texts(finding.legal.riskModifiers),
      "requires_review": .bool(finding.legal.requiresReview),
      "accepted": reported.acceptance.map { entry in
        ["because": .string(entry.reason), "until": text(entry.until?.description)]
      } ?? .null,
    ]
  }
}
