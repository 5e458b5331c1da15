// A machine with everything around it, for tests.
import ComponentKit
import EnvironmentFiles
import ExecutionPlan
import PlanMachine
import RunHistory

/// One plan, a store in memory, a fake clock.
struct MachineFixture {
  let builder: PlanBuilder
  var registry: ComponentRegistry
  var environment = Environment(process: [:])
  let artifacts = MemoryArtifacts()
  let clock = FakeClock()
  var journal = MemoryJournal()
  let cancellation = RunCancellation()

  init(_ builder: PlanBuilder, _ registry: ComponentRegistry = .fakes()) {
    self.builder = builder
    self.registry = registry
  }

  var machine: Machine {
    Machine(
      components: registry, catalog: builder.catalog, environment: environment, artifacts: artifacts,
      clock: clock)
  }

  func record(_ status: RunStatus = .running) throws -> RunRecord {
    RunRecord(
      id: RunID("testrun"), status: status, planID: try builder.verified().id, runbookName: "Test",
      runbookPath: nil, startedAt: clock.now(), options: RunOptions(baseDirectory: "/base"))
  }

  func run(
    from state: RunState? = nil, status: RunStatus = .running, observer: (any RunObserver)? = nil
  ) throws -> RunOutcome {
    let prepared = try machine.prepare(builder.verified(), resuming: state)
    return try machine.run(
      prepared, as: record(status), from: state, journal: journal, cancellation: cancellation,
      observer: observer)
  }
}

extension RunOutcome {
  func status(_ index: InstructionIndex) -> ArtifactStatus { state[index].status }
  func reason(_ index: InstructionIndex) -> String? { state[index].last?.reason }
}
