// The artifacts of a run in time, as a table of a report whose last column is a picture.
internal import ComponentKit
internal import ExecutionPlan
internal import FindingReports
internal import RunHistory

struct TimelineSection {
  let report: RunReport

  var text: String {
    let timeline = RunTimeline(report)
    var intervals: [InstructionIndex: RunTimeline.Interval] = [:]
    for interval in timeline.intervals { intervals[interval.index] = interval }
    // In time first, then what never began, in the order of the plan.
    let rest = report.plan.instructions.indices.map { InstructionIndex($0) }.filter { intervals[$0] == nil }
    let all = timeline.intervals.map(\.index) + rest
    let rows = all.prefix(HTMLExporter.maximumRows).map { row($0, intervals[$0], timeline) }
    let heads = ["Artifact", "Status", "Made from", "Component", "Began after", "Took", "Items", "Time"]
    var text = "<section aria-labelledby=\"timeline\">\n<h2 id=\"timeline\">Timeline</h2>\n"
    text += critical(timeline)
    text += HTMLExporter.table(
      "Every artifact, by when its making began; the bars span \(HTMLText.duration(timeline.duration))",
      heads, rows)
    if all.count > rows.count {
      text += "<p class=\"r-note\">Only \(rows.count) of \(all.count) artifacts are shown.</p>\n"
    }
    return text + "</section>\n"
  }

  private func critical(_ timeline: RunTimeline) -> String {
    let path = timeline.criticalPath
    guard !path.isEmpty else { return "<p>Nothing was worked on.</p>\n" }
    let seconds = timeline.intervals.filter(\.isCritical).reduce(0) { $0 + $1.duration }
    let names = path.suffix(50).map { HTMLText.escaped(report.name(of: $0).text) }
    let cut = path.count > names.count ? "… → " : ""
    return
      "<p><strong>Critical path</strong>, \(HTMLText.duration(seconds)) of work, each waiting for the one "
      + "before: \(cut)\(names.joined(separator: " → "))</p>\n"
  }

  private func row(
    _ index: InstructionIndex, _ interval: RunTimeline.Interval?, _ timeline: RunTimeline
  ) -> String {
    let instruction = report.plan.instructions[index.value]
    let last = report.state[index].last
    let isCritical = interval?.isCritical == true
    let mark = isCritical ? " <span class=\"r-mark\">critical path</span>" : ""
    let name = HTMLText.escaped(report.name(of: index).text)
    let cells = [
      HTMLExporter.mark(report.status(of: index)) + note(last),
      sources(instruction),
      HTMLText.escaped(report.component(of: index) ?? instruction.operation.name),
    ]
    let numbers = [
      interval.map { HTMLText.duration($0.start.seconds(since: timeline.start)) } ?? "",
      interval.map { HTMLText.duration($0.duration) } ?? "",
      last?.artifact.map { String($0.itemCount) } ?? "",
    ]
    return "<tr><th scope=\"row\">\(name)\(mark)</th>" + cells.map { "<td>\($0)</td>" }.joined()
      + numbers.map { "<td class=\"r-number\">\($0)</td>" }.joined()
      + "<td class=\"r-track\">\(interval.map { bar($0, timeline) } ?? "")</td></tr>\n"
  }

  private func note(_ last: Transition?) -> String {
    if let origin = last?.origin {
      return " <span class=\"r-note\">from run \(HTMLText.escaped(origin.text))</span>"
    }
    guard let twin = last?.twin, report.plan.instructions.indices.contains(twin.value) else { return "" }
    return " <span class=\"r-note\">same as \(HTMLText.escaped(report.name(of: twin).text))</span>"
  }

  private func sources(_ instruction: Instruction) -> String {
    let names = instruction.operands.prefix(20).map { HTMLText.escaped(report.name(of: $0).text) }
    let rest = instruction.operands.count - names.count
    return names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// The numbers beside it say the same.
  private func bar(_ interval: RunTimeline.Interval, _ timeline: RunTimeline) -> String {
    let left = HTMLText.percent(interval.start.seconds(since: timeline.start), of: timeline.duration)
    let width = HTMLText.percent(interval.duration, of: timeline.duration)
    return "<span class=\"r-bar\(interval.isCritical ? " r-critical" : "")\" aria-hidden=\"true\" "
      + "style=\"margin-left:min(\(left),100% - 3px);width:\(width)\"></span>"
  }
}
