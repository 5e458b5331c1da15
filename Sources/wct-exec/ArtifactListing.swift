// How one artifact of a run stands, as JSON; shared by the summary and `inspect`.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import Reports
internal import RunHistory

/// What a listing says of artifacts besides their state.
struct RunDetails {
  /// What alone was to be made.
  let scope: RunScope
  let requests: RequestLedger
}

enum ArtifactListing {
  /// What was written beside an artifact: `ARTIFACT.SCHEMA_NAME`.
  static func sidecars(_ report: RunReport, _ index: InstructionIndex) -> [(
    name: String, record: ArtifactRecord
  )] {
    let id = report.plan.instructions[index.value].id
    return (report.state[index].last?.sidecars ?? []).map { ("\(id).\($0.schema.name)", $0) }
  }

  /// The artifact, then what was written beside it.
  static func json(
    _ report: RunReport, _ index: InstructionIndex, _ details: RunDetails
  ) -> [JSONValue] {
    [artifact(report, index, details)]
      + sidecars(report, index).map { name, record in
        [
          "artifact": .string(name),
          "sidecar_of": .string(report.plan.instructions[index.value].id.text), "status": "completed",
          "schema": .string(record.schema.description), "items": .integer(record.itemCount),
          "size": .integer(record.size), "digest": .string(record.digest.description),
        ]
      }
  }

  private static func artifact(
    _ report: RunReport, _ index: InstructionIndex, _ details: RunDetails
  ) -> JSONValue {
    let instruction = report.plan.instructions[index.value]
    let state = report.state[index]
    let record = state.last?.artifact
    let status = state.status.shown(in: report.run.status)
    let isLeftOut = status == .notStarted && !details.scope.contains(index)
    let cause = isLeftOut ? DecisionReason.notSelected : state.last?.cause
    var listing: JSONObject = [
      "artifact": .string(instruction.id.text),
      "name": .string(report.name(of: index).text),
      "aliases": .array(report.aliases(of: index).map { .string($0.text) }),
      "flags": .array(instruction.flags.names.map { .string($0) }),
      "status": .string(status.rawValue),
      "schema": .string(instruction.schema.description),
      "duration_seconds": state.last?.duration.map { .number($0) } ?? .null,
      "items": record.map { .integer($0.itemCount) } ?? .null,
      "size": record.map { .integer($0.size) } ?? .null,
      "digest": record.map { .string($0.digest.description) } ?? .null,
      "reason": state.last?.reason.map { .string($0) } ?? .null,
      "code": state.last?.code.map { .string($0.rawValue) } ?? .null,
      "cost": state.last?.cost.map { .number($0) } ?? .null,
      "cause": cause.map { .string($0.rawValue) } ?? .null,
      "reused_from": state.last?.origin.map { .string($0.text) } ?? .null,
      "same_as": state.last?.twin.map { .string(report.plan.instructions[$0.value].id.text) } ?? .null,
      "warnings": .array((state.last?.warnings ?? []).map { .string($0) }),
    ]
    if status == .pending, let prepared = report.state.prepared(index) {
      listing["waits_for"] = PollReport.json(PendingState(index, prepared, details.requests))
    }
    return .object(listing)
  }
}
