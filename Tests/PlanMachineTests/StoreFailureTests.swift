import TestSupport
import ComponentKit
import ExecutionPlan
import PlanMachine
import RunHistory
import Testing

@Suite struct StoreFailureTests {
  private func builder() throws -> PlanBuilder {
    var builder = try PlanBuilder(maximumConcurrency: 1)
    let source = try builder.source("a")
    let derived = try builder.derive("b", from: [source])
    try builder.add("c", .pass, [derived])
    return builder
  }

  /// Whichever commit fails, the machine ends cleanly, and the run goes on from what was stored.
  @Test(arguments: 0..<5)
  func failedCommitEndsTheRunAndItCanBeResumed(number: Int) throws {
    var fixture = MachineFixture(try builder())
    fixture.journal = MemoryJournal(failing: number)
    let error = try #require(throws: MachineError.self) { try fixture.run() }
    #expect(error.code == .store)
    #expect(error.storeError?.code == .diskFull)
    #expect(fixture.journal.commits.count == number)
    let state = try #require(fixture.journal.state(count: 3))
    let before = state.artifacts.map(\.last?.artifact)
    fixture.journal = MemoryJournal()
    let outcome = try fixture.run(from: state, status: .interrupted)
    #expect(outcome.run.status == .completed)
    for (old, new) in zip(before, outcome.state.artifacts) where old != nil {
      #expect(new.last?.artifact == old)
    }
    // Completed work has left no new trace.
    let completed = Set(state.artifacts.indices.filter { state.artifacts[$0].status == .completed })
    let touched = Set(fixture.journal.commits.flatMap(\.transitions).map(\.instruction.value))
    #expect(touched.isDisjoint(with: completed))
  }

  @Test func undisturbedRunHasAsManyCommitsAsTheTestAboveBreaks() throws {
    let fixture = MachineFixture(try builder())
    _ = try fixture.run()
    #expect(fixture.journal.commits.count == 5)
  }

  @Test func workUnderWayIsStoppedWhenACommitFails() throws {
    var builder = try PlanBuilder()
    try builder.source("quick")
    try builder.source("slow")
    let wasCancelled = Shared(false)
    let isUnderWay = Latch()
    var fixture = MachineFixture(
      builder,
      .fakes([
        "quick": { inputs, sink, context in
          isUnderWay.wait()
          return try emit(1)(inputs, sink, context)
        },
        "slow": { _, _, context in
          isUnderWay.open()
          while !context.isCancelled { yieldThread() }
          wasCancelled.change { $0 = true }
          throw ComponentFailure("stopped")
        },
      ]))
    fixture.journal = MemoryJournal(failing: 1)
    #expect(throws: MachineError.self) { try fixture.run() }
    #expect(wasCancelled.value)
  }

  @Test func artifactThatCanNotBeWrittenFails() throws {
    let fixture = MachineFixture(try builder())
    fixture.artifacts.fail(with: StoreError(.diskFull, "cannot write x: no space", hint: "free some"))
    let outcome = try fixture.run()
    #expect(outcome.run.status == .failed)
    #expect(outcome.reason(InstructionIndex(0)) == "WCT5002: cannot write x: no space; free some")
  }

  @Test func stateOfAnotherPlanIsRefused() throws {
    let error = try #require(throws: MachineError.self) {
      try MachineFixture(try builder()).run(from: RunState(instructionCount: 7))
    }
    #expect(error.code == .unfitState)
  }

  @Test func completedRunIsLeftAlone() throws {
    let fixture = MachineFixture(try builder())
    let first = try fixture.run()
    let count = fixture.journal.commits.count
    let second = try fixture.run(from: first.state, status: .completed)
    #expect(second.wasCompletedBefore)
    #expect(second.counts == first.counts)
    #expect(fixture.journal.commits.count == count)
  }
}
