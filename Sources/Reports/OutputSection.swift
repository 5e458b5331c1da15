// One output of a run as a part of a report: its findings in a table that can be filtered.
internal import ComponentKit
internal import CanonicalJSON
internal import ExecutionPlan
internal import FindingReports
internal import RunHistory

struct OutputSection {
  /// Texts of one finding that are shown.
  private static let maximumEvidence = 3

  let report: RunReport
  let options: HTMLExporter.Options
  let index: InstructionIndex
  /// The place among the outputs, which makes the ids of its elements.
  let number: Int

  private var instruction: Instruction { report.plan.instructions[index.value] }

  var text: String {
    let label = instruction.label.name ?? report.name(of: index).text
    var text = "<h3 id=\"output-\(number)\">\(HTMLText.escaped(label))</h3>\n"
    if let description = instruction.label.description { text += "<p>\(HTMLText.escaped(description))</p>\n" }
    text +=
      "<p class=\"r-note\">Artifact \(HTMLText.escaped(report.name(of: index).text)), "
      + "\(HTMLText.escaped(instruction.schema.description))"
    text += (report.state[index].last?.artifact).map { ", <code>\($0.digest)</code></p>\n" } ?? "</p>\n"
    if instruction.flags.contains(.sensitive) {
      return text + "<p>\(JSONExporter.redacted): the runbook marks this artifact as sensitive.</p>\n"
    }
    return text + content
  }

  private var content: String {
    do {
      guard let reader = try report.reader(of: index) else { return "<p>It has no content.</p>\n" }
      guard report.itemsProperty(of: reader.schema) == "findings" else {
        return
          "<p>\(HTMLText.count(reader.itemCount, "item")), not findings: the results file has them.</p>\n"
      }
      return try findings(reader)
    } catch {
      return "<p>It can't be read: \(HTMLText.escaped("\(error)"))</p>\n"
    }
  }

  private struct EnoughFindings: Error {}

  private func findings(_ reader: any ArtifactReader) throws -> String {
    guard reader.itemCount > 0 else { return "<p>Nothing was found.</p>\n" }
    var findings: [ReportedFinding] = []
    let source = report.findings(of: [index], accepted: options.accepted, program: options.program)
    do {
      try source.forEach(today: source.today) { finding in
        guard findings.count < options.maximumFindings else { throw EnoughFindings() }
        findings.append(finding)
      }
    } catch is EnoughFindings {}
    var evidence = EvidenceRenderer(
      options.evidence, key: options.evidenceKey, maximumCount: Self.maximumEvidence)
    let id = "findings-\(number)"
    let shown = findings.count
    let isCut = shown < reader.itemCount
    let caption =
      isCut
      ? "Only the first \(shown) of \(reader.itemCount) findings; the results file has all"
      : HTMLText.count(shown, "finding")
    let accepted = findings.count { $0.acceptance != nil }
    let masked =
      switch options.evidence {
      case .masked: "; of each value the first and the last character"
      case .hashed: "; of each value a digest that is the same for equal ones in this report"
      case .full: ""
      }
    return filter(findings, table: id)
      + HTMLExporter.table(
        caption + (accepted > 0 ? ", \(accepted) of them accepted" : "") + masked,
        ["Found", "Category", "Severity", "Matches", "Where", "Evidence"],
        findings.map { row($0, evidence.shown($0.finding)) }, id: id)
  }

  // MARK: - Parts

  /// Hidden until the script shows it: without a script it would do nothing.
  private func filter(_ findings: [ReportedFinding], table: String) -> String {
    let categories = Set(findings.map { category($0.finding) }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let choices = categories.prefix(200).map {
      "<option value=\"\(HTMLText.escaped($0))\">\(HTMLText.escaped($0))</option>"
    }
    return
      "<div class=\"r-filter\" role=\"search\" aria-label=\"Findings of output \(number)\" "
      + "data-filter=\"\(table)\" hidden>"
      + "<label>Text <input type=\"search\" autocomplete=\"off\"></label>"
      + "<label>Category <select><option value=\"\">all</option>\(choices.joined())</select></label>"
      + "<output aria-live=\"polite\"></output></div>\n"
  }

  /// The category, or what was found where nothing was classified.
  private func category(_ finding: Finding) -> String { finding.category ?? finding.indicator }

  private func row(_ reported: ReportedFinding, _ evidence: [String]) -> String {
    let finding = reported.finding
    let special = finding.isSpecial ? " <span class=\"r-mark\">special category (GDPR, Article 9)</span>" : ""
    let accepted = reported.acceptance.map { entry in
      let until = entry.until.map { " until \($0)" } ?? ""
      return "<br><span class=\"r-note\">accepted\(until): \(HTMLText.escaped(entry.reason))</span>"
    }
    let cells = [
      HTMLText.escaped(finding.category ?? "") + special, HTMLText.escaped(finding.severity ?? ""),
      String(finding.matches), HTMLText.escaped(reported.place.text),
    ]
    let texts = evidence.map(HTMLText.escaped).joined(separator: "<br>")
    let id = "<br><code class=\"r-note r-short\">\(reported.shortID)</code>"
    return "<tr data-category=\"\(HTMLText.escaped(category(finding)))\">"
      + "<th scope=\"row\">\(HTMLText.escaped(finding.indicator))\(id)\(accepted ?? "")</th>"
      + cells.map { "<td>\($0)</td>" }.joined()
      + "<td\(options.evidence == .full ? "" : " class=\"r-short\"")>\(texts)</td></tr>\n"
  }
}
