// A plan against a store: what would be reused, what would run, and why, before anything runs.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan

/// What the machine expects of each artifact of a plan, for people and for programs.
package struct ForecastListing {
  package static let format = "wct-store-diff"
  package static let version = 1

  private let plan: ComparablePlan
  private let store: String
  private let rows: [(id: String, isOutput: Bool, entry: ForecastEntry?)]
  private let total: Effort
  private let saved: Effort

  /// - Parameter isSelected: Whether an instruction is to be spoken of.
  package init(
    _ plan: ComparablePlan, _ forecast: RunForecast, store: String, isSelected: (Int) -> Bool
  ) {
    self.plan = plan
    self.store = store
    var (total, saved) = (Effort(), Effort())
    rows = plan.instructions.indices.filter(isSelected).map { index in
      let entry = forecast[plan.id(at: index)]
      if entry?.verdict == "run" { total.add(seconds: entry?.seconds, cost: entry?.cost) }
      if entry?.verdict == "reuse" { saved.add(seconds: entry?.seconds, cost: entry?.cost) }
      return (plan.id(at: index), plan.instructions[index].flags.contains(.output), entry)
    }
    (self.total, self.saved) = (total, saved)
  }

  private func count(_ verdict: String) -> Int { rows.count { $0.entry?.verdict == verdict } }

  // MARK: - Text

  package func text(isColoured: Bool) -> String {
    var lines = ["\(printable(plan.name)) against the store \(printable(store))", ""]
    let width = min(48, rows.map { printable($0.id).unicodeScalars.count }.max() ?? 0)
    lines += rows.map { row in
      let name = printable(row.id)
      let pad = String(repeating: " ", count: max(0, width - name.unicodeScalars.count))
      return "  \(verdict(row.entry, isColoured))  \(name)\(pad)  \(reason(row.entry))"
    }
    lines.append("")
    lines.append(
      "\(count("reuse")) of \(DifferenceWording.count(rows.count, "artifact")) taken from earlier runs"
        + (DifferenceWording.effort(saved).map { ", which took \($0)" } ?? ""))
    lines.append(
      "\(DifferenceWording.count(count("run"), "artifact")) to run"
        + (DifferenceWording.effort(total).map { ", \($0)" } ?? ""))
    return lines.joined(separator: "\n") + "\n"
  }

  private func verdict(_ entry: ForecastEntry?, _ isColoured: Bool) -> String {
    let word = printable(entry?.verdict ?? "unknown")
    let padded = word + String(repeating: " ", count: max(0, 5 - word.count))
    guard isColoured else { return padded }
    return "\u{1B}[\(word == "reuse" ? "32" : "33")m\(padded)\u{1B}[0m"
  }

  private func reason(_ entry: ForecastEntry?) -> String {
    guard let entry else { return "the machine does not know it" }
    var text = printable(entry.detail ?? entry.reason)
    if let run = entry.run, !text.contains(run) { text += " (run \(printable(run)))" }
    if let seconds = entry.seconds { text += ", \(DifferenceWording.duration(seconds))" }
    return text
  }

  // MARK: - JSON

  package func json() -> [UInt8] {
    let value: JSONValue = [
      "format": .string(Self.format), "format_version": .integer(Self.version),
      "plan": .string(plan.name), "plan_id": .string(plan.id.description), "store": .string(store),
      "artifacts": .array(
        rows.map { row in
          [
            "id": .string(row.id), "output": .bool(row.isOutput),
            "forecast": row.entry.map { JSONDifferenceRenderer.forecast($0) } ?? .null,
          ]
        }),
      "totals": [
        "artifacts": .integer(rows.count), "reuse": .integer(count("reuse")), "run": .integer(count("run")),
        "skip": .integer(count("skip")),
        "run_seconds": .number(total.seconds), "run_cost": .number(total.cost),
        "saved_seconds": .number(saved.seconds), "saved_cost": .number(saved.cost),
      ],
    ]
    return PrettyJSONWriter.bytes(of: value) + [0x0A]
  }
}
