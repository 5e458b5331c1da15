// A difference for programs: docs/diff.schema.json describes what is written here.
internal import CanonicalJSON
internal import ComponentKit

/// Renders a difference as JSON, every value whole.
package enum JSONDifferenceRenderer {
  package static let format = "wct-diff"
  /// Raised when a reader of the older form could misread the newer one.
  package static let version = 1

  package static func render(_ difference: PlanDifference) -> [UInt8] {
    PrettyJSONWriter.bytes(of: .object(document(difference))) + [0x0A]
  }

  private static func document(_ difference: PlanDifference) -> JSONObject {
    [
      "format": .string(format), "format_version": .integer(version),
      "old": side(difference.old), "new": side(difference.new),
      "result": .string(
        difference.isEmpty ? "same" : difference.isMetadataOnly ? "metadata" : "changed"),
      "breaking": .bool(difference.isBreaking), "sensitive": .bool(difference.flows.isWidened),
      "flows": flows(difference.flows), "outputs": .array(difference.outputs.map(output)),
      "causes": .array(difference.causes.map { cause($0, difference.hasForecast) }),
      "environment": .array(difference.environment.map(change)),
      "metadata": .array(
        difference.metadata.map {
          ["artifact": text($0.artifact), "changes": .array($0.changes.map(change))]
        }),
      "artifacts": .array(difference.artifacts.map(artifact)),
      "totals": totals(difference.totals, difference.hasForecast),
    ]
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private static func side(_ side: PlanDifference.Side) -> JSONValue {
    [
      "name": .string(side.name), "runbook": .string(side.runbook),
      "plan_id": .string(side.planID.description), "digest": .string(side.digest.description),
      "artifacts": .integer(side.artifacts),
    ]
  }

  /// What was not there has no member: null is a value like others.
  private static func change(_ change: Change) -> JSONValue {
    var object: JSONObject = [
      "aspect": .string(change.aspect.rawValue), "pointer": .string(change.pointer),
    ]
    object["old"] = change.old
    object["new"] = change.new
    return .object(object)
  }

  private static func cause(_ cause: Cause, _ hasForecast: Bool) -> JSONValue {
    [
      "kind": .string(cause.kind.rawValue), "subject": .string(cause.subject),
      "previous": text(cause.previous), "origin": text(cause.origin),
      "changes": .array(cause.changes.map(change)),
      "rules": .array(
        cause.rules.map {
          [
            "name": .string($0.name), "state": .string($0.state.rawValue),
            "changes": .array($0.changes.map(change)),
          ]
        }),
      "artifacts": texts(cause.artifacts),
      "reach": [
        "downstream": cause.reach.downstream.map { .integer($0) } ?? .null,
        "outputs": .integer(cause.reach.outputs), "first_outputs": texts(cause.reach.firstOutputs),
        "effort": effort(cause.reach.effort, hasForecast),
      ],
    ]
  }

  private static func effort(_ effort: Effort, _ hasForecast: Bool) -> JSONValue {
    guard hasForecast else { return .null }
    return [
      "artifacts": .integer(effort.artifacts), "known": .integer(effort.known),
      "seconds": .number(effort.seconds), "cost": .number(effort.cost),
    ]
  }

  private static func output(_ output: OutputComparison) -> JSONValue {
    [
      "id": .string(output.id), "previous": text(output.previous), "state": .string(output.state.rawValue),
      "compatibility": .string(output.verdict.rawValue), "reasons": texts(output.reasons),
      "old_schema": text(output.oldSchema?.description), "new_schema": text(output.newSchema?.description),
      "made_anew": .bool(output.isMadeAnew),
    ]
  }

  private static func flows(_ flows: FlowComparison) -> JSONValue {
    func list(_ flows: [SensitiveFlow]) -> JSONValue {
      .array(
        flows.map {
          [
            "origin": .string($0.origin), "sink": .string($0.sink), "ends": texts($0.ends.map(\.rawValue)),
            "path": texts($0.path), "omitted": .integer($0.omitted),
          ]
        })
    }
    return [
      "opened": list(flows.opened), "opened_count": .integer(flows.openedCount),
      "closed": list(flows.closed), "closed_count": .integer(flows.closedCount),
      "marks": .array(
        flows.marks.map { ["artifact": .string($0.artifact), "sensitive": .bool($0.isSet)] }),
      "newly_tainted": .integer(flows.newlyTainted), "no_longer_tainted": .integer(flows.noLongerTainted),
    ]
  }

  private static func artifact(_ artifact: ArtifactComparison) -> JSONValue {
    [
      "id": .string(artifact.id), "previous": text(artifact.previous),
      "state": .string(artifact.state.rawValue),
      "causes": .array(artifact.causes.map { .integer($0) }),
      "forecast": artifact.forecast.map(forecast) ?? .null,
    ]
  }

  /// What the machine said, as it said it.
  static func forecast(_ entry: ForecastEntry) -> JSONValue {
    var row = entry.row
    row["id"] = nil
    for key in ["detail", "from", "seconds", "cost"] where row[key] == nil { row[key] = .null }
    return .object(row)
  }

  private static func totals(_ totals: Totals, _ hasForecast: Bool) -> JSONValue {
    [
      "added": .integer(totals.added), "removed": .integer(totals.removed),
      "modified": .integer(totals.modified), "renamed": .integer(totals.renamed),
      "affected": .integer(totals.affected), "made_anew": .integer(totals.madeAnew),
      "reusable": .integer(totals.reusable), "outputs": .integer(totals.outputs),
      "effort": effort(totals.effort, hasForecast),
    ]
  }
}
