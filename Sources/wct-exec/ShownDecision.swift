// How it is said that an artifact was made, taken from an earlier run, or is the same as another.
internal import CommandSupport
internal import ExecutionPlan
internal import RunHistory

enum ShownDecision {
  /// `completed in 0.35 s`, `reused from RUN`, `same as 'X'`; for a completed artifact.
  static func text(_ transition: Transition, in plan: Plan) -> String {
    if let twin = twin(transition, in: plan) { return "same as '\(twin)'" }
    if let origin = transition.origin { return "reused from \(origin)" }
    return "completed in \(ShownText.duration(transition.duration ?? 0))"
  }

  /// The same in a table, after the status; empty for what was made.
  static func note(_ transition: Transition?, in plan: Plan) -> String {
    guard let transition, transition.status == .completed else { return "" }
    if let twin = twin(transition, in: plan) { return "same as '\(twin)'" }
    return transition.origin.map { "reused from \($0)" } ?? ""
  }

  private static func twin(_ transition: Transition, in plan: Plan) -> ArtifactID? {
    guard let twin = transition.twin, plan.instructions.indices.contains(twin.value) else { return nil }
    return plan.instructions[twin.value].id
  }
}
