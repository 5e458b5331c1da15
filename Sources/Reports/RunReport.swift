// What an exporter is handed: a run that has ended, and its artifacts.
package import ComponentKit
package import ExecutionPlan
package import RunHistory

/// A run that has ended, ready to be reported.
package struct RunReport: Sendable {
  package let run: RunRecord
  package let plan: Plan
  package let state: RunState
  /// When the report is made; the run's end where it has none.
  package let now: Timestamp
  /// What else an artifact is called, by name.
  private let aliases: [InstructionIndex: [ArtifactID]]
  /// The array property that streams, by schema.
  private let schemas: SchemaCatalog
  private let open: @Sendable (ArtifactRecord, ArtifactID) throws -> any ArtifactReader

  package init(
    run: RunRecord, plan: Plan, state: RunState, now: Timestamp, schemas: SchemaCatalog,
    open: @escaping @Sendable (ArtifactRecord, ArtifactID) throws -> any ArtifactReader
  ) {
    self.run = run
    self.plan = plan
    aliases = Dictionary(grouping: plan.aliases.keys.sorted()) { plan.aliases[$0] ?? InstructionIndex(-1) }
    self.state = state
    self.now = now
    self.schemas = schemas
    self.open = open
  }

  /// Seconds that the run has taken.
  package var duration: Double { (run.finishedAt ?? now).seconds(since: run.startedAt) }

  /// How the results say that the run ended.
  ///
  /// `interrupted` if anything is pending or was stopped, else `failed` if anything but optional artifacts and
  /// what follows from them failed, else `partial` if anything was skipped or failed, else `completed`.
  package var resultStatus: String {
    if state.counts[.pending] > 0 || run.status == .interrupted { return "interrupted" }
    if run.status == .failed { return "failed" }
    return state.counts[.failed] + state.counts[.skipped] > 0 ? "partial" : "completed"
  }

  /// The instructions that stand in the results and are completed, in the order of the plan.
  package var outputs: [InstructionIndex] {
    instructions { $1.flags.contains(.output) && state[$0].status == .completed }
  }

  /// The instructions that stand so, in the order of the plan.
  package func instructions(_ status: ArtifactStatus) -> [InstructionIndex] {
    instructions { index, _ in state[index].status == status }
  }

  private func instructions(where isWanted: (InstructionIndex, Instruction) -> Bool) -> [InstructionIndex] {
    plan.instructions.indices.map { InstructionIndex($0) }.filter {
      isWanted($0, plan.instructions[$0.value])
    }
  }

  /// The name that the runbook gives an artifact: its alias where it has one.
  package func name(of index: InstructionIndex) -> ArtifactID {
    aliases[index]?.first ?? plan.instructions[index.value].id
  }

  /// The other names of an artifact, sorted.
  package func aliases(of index: InstructionIndex) -> [ArtifactID] { aliases[index] ?? [] }

  /// Opens a completed artifact.
  package func reader(of index: InstructionIndex) throws -> (any ArtifactReader)? {
    guard let record = state[index].last?.artifact else { return nil }
    return try open(record, plan.instructions[index.value].id)
  }

  /// The array property of a schema that streams.
  package func itemsProperty(of schema: SchemaReference) -> String? { schemas[schema]?.itemsProperty }
}
