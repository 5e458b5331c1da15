// What stands above a plan's instructions, and below them.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan

/// The lines of a plan's tables.
struct PlanHeader {
  let listed: ListedPlan
  let style: ListingStyle

  private var plan: Plan { listed.plan }

  func write(to sink: inout ListingSink) {
    writeIdentity(to: &sink)
    table("components", componentRows, to: &sink)
    table("rulesets", rulesetRows, to: &sink)
    table("environment", environmentRows, to: &sink)
  }

  private func writeIdentity(to sink: inout ListingSink) {
    let name = plan.runbook.description.isEmpty ? "" : ": \(plan.runbook.description)"
    var rows = [
      ("plan", listed.id.description), ("file", listed.digest.description),
      ("runbook", printable(plan.runbook.name + name)),
    ]
    if let contact = plan.runbook.contact { rows.append(("contact", printable(contact))) }
    if let framework = plan.framework { rows.append(("framework", printable(framework))) }
    rows.append(("config", configuration))
    for (label, text) in rows {
      sink.line(style.paint(label.padded(to: 9), .heading) + "  " + text.cut(to: style.width - 11))
    }
  }

  private var configuration: String {
    let config = plan.configuration
    var parts = [
      "max_concurrency \(config.maximumConcurrency)", "max_child_depth \(config.maximumChildDepth)",
    ]
    if let timeout = config.timeout { parts.append("timeout \(JSONValue.number(timeout).canonicalText) s") }
    if let cost = config.costLimit { parts.append("cost_limit \(JSONValue.number(cost).canonicalText)") }
    return parts.joined(separator: ", ")
  }

  private var componentRows: [[String]] {
    plan.components.enumerated().map { index, component in
      [
        "C\(index)", component.kind.rawValue, printable("\(component.type)@\(component.version)"),
        component.manifest.description,
      ]
    }
  }

  private var rulesetRows: [[String]] {
    plan.rulesets.enumerated().map { index, ruleset in
      let fields = ruleset.value.objectValue
      let name = fields?["name"]?.stringValue ?? ""
      let version = fields?["version"]?.stringValue.map { "@\($0)" } ?? ""
      return ["R\(index)", printable(name + version), ruleset.digest.description]
    }
  }

  private var environmentRows: [[String]] {
    plan.environment.map { variable in
      [
        printable(variable.name),
        (variable.isRequired ? "required" : "optional") + (variable.isSecret ? ", secret" : ""),
      ]
    }
  }

  /// What stands in the results, and what artifacts are called elsewhere.
  func writeNames(to sink: inout ListingSink) {
    let outputs = listed.indices.filter { plan.instructions[$0].flags.contains(.output) }
    table(
      "outputs",
      outputs.map { index in
        let instruction = plan.instructions[index]
        return [
          "#\(index)", instruction.id.text, instruction.schema.description,
          printable(instruction.label.name ?? ""),
        ]
      }, to: &sink)
    let aliases = listed.indices.flatMap { index in
      (listed.aliases[index] ?? []).map { [$0, "#\(index)", plan.instructions[index].id.text] }
    }
    table("aliases", aliases.sorted { $0[0] < $1[0] }, to: &sink)
  }

  /// A heading and its rows, their cells aligned.
  private func table(_ heading: String, _ rows: [[String]], to sink: inout ListingSink) {
    guard let first = rows.first else { return }
    sink.line()
    sink.line(style.paint("\(heading) (\(rows.count))", .heading))
    let widths = first.indices.map { column in min(60, rows.map { $0[column].columns }.max() ?? 0) }
    for row in rows where sink.isOpen {
      var line = "  "
      for (column, cell) in row.enumerated() {
        line += column == row.count - 1 ? cell : cell.padded(to: widths[column]) + "  "
      }
      while line.last == " " { line.removeLast() }
      sink.line(line.cut(to: style.width))
    }
  }
}
