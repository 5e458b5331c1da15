// A record of a journal as a line for people, or as JSON. Does not read journals.
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunHistory

/// Shows transitions of the run of one plan.
struct JournalText {
  let plan: Plan

  /// The transition, then each of its warnings on a line of its own.
  func lines(_ transition: Transition) -> [String] {
    let start = "\(time(transition)) \(name(transition.instruction)): "
    return [start + printable(what(transition))]
      + transition.warnings.map { start + "warning: " + printable($0) }
  }

  /// `2026-01-31 12:00:00.123`, UTC.
  private func time(_ transition: Transition) -> String {
    String(transition.time.text.prefix(23).map { $0 == "T" ? " " : $0 })
  }

  private func name(_ index: InstructionIndex) -> String {
    plan.instructions.indices.contains(index.value)
      ? plan.instructions[index.value].id.text : "\(index.value)"
  }

  private func what(_ transition: Transition) -> String {
    var text =
      transition.status == .completed
      ? ShownDecision.text(transition, in: plan) : transition.status.rawValue.replacingUnderscores
    if let artifact = transition.artifact { text += ", \(ShownText.count(artifact.itemCount, "item"))" }
    if let code = transition.code { text += " (\(code.rawValue))" }
    if let reason = transition.reason { text += ": \(reason)" }
    return text
  }

  func json(_ transition: Transition) -> JSONValue {
    var line: JSONObject = [
      "time": .string(transition.time.text), "artifact": .string(name(transition.instruction)),
      "status": .string(transition.status.rawValue),
      "warnings": .array(transition.warnings.map { .string($0) }),
    ]
    line["reason"] = transition.reason.map { .string($0) }
    line["cause"] = transition.cause.map { .string($0.rawValue) }
    line["code"] = transition.code.map { .string($0.rawValue) }
    line["duration_seconds"] = transition.duration.map { .number($0) }
    line["cost"] = transition.cost.map { .number($0) }
    line["reused_from"] = transition.origin.map { .string($0.text) }
    line["same_as"] = transition.twin.map { .string(name($0)) }
    if let artifact = transition.artifact {
      line["items"] = .integer(artifact.itemCount)
      line["digest"] = .string(artifact.digest.description)
      line["bytes"] = .integer(artifact.size)
    }
    return .object(line)
  }
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}
