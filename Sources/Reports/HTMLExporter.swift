// Writes a run as one HTML page that needs nothing else: no network, no other file.
internal import ComponentKit
internal import ExecutionPlan
package import FindingReports
internal import RunHistory
internal import RunbookGraphs
internal import SystemFiles

/// Writes the report of a run, whatever came of it.
package struct HTMLExporter {
  /// What can be chosen about a report.
  package struct Options: Sendable {
    package var evidence: EvidenceDisplay
    /// How many findings of each output are shown at most.
    package var maximumFindings: Int
    /// The program that makes the report, with its version.
    package var program: String

    /// What digests are keyed with: one key for a report, kept nowhere.
    package var evidenceKey: [UInt8] = (0..<32).map { _ in UInt8.random(in: 0...255) }
    /// Findings that somebody accepted; they are marked.
    package var accepted = AcceptedFindings()

    package init(evidence: EvidenceDisplay = .masked, maximumFindings: Int = 500, program: String) {
      self.evidence = evidence
      self.maximumFindings = maximumFindings
      self.program = program
    }
  }

  /// Artifacts that are listed, in each table, before the rest is only counted.
  static let maximumRows = 1_000
  /// Artifacts that are drawn; a larger picture says nothing any more.
  private static let maximumDrawn = 1_000

  let report: RunReport
  let options: Options

  /// Writes the page beside `path` and puts it there when it is whole.
  ///
  /// - Throws: `SystemError` when the file can't be written.
  package static func export(_ report: RunReport, _ options: Options, to path: String) throws {
    // Findings quote personal data: the file is for its owner alone.
    let file = try AtomicFile(replacing: path)
    try write(report, options) { try file.write($0) }
    try file.publish(permissions: 0o600)
  }

  /// Hands over the page in pieces.
  package static func write(
    _ report: RunReport, _ options: Options, to emit: ([UInt8]) throws -> Void
  ) throws {
    let page = HTMLExporter(report: report, options: options)
    let sections = [
      page.head, page.summary, page.problems, page.graph, TimelineSection(report: report).text,
    ]
    for section in sections { try emit(Array(section.utf8)) }
    try emit(Array("<section aria-labelledby=\"outputs\">\n<h2 id=\"outputs\">Outputs</h2>\n".utf8))
    if report.outputs.isEmpty { try emit(Array("<p>No output was completed.</p>\n".utf8)) }
    for (number, index) in report.outputs.prefix(maximumRows).enumerated() {
      let section = OutputSection(report: report, options: options, index: index, number: number + 1)
      try emit(Array(section.text.utf8))
    }
    try emit(Array(page.omitted(report.outputs.count, "outputs").utf8))
    try emit(Array("</section>\n\(page.surroundings)\(page.end)".utf8))
  }

  /// Says that a list was cut; empty where it was not.
  func omitted(_ count: Int, _ what: String) -> String {
    guard count > Self.maximumRows else { return "" }
    return "<p class=\"r-note\">Only \(Self.maximumRows) of \(count) \(what) are shown.</p>\n"
  }

  // MARK: - The frame

  private var title: String { "Run \(report.run.id) of \(HTMLText.escaped(report.plan.runbook.name))" }

  private var head: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(ReportStyle.policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>\(title)</title>
    <style>
    \(ReportStyle.sheet)
    </style>
    </head>
    <body>
    <a class="r-skip" href="#content">Skip to the content</a>
    <header>
    <h1>\(title)</h1>
    <p>\(HTMLText.escaped(report.plan.runbook.description))</p>
    </header>
    <nav aria-label="Contents"><ul>
    <li><a href="#overview">Overview</a></li><li><a href="#problems">Errors and warnings</a></li>
    <li><a href="#graph">Graph</a></li><li><a href="#timeline">Timeline</a></li>
    <li><a href="#outputs">Outputs</a></li><li><a href="#surroundings">Components and variables</a></li>
    </ul></nav>
    <main id="content">

    """
  }

  private var end: String {
    """
    </main>
    <footer><p class="r-note">Made by \(HTMLText.escaped(options.program)) at \(report.now.text).</p></footer>
    <script>\(ReportStyle.script)</script>
    </body>
    </html>

    """
  }

  // MARK: - Overview

  private var summary: String {
    let status = report.resultStatus
    let counts = ArtifactStatus.allCases.compactMap { status -> String? in
      let count = report.plan.instructions.indices.count { report.status(of: InstructionIndex($0)) == status }
      return count == 0 ? nil : "\(count) \(Self.word(status))"
    }
    let rows: [(String, String)] = [
      ("Status", "<span class=\"r-status r-\(status)\">\(HTMLText.escaped(status))</span>"),
      ("Artifacts", "\(report.plan.instructions.count) (\(counts.joined(separator: ", ")))"),
      ("Started", HTMLText.escaped(report.run.startedAt.text)),
      ("Finished", report.run.finishedAt.map { HTMLText.escaped($0.text) } ?? "not finished"),
      ("Duration", HTMLText.duration(duration)),
      ("Contact", HTMLText.escaped(report.plan.runbook.contact ?? "none named")),
      ("Runbook", HTMLText.escaped(report.run.runbookPath ?? "run from a plan file")),
      ("Plan", "<code>\(report.run.planID)</code>"),
    ]
    let list = rows.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" }.joined()
    return
      "<section aria-labelledby=\"overview\">\n<h2 id=\"overview\">Overview</h2>\n"
      + "<dl>\n\(list)</dl>\n</section>\n"
  }

  /// A run whose process died has no end; what is known of it ends earlier than now.
  private var duration: Double {
    report.run.finishedAt == nil && report.run.status != .running
      ? RunTimeline(report).duration : report.duration
  }

  static func word(_ status: ArtifactStatus) -> String {
    status == .notStarted ? "not started" : status.rawValue
  }

  /// A status with a sign, so that colour alone says nothing.
  static func mark(_ status: ArtifactStatus) -> String {
    "<span class=\"r-status r-\(status.rawValue)\"><span aria-hidden=\"true\">\(sign(status))</span> "
      + "\(word(status))</span>"
  }

  static func sign(_ status: ArtifactStatus) -> String {
    switch status {
    case .completed: "✓"
    case .failed: "✗"
    case .skipped: "–"
    case .pending: "…"
    case .running: "▸"
    case .notStarted: "○"
    }
  }

  // MARK: - Errors and warnings

  private var problems: String {
    let failed = report.instructions(.failed)
    let skipped = report.instructions(.skipped)
    var text = "<section aria-labelledby=\"problems\">\n<h2 id=\"problems\">Errors and warnings</h2>\n"
    text += list("Failed", failed) + list("Skipped", skipped) + list("Pending", report.instructions(.pending))
    let warnings = report.plan.instructions.indices.map { InstructionIndex($0) }.flatMap { index in
      (report.state[index].last?.warnings ?? []).map { (index, $0) }
    }
    if !warnings.isEmpty {
      let items = warnings.prefix(Self.maximumRows).map { item($0.0, $0.1) }.joined()
      text += "<h3>Warnings</h3>\n<ul>\n\(items)</ul>\n" + omitted(warnings.count, "warnings")
    }
    if failed.isEmpty, skipped.isEmpty, warnings.isEmpty { text += "<p>None.</p>\n" }
    return text + "</section>\n"
  }

  private func list(_ title: String, _ indices: [InstructionIndex]) -> String {
    guard !indices.isEmpty else { return "" }
    let items = indices.prefix(Self.maximumRows).map { index in
      let last = report.state[index].last
      let isOptional = report.plan.instructions[index.value].flags.contains(.optional)
      let code = last?.code.map { "[\($0.rawValue)] " } ?? ""
      return item(index, (isOptional ? "(optional) " : "") + code + (last?.reason ?? "no reason given"))
    }
    return "<h3>\(title)</h3>\n<ul>\n\(items.joined())</ul>\n" + omitted(indices.count, "artifacts")
  }

  private func item(_ index: InstructionIndex, _ text: String) -> String {
    "<li><strong>\(HTMLText.escaped(report.name(of: index).text))</strong>: \(HTMLText.escaped(text))</li>\n"
  }

  // MARK: - The graph

  private var graph: String {
    "<section aria-labelledby=\"graph\">\n<h2 id=\"graph\">Graph</h2>\n\(picture)</section>\n"
  }

  private var picture: String {
    let count = report.plan.instructions.count
    guard count <= Self.maximumDrawn else {
      return "<p class=\"r-note\">The graph has \(count) artifacts and is not drawn; the table below says "
        + "what each is made from.</p>\n"
    }
    var graph = RunbookGraph(report.plan)
    graph.setOutcomes(
      report.plan.instructions.indices.map { place in
        let status = report.status(of: InstructionIndex(place))
        return GraphNode.Outcome(
          status: status.rawValue, symbol: Self.sign(status), words: Self.word(status))
      })
    guard let svg = try? graph.text(.svg) else {
      return "<p class=\"r-note\">The graph is too dense to be drawn.</p>\n"
    }
    return "<p>Also in words: the table below says what each artifact is made from.</p>\n"
      + "<div class=\"r-scroll\" role=\"region\" aria-label=\"Picture of the graph\" tabindex=\"0\">\n"
      + "\(svg)</div>\n"
  }

  // MARK: - Components and variables

  private var surroundings: String {
    let components = report.plan.components.prefix(Self.maximumRows).map { component in
      "<tr><th scope=\"row\">\(HTMLText.escaped(component.type))</th><td>\(component.kind.rawValue)</td>"
        + "<td>\(HTMLText.escaped(component.version))</td><td><code>\(component.manifest)</code></td></tr>\n"
    }
    let variables = report.plan.environment.prefix(Self.maximumRows).map { variable in
      "<tr><th scope=\"row\"><code>\(HTMLText.escaped(variable.name))</code></th>"
        + "<td>\(variable.isRequired ? "required" : "optional")</td>"
        + "<td>\(variable.isSecret ? "secret" : "")</td></tr>\n"
    }
    return
      "<section aria-labelledby=\"surroundings\">\n<h2 id=\"surroundings\">Components and variables</h2>\n"
      + Self.table(
        "Components that the plan calls", ["Component", "Kind", "Version", "Interface"], components)
      + (variables.isEmpty
        ? "<p>The run read no variable.</p>\n"
        : Self.table(
          "Variables that were read when the plan ran; values are never shown",
          ["Variable", "Required", "Secret"], variables)) + "</section>\n"
  }

  static func table(_ caption: String, _ heads: [String], _ rows: [String], id: String? = nil) -> String {
    let columns = heads.map { "<th scope=\"col\">\($0)</th>" }.joined()
    return
      "<table\(id.map { " id=\"\($0)\"" } ?? "")>\n<caption>\(caption)</caption>\n"
      + "<thead><tr>\(columns)</tr></thead>\n"
      + "<tbody>\n\(rows.joined())</tbody>\n</table>\n"
  }
}
