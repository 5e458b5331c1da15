// The difference of two runs for people, and as JSON. Compares nothing.
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
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
      lines += list("+", findings.appeared) + list("-", findings.disappeared)
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
      let counts =
        "\(findings.appeared.count) appeared, \(findings.disappeared.count) disappeared, "
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
      return "  \(sign) " + printable(finding.indicator + category + " in \(finding.source)")
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
      "format": "wct-run-diff", "version": 1, "before": json(before), "after": json(after),
      "changed": .bool(difference.hasChanges), "outputs": .array(difference.outputs.map(json)),
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
        "appeared": .integer(findings.appeared.count), "disappeared": .integer(findings.disappeared.count),
        "unchanged": .integer(findings.unchanged),
      ]
      if !output.isSensitive {
        value["appeared"] = .array(findings.appeared.map(json))
        value["disappeared"] = .array(findings.disappeared.map(json))
      }
    }
    return .object(value)
  }

  private func json(_ finding: ListedFinding) -> JSONValue {
    [
      "id": .string(finding.id), "indicator": .string(finding.indicator),
      "category": finding.category.map { .string($0) } ?? .null,
      "source": .string(finding.source),
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
