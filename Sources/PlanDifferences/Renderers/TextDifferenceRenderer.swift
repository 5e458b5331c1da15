// A difference for a terminal or a log.
internal import ComponentKit
internal import Diagnostics

/// Renders a difference as text, root causes first.
package struct TextDifferenceRenderer {
  private let isColoured: Bool
  private static let listed = 50

  package init(isColoured: Bool) { self.isColoured = isColoured }

  package func render(_ difference: PlanDifference) -> String {
    guard !difference.isEmpty else { return same(difference) }
    var lines: [String] = []
    lines.append(
      styled("\(printable(difference.old.name)) → \(printable(difference.new.name))", .bold)
        + "  plan \(short(difference.old)) → \(short(difference.new))")
    lines += flows(difference.flows) + outputs(difference.outputs) + causes(difference.causes)
    lines += environment(difference.environment) + metadata(difference.metadata)
    lines.append("")
    if difference.isMetadataOnly {
      lines.append(DifferenceWording.metadataOnly(difference))
    } else {
      lines += DifferenceWording.totals(difference)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func same(_ difference: PlanDifference) -> String {
    let names = "\(printable(difference.old.name)) and \(printable(difference.new.name))"
    guard difference.hasSamePlanID else {
      return "\(names): \(DifferenceWording.sameness(difference))\n"
    }
    return "\(names) are the same plan (\(short(difference.new)))\n"
  }

  private func short(_ side: PlanDifference.Side) -> String { String(side.planID.hexadecimal.prefix(12)) }

  // MARK: - Sections

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", styled(title, .bold)] + lines
  }

  private func flows(_ flows: FlowComparison) -> [String] {
    var lines: [String] = []
    for flow in flows.opened {
      lines.append(
        "  " + styled("opened", .red)
          + "  \(printable(flow.origin)) reaches \(printable(flow.sink)) (\(DifferenceWording.ends(flow)))")
      if flow.path.count > 2 { lines.append("          \(DifferenceWording.way(flow))") }
    }
    lines += rest(flows.openedCount - flows.opened.count, "opened flow")
    for mark in flows.marks.prefix(Self.listed) {
      lines.append(
        "  " + styled(mark.isSet ? "marked" : "unmarked", mark.isSet ? .green : .red)
          + "  \(printable(mark.artifact)) is \(DifferenceWording.mark(mark))")
    }
    lines += rest(flows.marks.count - Self.listed, "mark")
    for flow in flows.closed {
      lines.append(
        "  " + styled("closed", .green)
          + "  \(printable(flow.origin)) no longer reaches \(printable(flow.sink)) (\(DifferenceWording.ends(flow)))"
      )
    }
    lines += rest(flows.closedCount - flows.closed.count, "closed flow")
    if flows.newlyTainted > 0 {
      lines.append(
        "  \(DifferenceWording.count(flows.newlyTainted, "artifact")) newly derived from sensitive data")
    }
    if flows.noLongerTainted > 0 {
      lines.append(
        "  \(DifferenceWording.count(flows.noLongerTainted, "artifact")) no longer derived from sensitive data"
      )
    }
    return section("Sensitive data", lines)
  }

  private func outputs(_ outputs: [OutputComparison]) -> [String] {
    let noteworthy = DifferenceWording.noteworthy(outputs)
    let lines = noteworthy.prefix(Self.listed).map { output in
      let verdict = styled(
        pad(output.verdict.rawValue, 10), output.verdict == .breaking ? .red : .green)
      return "  \(verdict)  \(printable(output.id)): \(DifferenceWording.reasons(output))"
    }
    return section("Outputs", lines + rest(noteworthy.count - Self.listed, "output"))
  }

  private func causes(_ causes: [Cause]) -> [String] {
    section("Causes", causes.flatMap(cause))
  }

  private func cause(_ cause: Cause) -> [String] {
    let title = DifferenceWording.title(cause)
    let words = [title.word, title.subject].filter { !$0.isEmpty }.joined(separator: " ")
    let remark =
      title.remark.isEmpty
      ? "" : title.remark.hasPrefix(",") || title.remark.hasPrefix(" ") ? title.remark : "  \(title.remark)"
    var lines = ["  \(sign(DifferenceWording.sign(of: cause.kind))) \(words)\(remark)"]
    let all = DifferenceWording.lines(cause)
    lines += all.prefix(DifferenceWording.shownLines).map(line)
    lines += rest(all.count - DifferenceWording.shownLines, "change", indent: 6)
    if let reach = DifferenceWording.reach(cause) { lines.append("      \(reach)") }
    return lines
  }

  private func line(_ line: DifferenceWording.Line) -> String {
    let start = String(repeating: " ", count: 2 + 4 * line.depth) + sign(line.sign) + " " + line.label
    switch (line.old, line.new) {
    case (let old?, let new?): return "\(start): \(old) → \(new)"
    case (let value?, nil), (nil, let value?): return "\(start): \(value)"
    case (nil, nil): return start
    }
  }

  private func environment(_ changes: [Change]) -> [String] {
    let lines = changes.prefix(Self.listed).map { line(DifferenceWording.line($0, depth: 0)) }
    return section("Variables", lines + rest(changes.count - Self.listed, "change"))
  }

  private func metadata(_ changes: [MetadataChange]) -> [String] {
    var lines: [String] = []
    for change in changes.prefix(Self.listed) {
      lines.append("  \(change.artifact.map { printable($0) } ?? "the runbook")")
      lines += change.changes.map { line(DifferenceWording.line($0)) }
    }
    return section("Names and descriptions", lines + rest(changes.count - Self.listed, "artifact"))
  }

  private func rest(_ number: Int, _ what: String, indent: Int = 2) -> [String] {
    guard number > 0 else { return [] }
    let words = "… and \(DifferenceWording.count(number, "more \(what)"))"
    return [String(repeating: " ", count: indent) + words + "; --format json lists all"]
  }

  // MARK: - Style

  private enum Style: String {
    case bold = "1"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  private func sign(_ sign: DifferenceWording.Line.Sign) -> String {
    switch sign {
    case .added: styled("+", .green)
    case .removed: styled("-", .red)
    case .modified: styled("~", .yellow)
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
