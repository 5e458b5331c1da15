// A difference as one HTML file that loads nothing, for light and dark screens and for paper.

internal import ComponentKit
/// Renders a difference as an HTML page.
package enum HTMLDifferenceRenderer {
  /// More than this many artifacts are not listed one by one.
  private static let listedArtifacts = 2_000

  package static func render(_ difference: PlanDifference) -> String {
    let title = "\(escape(difference.old.name)) → \(escape(difference.new.name))"
    var body = "<header><h1>Plan difference</h1><p class=\"names\"><code>\(title)</code></p>\n"
    body += facts(difference) + "</header>\n<main>\n"
    if !difference.isEmpty {
      body += flows(difference.flows) + outputs(difference.outputs) + causes(difference.causes)
      body += environment(difference.environment) + metadata(difference.metadata)
      body += artifacts(difference)
    }
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      \(body)</main>
      </body>
      </html>

      """
  }

  private static func escape(_ text: String) -> String { HTMLText.escape(text) }

  // MARK: - Sections

  private static func facts(_ difference: PlanDifference) -> String {
    if difference.isEmpty {
      let words = difference.hasSamePlanID ? "Both are the same plan" : DifferenceWording.sameness(difference)
      return "<p>\(words).</p>\n"
    }
    if difference.isMetadataOnly { return "<p>\(DifferenceWording.metadataOnly(difference)).</p>\n" }
    let items = DifferenceWording.totals(difference).map { "<li>\(escape($0))</li>" }.joined()
    return "<ul class=\"facts\">\(items)</ul>\n"
  }

  private static func section(_ title: String, _ kind: String, _ content: String) -> String {
    content.isEmpty ? "" : "<section class=\"\(kind)\"><h2>\(title)</h2>\n\(content)</section>\n"
  }

  private static func flows(_ flows: FlowComparison) -> String {
    guard !flows.isEmpty else { return "" }
    var rows = flows.opened.map { row("opened", "bad", $0, "reaches") }
    rows += flows.marks.map {
      "<li><strong class=\"\($0.isSet ? "good" : "bad")\">\($0.isSet ? "marked" : "unmarked")</strong> "
        + "<code>\(escape($0.artifact))</code> is \(DifferenceWording.mark($0))</li>"
    }
    rows += flows.closed.map { row("closed", "good", $0, "no longer reaches") }
    let counts = [
      (flows.openedCount - flows.opened.count, "more opened flow"),
      (flows.closedCount - flows.closed.count, "more closed flow"),
      (flows.newlyTainted, "artifact newly derived from sensitive data"),
      (flows.noLongerTainted, "artifact no longer derived from sensitive data"),
    ].filter { $0.0 > 0 }.map { "<li>\($0.0) × \($0.1)</li>" }
    return section(
      "Sensitive data", flows.isWidened ? "alarm" : "note",
      "<ul>\((rows + counts).joined(separator: "\n"))</ul>\n")
  }

  private static func row(_ word: String, _ kind: String, _ flow: SensitiveFlow, _ verb: String) -> String {
    let way =
      flow.path.count > 2 ? "<br><small><code>\(escape(DifferenceWording.way(flow)))</code></small>" : ""
    return "<li><strong class=\"\(kind)\">\(word)</strong> <code>\(escape(flow.origin))</code> \(verb) "
      + "<code>\(escape(flow.sink))</code> (\(DifferenceWording.ends(flow)))\(way)</li>"
  }

  private static func outputs(_ outputs: [OutputComparison]) -> String {
    guard !outputs.isEmpty else { return "" }
    let noteworthy = DifferenceWording.noteworthy(outputs)
    let rows = (noteworthy + outputs.filter { $0.verdict == .same }).map { output in
      let kind = output.verdict == .breaking ? "bad" : output.verdict == .same ? "" : "good"
      let schema = [output.oldSchema, output.newSchema].compactMap { $0?.description }
      let shown = schema.count == 2 && schema[0] == schema[1] ? [schema[0]] : schema
      return "<tr><td><code>\(escape(output.id))</code></td>"
        + "<td class=\"\(kind)\">\(output.verdict.rawValue)</td>"
        + "<td><code>\(escape(shown.joined(separator: " → ")))</code></td>"
        + "<td>\(escape(DifferenceWording.reasons(output)))</td></tr>"
    }
    return section(
      "Outputs", "outputs",
      "<table><thead><tr><th>output</th><th>for its readers</th><th>schema</th><th>why</th></tr></thead>\n"
        + "<tbody>\(rows.joined(separator: "\n"))</tbody></table>\n")
  }

  private static func causes(_ causes: [Cause]) -> String {
    let isOpen = causes.count <= 200
    return section("Causes", "causes", causes.map { cause($0, isOpen) }.joined(separator: "\n"))
  }

  private static func cause(_ cause: Cause, _ isOpen: Bool) -> String {
    let title = DifferenceWording.title(cause)
    let subject = title.subject.isEmpty ? "" : " <code>\(escape(title.subject))</code>"
    let remark = title.remark.isEmpty ? "" : " <small>\(escape(title.remark))</small>"
    let lines = DifferenceWording.lines(cause).map(line).joined(separator: "\n")
    let reach = DifferenceWording.reach(cause).map { "<p class=\"reach\">\(escape($0))</p>" } ?? ""
    let sign = sign(DifferenceWording.sign(of: cause.kind))
    return "<details\(isOpen ? " open" : "")><summary>\(sign) \(title.word)\(subject)\(remark)</summary>\n"
      + (lines.isEmpty ? "" : "<ul class=\"changes\">\(lines)</ul>\n") + reach + "</details>"
  }

  private static func line(_ line: DifferenceWording.Line) -> String {
    var text = "<li class=\"depth\(line.depth)\">\(sign(line.sign)) <code>\(escape(line.label))</code>"
    if let old = line.old { text += " <del><code>\(escape(old))</code></del>" }
    if line.old != nil, line.new != nil { text += " →" }
    if let new = line.new { text += " <ins><code>\(escape(new))</code></ins>" }
    return text + "</li>"
  }

  private static func environment(_ changes: [Change]) -> String {
    let rows = changes.map { line(DifferenceWording.line($0)) }.joined(separator: "\n")
    return section("Variables", "environment", rows.isEmpty ? "" : "<ul class=\"changes\">\(rows)</ul>\n")
  }

  private static func metadata(_ changes: [MetadataChange]) -> String {
    let rows = changes.map { change in
      let lines = change.changes.map { line(DifferenceWording.line($0)) }.joined(separator: "\n")
      return "<dt>\(change.artifact.map { "<code>\(escape($0))</code>" } ?? "the runbook")</dt>"
        + "<dd><ul class=\"changes\">\(lines)</ul></dd>"
    }
    return section(
      "Names and descriptions", "metadata",
      rows.isEmpty ? "" : "<dl>\(rows.joined(separator: "\n"))</dl>\n")
  }

  private static func artifacts(_ difference: PlanDifference) -> String {
    guard !difference.artifacts.isEmpty else { return "" }
    let rows = difference.artifacts.prefix(listedArtifacts).map { artifact in
      let previous = artifact.previous.map { " <small>was <code>\(escape($0))</code></small>" } ?? ""
      let forecast = artifact.forecast.map { "\($0.verdict)\($0.detail.map { ": \($0)" } ?? "")" } ?? ""
      return "<tr><td><code>\(escape(artifact.id))</code>\(previous)</td>"
        + "<td>\(artifact.state.rawValue)</td><td>\(escape(forecast))</td></tr>"
    }
    let rest = difference.artifacts.count - rows.count
    let note = rest > 0 ? "<p>… and \(rest) more; the JSON lists all.</p>\n" : ""
    return section(
      "All artifacts that are not as they were", "artifacts",
      "<table><thead><tr><th>artifact</th><th>state</th><th>forecast</th></tr></thead>\n"
        + "<tbody>\(rows.joined(separator: "\n"))</tbody></table>\n" + note)
  }

  private static func sign(_ sign: DifferenceWording.Line.Sign) -> String {
    switch sign {
    case .added: "<span class=\"sign good\">+</span>"
    case .removed: "<span class=\"sign bad\">−</span>"
    case .modified: "<span class=\"sign edit\">~</span>"
    }
  }

  // MARK: - Style

  private static let style = """
    :root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --good: #116329; --bad: #a40e26; }
    :root { --edit: #7d4e00; }
    @media (prefers-color-scheme: dark) {
      :root { --line: #3d444d; --soft: #151b23; --good: #7ee787; --bad: #ffa198; --edit: #e3b341; }
    }
    body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
    h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
    code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; padding: .3rem .5rem; vertical-align: top; }
    th, td { border-bottom: 1px solid var(--line); } ul.changes { list-style: none; padding-left: 1rem; }
    details { border: 1px solid var(--line); border-radius: 6px; margin: .4rem 0; padding: .3rem .6rem; }
    details { break-inside: avoid; }
    summary { cursor: pointer; } .depth2 { margin-left: 1.5rem; }
    .sign { font-family: ui-monospace, monospace; font-weight: bold; }
    .good, ins { color: var(--good); } .bad, del { color: var(--bad); } .edit { color: var(--edit); }
    del { text-decoration: line-through; } ins { text-decoration: none; } .reach { margin: .3rem 0 0 1rem; }
    section.alarm { border-left: 4px solid var(--bad); background: var(--soft); padding: .2rem 1rem; }
    section.note { border-left: 4px solid var(--good); background: var(--soft); padding: .2rem 1rem; }
    @media print {
      body { max-width: none; font-size: 11px; } details { border-color: #999; } summary { font-weight: bold; }
    }
    """
}
