// The difference of two runs for people, and as JSON. Compares nothing.
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import FindingReports
internal import Reports
internal import RunHistory

struct RunsDifferenceText {
  /// How many findings of a kind are listed for people.
  private static let listed = 20

  let before: RunRecord
  let after: RunRecord
  let difference: RunsDifference

  func lines(width: Int) -> [String] {
    var lines = ["\(title(before)) -> \(title(after))"]
    for output in difference.outputs {
      lines.append("\(printable(output.name)): \(summary(output))")
      guard let findings = output.findings, !output.isSensitive else { continue }
      lines += list("+", findings.new) + list("-", findings.gone)
    }
    if difference.outputs.isEmpty { lines.append("neither has an output") }
    var table = TextTable([
      ("Artifact", .left), ("Status", .left), ("Before", .right), ("After", .right), ("Difference", .right),
    ])
    for artifact in difference.artifacts {
      table.add([
        artifact.name, status(artifact), time(artifact.before), time(artifact.after), change(artifact),
      ])
    }
    return lines + table.lines(width: width)
  }

  private func title(_ run: RunRecord) -> String {
    "run \(run.id) of \(run.startedAt.text.prefix(10)), \(run.status.rawValue)"
  }

  private func summary(_ output: RunsDifference.Output) -> String {
    if let findings = output.findings {
      let accepted = findings.new.count - findings.openCount
      let counts =
        "\(findings.new.count) new\(accepted > 0 ? " (\(accepted) accepted)" : ""), \(findings.gone.count) gone, "
        + "\(findings.unchanged) unchanged"
      return counts + (output.isSensitive ? " (sensitive: not listed)" : "")
    }
    return switch output.change {
    case .same: "same content"
    case .changed: "another content"
    case .appeared: "only in the second run"
    case .disappeared: "only in the first run"
    case .absent: "in neither run"
    }
  }

  private func list(_ sign: String, _ findings: [ListedFinding]) -> [String] {
    let lines = findings.prefix(Self.listed).map { finding in
      let category = finding.category.map { " (\($0))" } ?? ""
      let note = finding.isAccepted ? ", accepted" : ""
      return "  \(sign) " + printable(finding.indicator + category + " in \(finding.place.text)\(note)")
    }
    let rest = findings.count - lines.count
    return rest > 0 ? lines + ["  \(sign) and \(rest) more (--json lists all)"] : lines
  }

  private func status(_ artifact: RunsDifference.Artifact) -> String {
    let (old, new) = (artifact.before?.status.rawValue, artifact.after?.status.rawValue)
    return old == new ? new ?? "" : "\(old ?? "-") -> \(new ?? "-")"
  }

  private func time(_ side: RunsDifference.Side?) -> String {
    guard let side else { return "" }
    return side.isTaken ? "taken" : side.duration.map(ShownText.duration) ?? ""
  }

  private func change(_ artifact: RunsDifference.Artifact) -> String {
    guard let old = artifact.before, let new = artifact.after, !old.isTaken, !new.isTaken,
      let from = old.duration, let to = new.duration
    else { return "" }
    return (to < from ? "-" : "+") + ShownText.duration(abs(to - from))
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "format": "wct-run-diff", "version": 2, "before": json(before), "after": json(after),
      "changed": .bool(difference.hasChanges), "new_findings": .bool(difference.hasNewFindings),
      "outputs": .array(difference.outputs.map(json)),
      "artifacts": .array(difference.artifacts.map(json)),
    ]
  }

  private func json(_ run: RunRecord) -> JSONValue {
    [
      "id": .string(run.id.text), "status": .string(run.status.rawValue),
      "runbook": .string(run.runbookPath ?? run.runbookName), "started_at": .string(run.startedAt.text),
    ]
  }

  private func json(_ output: RunsDifference.Output) -> JSONValue {
    var value: JSONObject = ["artifact": .string(output.name), "change": .string("\(output.change)")]
    if let findings = output.findings {
      value["counts"] = [
        "new": .integer(findings.new.count), "gone": .integer(findings.gone.count),
        "unchanged": .integer(findings.unchanged),
        "accepted": .integer(findings.new.count - findings.openCount),
      ]
      if !output.isSensitive {
        value["new"] = .array(findings.new.map(json))
        value["gone"] = .array(findings.gone.map(json))
      }
    }
    return .object(value)
  }

  private func json(_ finding: ListedFinding) -> JSONValue {
    [
      "id": .string(finding.id), "indicator": .string(finding.indicator),
      "category": finding.category.map { .string($0) } ?? .null,
      "source": .string(finding.place.source),
      "line": finding.place.line.map { .integer($0) } ?? .null, "accepted": .bool(finding.isAccepted),
    ]
  }

  private func json(_ artifact: RunsDifference.Artifact) -> JSONValue {
    [
      "artifact": .string(artifact.name), "before": artifact.before.map(json) ?? .null,
      "after": artifact.after.map(json) ?? .null,
    ]
  }

  private func json(_ side: RunsDifference.Side) -> JSONValue {
    [
      "status": .string(side.status.rawValue), "taken": .bool(side.isTaken),
      "duration_seconds": side.duration.map { .number($0) } ?? .null,
    ]
  }
}
