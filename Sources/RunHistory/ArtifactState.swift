// The state of a run: the fold of its transitions.
package import ExecutionPlan

/// How one artifact stands after all transitions so far.
package struct ArtifactState: Sendable, Hashable {
  package private(set) var status: ArtifactStatus = .notStarted
  /// The last transition; nil while not started.
  package private(set) var last: Transition?
  package private(set) var startedAt: Timestamp?

  package init() {}

  /// Takes one transition; the only way in which a status changes.
  ///
  /// - Returns: false for a transition that is not legal from the present status; then nothing changes.
  package mutating func apply(_ transition: Transition) -> Bool {
    guard status.mayBecome(transition.status) else { return false }
    status = transition.status
    last = transition
    if transition.status == .running { startedAt = transition.time }
    return true
  }
}

extension ArtifactStatus {
  /// The legal transitions. Work that was under way when a process died is `not_started` again; what is pending may
  /// come to wait for something else.
  package func mayBecome(_ next: ArtifactStatus) -> Bool {
    switch (self, next) {
    case (.notStarted, .running), (.notStarted, .skipped), (.notStarted, .completed),
      (.running, .completed), (.running, .failed), (.running, .pending), (.running, .notStarted),
      (.pending, .running), (.pending, .notStarted), (.pending, .pending), (.pending, .failed),
      (.pending, .skipped), (.failed, .notStarted), (.skipped, .notStarted):
      true
    default: false
    }
  }
}

/// The state of every artifact of a run, by instruction.
package struct RunState: Sendable {
  package private(set) var artifacts: [ArtifactState]
  /// The transitions that prepared what is not completed yet, whatever came after. Few artifacts are prepared.
  package private(set) var preparations: [InstructionIndex: Transition] = [:]

  package init(instructionCount: Int) {
    artifacts = Array(repeating: ArtifactState(), count: instructionCount)
  }

  package subscript(_ index: InstructionIndex) -> ArtifactState { artifacts[index.value] }

  /// Takes one transition; false when it is not legal or names no artifact.
  package mutating func apply(_ transition: Transition) -> Bool {
    guard artifacts.indices.contains(transition.instruction.value) else { return false }
    guard artifacts[transition.instruction.value].apply(transition) else { return false }
    if transition.prepared != nil {
      preparations[transition.instruction] = transition
    } else if transition.status == .completed, !preparations.isEmpty {
      preparations[transition.instruction] = nil
    }
    return true
  }

  /// What was prepared for an artifact and is not finalised yet.
  package func prepared(_ index: InstructionIndex) -> PreparedRound? { preparations[index]?.prepared }

  package var counts: ArtifactCounts {
    var counts = ArtifactCounts()
    for artifact in artifacts { counts[artifact.status] += 1 }
    return counts
  }
}
