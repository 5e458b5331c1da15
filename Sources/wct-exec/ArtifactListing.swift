// How one artifact of a run stands, as JSON; shared by the summary and `inspect`.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import Reports
internal import RunHistory

enum ArtifactListing {
  static func json(_ report: RunReport, _ index: InstructionIndex) -> JSONValue {
    let instruction = report.plan.instructions[index.value]
    let state = report.state[index]
    let record = state.last?.artifact
    return [
      "artifact": .string(instruction.id.text),
      "name": .string(report.name(of: index).text),
      "aliases": .array(report.aliases(of: index).map { .string($0.text) }),
      "flags": .array(instruction.flags.names.map { .string($0) }),
      "status": .string(state.status.shown(in: report.run.status).rawValue),
      "schema": .string(instruction.schema.description),
      "duration_seconds": state.last?.duration.map { .number($0) } ?? .null,
      "items": record.map { .integer($0.itemCount) } ?? .null,
      "size": record.map { .integer($0.size) } ?? .null,
      "digest": record.map { .string($0.digest.description) } ?? .null,
      "reason": state.last?.reason.map { .string($0) } ?? .null,
      "code": state.last?.code.map { .string($0.rawValue) } ?? .null,
      "cost": state.last?.cost.map { .number($0) } ?? .null,
      "cause": state.last?.cause.map { .string($0.rawValue) } ?? .null,
      "reused_from": state.last?.origin.map { .string($0.text) } ?? .null,
      "same_as": state.last?.twin.map { .string(report.plan.instructions[$0.value].id.text) } ?? .null,
      "warnings": .array((state.last?.warnings ?? []).map { .string($0) }),
    ]
  }
}
