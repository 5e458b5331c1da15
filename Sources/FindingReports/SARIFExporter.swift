// The exporter `sarif`: findings as results of code scanning.
internal import CanonicalJSON
internal import Diagnostics
internal import RunHistory
internal import SystemFiles

/// Writes the findings of a run in SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format").
package struct SARIFExporter {
  /// Writes the file to its place when it is whole, for its owner alone.
  @discardableResult
  package static func export(
    _ report: FindingsReport, evidence: EvidenceRenderer, to path: String
  ) throws -> FindingOutcome {
    let file = try AtomicFile(replacing: path)
    let outcome = try write(report, evidence: evidence) { try file.write($0) }
    try file.publish(permissions: 0o600)
    return outcome
  }

  /// Hands over the bytes in pieces. The findings are read twice: their rules stand before them.
  @discardableResult
  package static func write(
    _ report: FindingsReport, evidence: EvidenceRenderer, to emit: ([UInt8]) throws -> Void
  ) throws -> FindingOutcome {
    var rules = FindingRules()
    try report.forEach(today: report.today, []) { rules.add($0.finding) }
    var evidence = evidence
    try emit(Array(head(report, rules).utf8))
    var isFirst = true
    let outcome = FindingOutcome(
      try report.forEach(today: report.today) { reported in
        let result = result(reported, rules, evidence.shown(reported.finding))
        try emit(Array(((isFirst ? "\n" : ",\n") + result.canonicalText).utf8))
        isFirst = false
      })
    try emit(Array("\n]}]}\n".utf8))
    return outcome
  }

  /// Everything up to the results, which come one a line.
  private static func head(_ report: FindingsReport, _ rules: FindingRules) -> String {
    let origin = report.origin
    let driver: JSONValue = [
      "name": "wct", "version": .string(String(origin.program.split(separator: " ").last ?? "")),
      "rules": .array(rules.json),
    ]
    var invocation: JSONObject = [
      "executionSuccessful": .bool(origin.run.status == .completed),
      "startTimeUtc": .string(utc(origin.run.startedAt.text)),
    ]
    if let end = origin.run.finishedAt { invocation["endTimeUtc"] = .string(utc(end.text)) }
    let properties: JSONValue = [
      "run": .string(origin.run.id.text), "runbook": .string(origin.run.runbookName),
      "redactedFindings": .integer(report.outputs.filter(\.isSensitive).reduce(0) { $0 &+ $1.count }),
    ]
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return "{\"$schema\":\"\(schema)\",\"version\":\"2.1.0\",\"runs\":[{"
      + "\"tool\":{\"driver\":\(driver.canonicalText)},"
      + "\"automationDetails\":\(JSONValue.object(["id": .string("wct/\(origin.run.runbookName)/")]).canonicalText),"
      + "\"invocations\":[\(JSONValue.object(invocation).canonicalText)],"
      + "\"columnKind\":\"unicodeCodePoints\",\"properties\":\(properties.canonicalText),\"results\":["
  }

  /// SARIF, section 3.9, has times end with `Z`.
  private static func utc(_ text: String) -> String {
    text.hasSuffix("+00:00") ? String(text.dropLast(6)) + "Z" : text
  }

  private static func result(
    _ reported: ReportedFinding, _ rules: FindingRules, _ evidence: [String]
  ) -> JSONValue {
    let finding = reported.finding
    var result: JSONObject = [
      "ruleId": .string(FindingRules.id(finding)), "level": .string(FindingRules.level(finding)),
      "message": ["text": .string(message(reported, evidence))],
      "locations": [location(reported.place)],
      "partialFingerprints": ["wctFinding/v1": .string(reported.id)],
      "properties": .object(properties(reported, evidence)),
    ]
    if let index = rules.index(of: finding) { result["ruleIndex"] = .integer(index) }
    if let confidence = finding.confidence { result["rank"] = .integer(min(100, max(0, confidence))) }
    if let acceptance = reported.acceptance {
      result["suppressions"] = [
        ["kind": "external", "status": "accepted", "justification": .string(acceptance.reason)]
      ]
    }
    return .object(result)
  }

  private static func message(_ reported: ReportedFinding, _ evidence: [String]) -> String {
    let finding = reported.finding
    let times = finding.matches == 1 ? "once" : "\(finding.matches) times"
    let shown = evidence.prefix(5).joined(separator: ", ")
    let text =
      "\(finding.indicator) found \(times) in \(reported.place.text)" + (shown.isEmpty ? "" : ": \(shown)")
    return withoutLinks(text)
  }

  /// A plain text in which brackets are brackets: `[text](place)` is a link (SARIF 2.1.0, 3.11.6).
  private static func withoutLinks(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    return text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
  }

  private static func location(_ place: FindingPlace) -> JSONValue {
    if let cell = place.cell {
      return [
        "physicalLocation": ["artifactLocation": ["uri": .string(FileURI.text(cell.database))]],
        "logicalLocations": [
          [
            "fullyQualifiedName": .string("\(cell.columnText)#\(cell.row)"), "name": .string(cell.column),
            "kind": "member",
          ]
        ],
      ]
    }
    var physical: JSONObject = ["artifactLocation": ["uri": .string(FileURI.text(place.source))]]
    if let line = place.line { physical["region"] = ["startLine": .integer(line)] }
    return ["physicalLocation": .object(physical)]
  }

  private static func properties(_ reported: ReportedFinding, _ evidence: [String]) -> JSONObject {
    let finding = reported.finding
    var object: JSONObject = [
      "artifact": .string(reported.artifact), "matches": .integer(finding.matches),
      "evidence": .array(evidence.map { .string($0) }),
      "specialCategory": .bool(finding.isSpecial), "requiresReview": .bool(finding.legal.requiresReview),
    ]
    let lists = [
      ("lawfulBases", finding.legal.lawfulBases), ("riskModifiers", finding.legal.riskModifiers),
    ]
    for (key, texts) in lists where !texts.isEmpty { object[key] = .array(texts.map { .string($0) }) }
    if let assessment = finding.legal.impactAssessment { object["dpiaRecommendation"] = .string(assessment) }
    return object
  }
}
