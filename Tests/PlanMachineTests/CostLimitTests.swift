import ComponentKit
import EnvironmentFiles
import ExecutionPlan
import PlanMachine
import RunHistory
import Testing

/// What a run may cost: before a step that would pass the limit, and after one that did.
@Suite struct CostLimitTests {
  private let memory = FakeMemory()

  /// `a` and `b` are sources; `c` follows from `b`, and `d` from `a`.
  private func builder(limit: Double?) throws -> PlanBuilder {
    var builder = try PlanBuilder(maximumConcurrency: 1)
    let (a, b) = (try builder.source("a"), try builder.source("b"))
    try builder.derive("c", from: [b])
    try builder.derive("d", from: [a])
    builder.plan.configuration.costLimit = limit
    return builder
  }

  private func run(
    _ builder: PlanBuilder, _ behaviours: [String: Behaviour] = [:], limit: Double? = nil,
    from earlier: RunOutcome? = nil
  ) throws -> RunOutcome {
    let fixture = MachineFixture(builder, .fakes(behaviours))
    let machine = Machine(
      components: fixture.registry, catalog: builder.catalog, environment: Environment(process: [:]),
      artifacts: fixture.artifacts, memory: memory, clock: fixture.clock)
    var record = try fixture.record(earlier == nil ? .running : .failed)
    record.options.costLimit = limit
    let outcome = try machine.run(
      machine.prepare(builder.verified(), resuming: earlier?.state), as: record, from: earlier?.state,
      journal: fixture.journal)
    #expect(fixture.journal.commits.isEmpty == false)
    return outcome
  }

  private func spending(_ amount: Double) -> Behaviour {
    { inputs, sink, context in
      context.spend(amount)
      return try emit(1)(inputs, sink, context)
    }
  }

  @Test func whatIsSpentIsRecordedAndMeasured() throws {
    let builder = try builder(limit: nil)
    let outcome = try run(builder, ["a": spending(2.5)])
    #expect(outcome.state.artifacts.map { $0.last?.cost } == [2.5, nil, nil, nil])
    let name = MeasuredInstruction(
      key: builder.plan.instructions[0].key, artifact: builder.plan.instructions[0].id)
    #expect(try memory.measurements(of: [name], runbook: "Test").first??.cost == 2.5)
  }

  @Test func aStepThatWouldPassTheLimitIsLeftOut() throws {
    let builder = try builder(limit: 4)
    memory.measure(builder.plan.instructions[1], seconds: 1, cost: 5)
    let outcome = try run(builder)
    #expect(outcome.run.status == .failed)
    #expect(outcome.state.artifacts.map(\.status) == [.completed, .skipped, .skipped, .completed])
    let skip = try #require(outcome.state[InstructionIndex(1)].last)
    #expect(skip.code == .costLimit && skip.cause == .costLimit)
    #expect(skip.reason?.contains("it cost 5.0 the last time") == true)
    #expect(outcome.reason(InstructionIndex(2)) == "'b' was left out")
    let resumed = try run(builder, limit: 10, from: outcome)
    #expect(resumed.run.status == .completed)
  }

  @Test func whatWasSpentCountsAgainstTheLimit() throws {
    let builder = try builder(limit: 4)
    memory.measure(builder.plan.instructions[1], seconds: 0.001, cost: 3)
    memory.measure(builder.plan.instructions[0], seconds: 10, cost: 1)
    let outcome = try run(builder, ["a": spending(2)])
    #expect(outcome.status(InstructionIndex(1)) == .skipped)
    #expect(outcome.status(InstructionIndex(3)) == .completed, "it costs nothing")
    #expect(try run(builder, ["a": spending(1)]).run.status == .completed)
  }
}
