// What watchers of a run are told.
package import ComponentKit
package import ExecutionPlan
package import RunHistory

/// Something that happened in a run. Changes are told after they are stored.
package enum RunEvent: Sendable {
  /// The run begins or goes on; how its artifacts stand.
  case started(RunRecord, ArtifactCounts)
  /// One artifact's status changed; the transition says to what, and with which reason and warnings.
  case changed(Transition)
  /// A component says how far it has come.
  case progressed(InstructionIndex, ComponentProgress)
  case finished(RunOutcome)
}

/// Watches a run; called on the thread that runs it, so it must be quick.
package protocol RunObserver: AnyObject {
  func observe(_ event: RunEvent)
}

/// How a run ended.
package struct RunOutcome: Sendable {
  package let run: RunRecord
  package let state: RunState
  package let counts: ArtifactCounts
  /// What people should know although it did not fail the run, in the order of the plan.
  package let warnings: [RunWarning]
  /// Whether there was nothing to do: the run was completed before.
  package let wasCompletedBefore: Bool
  /// Whether all that was asked for is there, be it not all of the plan.
  package let isServed: Bool
}

/// A warning and the artifact that it is about.
package struct RunWarning: Sendable, Hashable {
  package let artifact: ArtifactID
  package let message: String
}

extension RunOutcome {
  init(
    _ run: RunRecord, _ state: RunState, plan: Plan, wasCompletedBefore: Bool = false, isServed: Bool = false
  ) {
    self.run = run
    self.state = state
    self.wasCompletedBefore = wasCompletedBefore
    self.isServed = isServed || run.status == .completed
    counts = state.counts
    warnings = Self.warnings(state, plan)
  }

  private static func warnings(_ state: RunState, _ plan: Plan) -> [RunWarning] {
    var warnings: [RunWarning] = []
    for (artifact, instruction) in zip(state.artifacts, plan.instructions) {
      for message in artifact.last?.warnings ?? [] {
        warnings.append(RunWarning(artifact: instruction.id, message: message))
      }
      if artifact.status == .failed, instruction.flags.contains(.optional) {
        let reason = artifact.last?.reason ?? "no reason given"
        warnings.append(RunWarning(artifact: instruction.id, message: "optional, and failed: \(reason)"))
      }
    }
    return warnings
  }
}
