// The machine: prepares and runs plans. The entry point of this target.
package import ComponentKit
package import EnvironmentFiles
package import ExecutionPlan
package import RunHistory

/// What can be set about a machine.
package struct MachineSettings: Sendable {
  /// Seconds that cancelled work is waited for.
  package var gracePeriod: Double
  /// How long each instruction takes, in any unit, by place in the plan; nil: all the same.
  package var weights: [Int32]?
  /// Seconds that the run may take besides what its plan says; nil: no further limit.
  package var timeLimit: Double?
  /// What all work shares.
  package var resources: WorkResources

  package init(
    gracePeriod: Double = 5, weights: [Int32]? = nil, timeLimit: Double? = nil,
    resources: WorkResources = WorkResources()
  ) {
    self.gracePeriod = gracePeriod
    self.weights = weights
    self.timeLimit = timeLimit
    self.resources = resources
  }
}

/// A register machine over artifacts: every instruction runs as soon as its last operand is stored.
package struct Machine: Sendable {
  let components: ComponentRegistry
  let catalog: ComponentCatalog
  let environment: Environment
  let artifacts: any ArtifactStore
  let memory: (any RunMemory)?
  let nested: (any NestedRunner)?
  let clock: any MachineClock
  let settings: MachineSettings

  /// `memory` is where results of earlier runs are looked for; nil: nothing is remembered from run to run.
  /// `nested` carries out runbooks that artifacts hold; nil: such an artifact fails.
  package init(
    components: ComponentRegistry, catalog: ComponentCatalog, environment: Environment,
    artifacts: any ArtifactStore, memory: (any RunMemory)? = nil,
    nested: (any NestedRunner)? = nil, clock: any MachineClock = SystemClock(),
    settings: MachineSettings = MachineSettings()
  ) {
    self.components = components
    self.catalog = catalog
    self.environment = environment
    self.artifacts = artifacts
    self.memory = memory
    self.nested = nested
    self.clock = clock
    self.settings = settings
  }

  /// Finds everything that the plan needs from outside, so that a run is not begun in vain.
  ///
  /// `state` is that of a run to be resumed: what it has completed needs nothing any more.
  package func prepare(
    _ plan: VerifiedPlan, resuming state: RunState? = nil, of run: RunID? = nil
  ) throws(MachineError) -> PreparedRun {
    let preparation = RunPreparation(
      verified: plan, components: components, catalog: catalog,
      resolver: BindingResolver(environment: environment), artifacts: artifacts,
      resumedRun: run,
      isNeeded: { index in
        guard let state, state.artifacts.indices.contains(index.value) else { return true }
        return state[index].status != .completed
      })
    return try preparation.prepare()
  }

  /// Runs a plan to its end on this thread, or goes on with a run where `state` says that it stands.
  ///
  /// A run that is completed already is left alone. Whatever components do fails artifacts, not this call.
  /// - Throws: ``MachineError`` when the store fails; the run can be resumed once it works again.
  package func run(
    _ prepared: PreparedRun, as record: RunRecord, from state: RunState? = nil, journal: any RunJournal,
    cancellation: RunCancellation = RunCancellation(), observer: (any RunObserver)? = nil
  ) throws(MachineError) -> RunOutcome {
    let count = prepared.plan.instructions.count
    let state = state ?? RunState(instructionCount: count)
    guard state.artifacts.count == count else {
      throw MachineError(
        .unfitState, "the run has \(state.artifacts.count) artifacts, its plan \(count)")
    }
    if record.status == .completed {
      return RunOutcome(record, state, plan: prepared.plan, wasCompletedBefore: true)
    }
    let coordinator = Coordinator(
      prepared, machine: self, record: record, state: state, journal: journal, cancellation: cancellation,
      observer: observer)
    do {
      return try coordinator.execute()
    } catch {
      throw MachineError(error)
    }
  }
}
