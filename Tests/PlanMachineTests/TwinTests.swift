import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanMachine
import RunHistory
import Testing

/// Instructions that stand twice are carried out once.
@Suite struct TwinTests {
  /// `a` and `twin` read the same source under two names; each has a dependant of its own.
  private func builder(timeout: Double? = nil, flags: Instruction.Flags = []) throws -> PlanBuilder {
    var builder = try PlanBuilder()
    let first = try builder.source("a")
    let call = try #require(builder.plan.instructions[first.value].operation.call)
    let second = try builder.add("twin", .extract(call), flags: flags, timeout: timeout)
    try builder.derive("left", from: [first])
    try builder.derive("right", from: [second])
    return builder
  }

  private func counting(_ behaviour: @escaping Behaviour) -> (ComponentRegistry, Shared<[String]>) {
    let made = Shared<[String]>([])
    let registry = ComponentRegistry.fakes([
      "a": { inputs, sink, context in
        made.change { $0.append(context.artifact) }
        return try behaviour(inputs, sink, context)
      }
    ])
    return (registry, made)
  }

  @Test func oneIsCarriedOutAndBothHaveTheResult() throws {
    let (registry, made) = counting(emit(1, 2))
    let fixture = MachineFixture(try builder(), registry)
    let outcome = try fixture.run()
    #expect(outcome.run.status == .completed)
    #expect(made.value == ["a"])
    let twin = try #require(outcome.state[InstructionIndex(1)].last)
    #expect(twin.artifact == outcome.state[InstructionIndex(0)].last?.artifact)
    #expect(twin.twin == InstructionIndex(0) && twin.cause == .sameInstruction)
    #expect(outcome.state[InstructionIndex(0)].last?.twin == nil)
    #expect(fixture.artifacts.values(outcome.state[InstructionIndex(3)]) == [2, 3])
    #expect(fixture.journal.state(count: 4)?.artifacts == outcome.state.artifacts)
  }

  @Test func aFailureIsTheFailureOfBoth() throws {
    let (registry, made) = counting(fail("broken"))
    let fixture = MachineFixture(try builder(), registry)
    let outcome = try fixture.run()
    #expect(outcome.run.status == .failed)
    #expect(made.value == ["a"])
    #expect(outcome.state.artifacts.map(\.status) == [.failed, .failed, .skipped, .skipped])
    #expect(outcome.reason(InstructionIndex(1)) == "the same as 'a', which failed: broken")
    #expect(fixture.journal.state(count: 4)?.artifacts == outcome.state.artifacts)
  }

  @Test func anOptionalTwinDoesNotExcuseTheOther() throws {
    let (registry, _) = counting(fail())
    let outcome = try MachineFixture(try builder(flags: .optional), registry).run()
    #expect(outcome.run.status == .failed)
  }

  @Test func waitingElsewhereIsWaitedForOnce() throws {
    let (registry, made) = counting { _, _, _ in throw PendingWork("a batch") }
    let outcome = try MachineFixture(try builder(), registry).run()
    #expect(outcome.run.status == .interrupted)
    #expect(made.value == ["a"])
    #expect(
      outcome.state.artifacts.map(\.status) == [.pending, .pending, .notStarted, .notStarted])
  }

  @Test func anotherTimeLimitIsAnotherInstruction() throws {
    let (registry, made) = counting(emit(1))
    let outcome = try MachineFixture(try builder(timeout: 60), registry).run()
    #expect(outcome.run.status == .completed)
    #expect(made.value.sorted() == ["a", "twin"])
  }

  @Test func whatWasCompletedBeforeIsSharedWhenTheRunGoesOn() throws {
    let (registry, made) = counting(emit(7))
    let fixture = MachineFixture(try builder(), registry)
    let artifact = try fixture.artifacts.add([["value": 7]], plainHead, TestCatalog.items)
    var state = RunState(instructionCount: 4)
    let now = fixture.clock.now()
    for transition in [
      Transition(InstructionIndex(0), .running, at: now),
      Transition(InstructionIndex(0), .completed, at: now, artifact: artifact, duration: 1),
    ] {
      let isLegal = state.apply(transition)
      #expect(isLegal)
    }
    let outcome = try fixture.run(from: state, status: .interrupted)
    #expect(outcome.run.status == .completed)
    #expect(made.value.isEmpty)
    #expect(outcome.state[InstructionIndex(1)].last?.twin == InstructionIndex(0))
  }

  /// Every one is looked up in its group, not compared with all others.
  @Test func manyEqualInstructionsAreOne() throws {
    var builder = try PlanBuilder()
    let first = try builder.source("a")
    let call = try #require(builder.plan.instructions[first.value].operation.call)
    for number in 0..<2_000 { try builder.add("twin\(number)", .extract(call)) }
    let (registry, made) = counting(emit(1))
    let outcome = try MachineFixture(builder, registry).run()
    #expect(outcome.run.status == .completed && outcome.counts[.completed] == 2_001)
    #expect(made.value == ["a"])
  }

  /// One slot: the second waits for nobody's slot, and a third instruction can run meanwhile.
  @Test func whoWaitsHoldsNoSlot() throws {
    var builder = try builder()
    builder.plan.configuration.maximumConcurrency = 2
    try builder.source("other")
    let gate = Latch()
    let registry = ComponentRegistry.fakes([
      "a": { inputs, sink, context in
        #expect(gate.waitPatiently())
        return try emit(1)(inputs, sink, context)
      },
      "other": { inputs, sink, context in
        gate.open()
        return try emit(1)(inputs, sink, context)
      },
    ])
    #expect(try MachineFixture(builder, registry).run().run.status == .completed)
  }
}
