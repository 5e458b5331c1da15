// Logs what happens in a run, besides showing it. Decides neither how lines look nor where they go.
internal import ComponentKit
internal import ExecutionPlan
internal import Logging
internal import PlanMachine
internal import RunHistory

/// Hands events on to another display and logs them.
///
/// Reasons and warnings come from the machine, which has replaced secret values by then; nothing else that is logged is
/// taken from what was read.
final class LoggedProgress: ProgressDisplay {
  private let shown: any ProgressDisplay
  private let plan: Plan
  private let log: Logger

  /// - Parameter handler: What writes the log; it has the level below which nothing is logged.
  init(_ shown: any ProgressDisplay, plan: Plan, run: RunID, handler: LineLogHandler) {
    self.shown = shown
    self.plan = plan
    var log = Logger(label: "wct-exec") { _ in handler }
    log[metadataKey: "run"] = .string(run.text)
    self.log = log
  }

  func observe(_ event: RunEvent) {
    shown.observe(event)
    switch event {
    case .started(let run, let counts):
      log.info(
        "run started",
        metadata: [
          "runbook": .string(run.runbookName), "plan": .string(run.planID.description),
          "artifacts": .stringConvertible(counts.total),
          "completed_before": .stringConvertible(counts[.completed]),
        ])
    case .changed(let transition): changed(transition)
    case .progressed(let index, let progress):
      log.trace(
        "progress",
        metadata: [
          "artifact": name(index), "done": .stringConvertible(progress.done), "unit": .string(progress.unit),
        ])
    case .finished(let outcome):
      log.info("run finished", metadata: ["status": .string(outcome.run.status.rawValue)])
    }
  }

  func say(_ line: String) {
    shown.say(line)
    log.notice("message", metadata: ["text": .string(line)])
  }

  func resize() { shown.resize() }

  func end() { shown.end() }

  private func changed(_ transition: Transition) {
    var metadata: Logger.Metadata = ["artifact": name(transition.instruction)]
    metadata["duration_seconds"] = transition.duration.map { .stringConvertible($0) }
    metadata["items"] = transition.artifact.map { .stringConvertible($0.itemCount) }
    metadata["bytes"] = transition.artifact.map { .stringConvertible($0.size) }
    metadata["reason"] = transition.reason.map { .string($0) }
    metadata["code"] = transition.code.map { .string($0.rawValue) }
    metadata["cause"] = transition.cause.map { .string($0.rawValue) }
    metadata["reused_from"] = transition.origin.map { .string($0.text) }
    metadata["same_as"] = transition.twin.map(name)
    log.log(
      level: Self.level(transition.status), "artifact \(transition.status.rawValue)", metadata: metadata)
    for warning in transition.warnings {
      log.warning(
        "artifact warning",
        metadata: ["artifact": name(transition.instruction), "text": .string(warning)])
    }
  }

  private static func level(_ status: ArtifactStatus) -> Logger.Level {
    switch status {
    case .notStarted, .running: .debug
    case .completed: .info
    case .pending: .notice
    case .skipped: .warning
    case .failed: .error
    }
  }

  private func name(_ index: InstructionIndex) -> Logger.Metadata.Value {
    .string(plan.instructions.indices.contains(index.value) ? plan.instructions[index.value].id.text : "")
  }
}
