import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanMachine
import RunHistory
import Testing

/// Processors that ask a service: prepared once, asked together, finalised when the answers are there.
@Suite struct RequestTests {
  private let prepared = Shared<[String]>([])

  /// `a` and `b` are sources of two items; `x` and `y` ask about them, and `z` follows from `x`.
  private func builder(limit: Double? = nil) throws -> PlanBuilder {
    var builder = try PlanBuilder()
    let (a, b) = (try builder.source("a"), try builder.source("b"))
    let x = try builder.derive("x", from: [a])
    try builder.derive("y", from: [b])
    try builder.add("z", .pass, [x])
    builder.plan.configuration.costLimit = limit
    return builder
  }

  private func fixture(_ builder: PlanBuilder, rounds: Int = 1) -> MachineFixture {
    let prepared = prepared
    var registry = ComponentRegistry.fakes(["a": emit(1, 2), "b": emit(3, 4)])
    registry.processors["derive"] = { configuration in
      let name = configuration.properties["name"]?.stringValue ?? ""
      return AskingProcessor(name: name, rounds: rounds) { name in prepared.change { $0.append(name) } }
    }
    return MachineFixture(builder, registry)
  }

  private func run(
    _ fixture: MachineFixture, _ service: FakeService, from earlier: RunOutcome? = nil,
    selection: [Bool]? = nil, tries: Int = 3
  ) throws -> RunOutcome {
    let machine = Machine(
      components: fixture.registry, catalog: fixture.builder.catalog, environment: fixture.environment,
      artifacts: fixture.artifacts, dispatcher: service, clock: fixture.clock,
      settings: MachineSettings(requests: RequestLimits(attempts: 2, firstPause: 0, tries: tries)))
    return try machine.run(
      machine.prepare(fixture.builder.verified(), resuming: earlier?.state, selection: selection),
      as: fixture.record(earlier?.run.status ?? .running), from: earlier?.state,
      requests: fixture.journal.ledger, journal: fixture.journal)
  }

  private func values(_ outcome: RunOutcome, _ fixture: MachineFixture, _ index: Int) -> [Int]? {
    fixture.artifacts.values(outcome.state[InstructionIndex(index)])
  }

  @Test func requestsOfSeveralArtifactsGoTogetherAndAreAnswered() throws {
    let (fixture, service) = (fixture(try builder()), FakeService())
    let outcome = try run(fixture, service)
    #expect(outcome.run.status == .completed)
    #expect(service.submissions.map { $0.batch.entries.count } == [4])
    #expect(values(outcome, fixture, 2) == [1, 2] && values(outcome, fixture, 4) == [1, 2])
    let last = try #require(outcome.state[InstructionIndex(3)].last)
    #expect(last.warnings == ["prepared"] && last.sidecars.count == 1)
    #expect(fixture.journal.state(count: 5) != nil)
    // The batch is recorded before it is sent, and its answers before anything is made of them.
    #expect(fixture.journal.ledger.batches.values.map(\.status) == [.answered])
    #expect(fixture.journal.requestCommits.count == 2)
  }

  @Test func aPendingJobInterruptsTheRunAndIsAskedAboutLater() throws {
    let fixture = fixture(try builder())
    let keys = Shared<[ServiceBatch.Entry]>([])
    let pending = FakeService { batch, _ throws(DispatchFailure) in
      keys.change { $0 = batch.entries }
      return DispatchReply(job: "job-1")
    }
    let first = try run(fixture, pending)
    #expect(first.run.status == .interrupted && !first.isServed)
    #expect(first.state.artifacts.map(\.status) == [.completed, .completed, .pending, .pending, .notStarted])
    #expect(first.state[InstructionIndex(2)].last?.cause == .jobPending)
    #expect(first.reason(InstructionIndex(2))?.contains("'job-1' of fake") == true)

    let entries = keys.value
    let answeringService = FakeService(
      onReply: { _ throws(DispatchFailure) in
        DispatchReply(
          job: nil, answers: entries.map { DispatchReply.Entry(key: $0.key, answer: .content($0.content)) })
      })
    let second = try run(fixture, answeringService, from: first)
    #expect(second.run.status == .completed)
    #expect(
      answeringService.asked == [ServiceJob(reference: "job-1", batch: pending.submissions[0].batch.id)])
    #expect(answeringService.submissions.isEmpty)
    #expect(prepared.value.sorted() == ["x", "y"])
    #expect(values(second, fixture, 3) == [3, 4])
  }

  @Test func aProcessorMayAskInThreeRoundsAndNoMore() throws {
    let (three, service) = (fixture(try builder(), rounds: 3), FakeService())
    let outcome = try run(three, service)
    #expect(outcome.run.status == .completed && service.submissions.count == 3)
    #expect(prepared.value.count == 2)
    // Equal requests of different rounds are different requests.
    #expect(Set(service.submissions.flatMap { $0.batch.entries.map(\.key) }).count == 12)
    let four = fixture(try builder(), rounds: 4)
    let failed = try run(four, FakeService())
    #expect(failed.state[InstructionIndex(2)].last?.code == .tooManyRounds)
  }

  @Test func whereNobodyCanBeAskedTheProcessorGoesOnWithout() throws {
    let fixture = fixture(try builder())
    let outcome = try run(fixture, FakeService(obstacle: "nobody is there"))
    #expect(outcome.run.status == .completed)
    #expect(outcome.warnings.filter { $0.message == "nobody is there" }.count == 2)
    #expect(values(outcome, fixture, 2) == [])
  }

  @Test func aSubmissionThatFailedForGoodFailsWhoAskedAndIsRepeatedLater() throws {
    let fixture = fixture(try builder())
    let broken = FakeService { _, _ throws(DispatchFailure) in throw DispatchFailure(.temporary, "no line") }
    let first = try run(fixture, broken)
    #expect(first.run.status == .failed)
    #expect(first.state[InstructionIndex(2)].last?.code == .requestsNotSent)
    #expect(first.reason(InstructionIndex(2))?.contains("no line (2 attempts)") == true)
    #expect(broken.submissions.map(\.isRepeated) == [false, true])
    let service = FakeService()
    let second = try run(fixture, service, from: first)
    #expect(second.run.status == .completed)
    // The same batch, and whoever gets it is told that it may have it already.
    #expect(service.submissions.map(\.batch) == [broken.submissions[0].batch])
    #expect(service.submissions.map(\.isRepeated) == [true])
    #expect(prepared.value.count == 2)
  }

  @Test func aRefusedBatchIsAnotherOneTheNextTime() throws {
    let fixture = fixture(try builder())
    let refusing = FakeService { _, _ throws(DispatchFailure) in throw DispatchFailure(.permanent, "never") }
    let first = try run(fixture, refusing)
    #expect(refusing.submissions.count == 1)
    let service = FakeService()
    #expect(try run(fixture, service, from: first).run.status == .completed)
    #expect(service.submissions[0].batch.id != refusing.submissions[0].batch.id)
    #expect(service.submissions[0].batch.entries == refusing.submissions[0].batch.entries)
    #expect(!service.submissions[0].isRepeated)
  }

  @Test func whatIsLeftOutIsAskedAgainAndFailsInTheEnd() throws {
    let once = fixture(try builder())
    let forgetful = Shared(0)
    let service = FakeService { batch, _ throws(DispatchFailure) in
      forgetful.change { $0 += 1 }
      return FakeService.echo(batch, leavingOut: forgetful.value == 1 ? 3 : 0)
    }
    #expect(try run(once, service).run.status == .completed)
    #expect(service.submissions.map { $0.batch.entries.count } == [4, 3])
    let never = FakeService { _, _ throws(DispatchFailure) in DispatchReply(job: nil) }
    let failed = try run(fixture(try builder()), never, tries: 2)
    #expect(never.submissions.count == 2)
    #expect(failed.state[InstructionIndex(3)].last?.code == .requestUnanswered)
    #expect(failed.reason(InstructionIndex(3))?.contains("after 2 batches") == true)
  }

  @Test func batchesAreSplitByCount() throws {
    let (fixture, service) = (fixture(try builder()), FakeService(maximumBatchSize: 3))
    #expect(try run(fixture, service).run.status == .completed)
    #expect(service.submissions.map { $0.batch.entries.count }.sorted() == [1, 3])
  }

  @Test func costsCountAndEstimatesAreHeldAgainstTheLimit() throws {
    let fixture = fixture(try builder(limit: 3))
    let dear = FakeService(cost: 1)
    let first = try run(fixture, dear)
    #expect(first.run.status == .failed && dear.submissions.isEmpty)
    #expect(first.state[InstructionIndex(2)].last?.code == .costLimit)
    #expect(first.reason(InstructionIndex(2))?.contains("may cost 4.0, and 3.0 is left") == true)
    let cheap = FakeService(cost: 0.5) { batch, _ throws(DispatchFailure) in FakeService.echo(batch, cost: 2)
    }
    let second = try run(fixture, cheap, from: first)
    #expect(second.run.status == .completed)
    #expect(second.state[InstructionIndex(2)].last?.cost == 1)
  }

  @Test func whatIsNotSelectedIsNeitherPreparedNorAsked() throws {
    let (fixture, service) = (fixture(try builder()), FakeService())
    let first = try run(fixture, service, selection: [true, false, true, false, false])
    #expect(first.run.status == .interrupted && first.isServed)
    #expect(
      first.state.artifacts.map(\.status) == [.completed, .notStarted, .completed, .notStarted, .notStarted])
    #expect(service.submissions.map { $0.batch.entries.count } == [2])
    let second = try run(fixture, service, from: first)
    #expect(second.run.status == .completed && prepared.value == ["x", "y"])
  }

  @Test func equalInstructionsAskOnce() throws {
    var builder = try PlanBuilder()
    let a = try builder.source("a")
    let call = ComponentCall(
      component: try builder.component(.processor, "derive"), properties: ["name": "x"])
    try builder.add("x", .process(call), [a])
    try builder.add("same", .process(call), [a])
    let fixture = fixture(builder)
    let pending = FakeService { _, _ throws(DispatchFailure) in DispatchReply(job: "job") }
    let first = try run(fixture, pending)
    #expect(first.state.artifacts.map(\.status) == [.completed, .pending, .pending])
    #expect(pending.submissions.map { $0.batch.entries.count } == [2])
    let batch = pending.submissions[0].batch
    let answering = FakeService(onReply: { _ throws(DispatchFailure) in FakeService.echo(batch) })
    let second = try run(fixture, answering, from: first)
    #expect(second.run.status == .completed && prepared.value == ["x"])
    #expect(second.state[InstructionIndex(2)].last?.twin == InstructionIndex(1))
    #expect(second.state[InstructionIndex(2)].last?.sidecars.count == 1)
  }

  @Test func pollingRecordsAndChangesNothingElse() throws {
    let fixture = fixture(try builder())
    let pending = FakeService { _, _ throws(DispatchFailure) in DispatchReply(job: "job") }
    let outcome = try run(fixture, pending)
    let batch = pending.submissions[0].batch
    let answering = FakeService(onReply: { _ throws(DispatchFailure) in FakeService.echo(batch) })
    var poll = RequestPoll(
      plan: fixture.builder.plan, state: outcome.state, ledger: fixture.journal.ledger, dispatcher: answering,
      journal: fixture.journal, store: fixture.artifacts, clock: fixture.clock)
    try poll.ask { false }
    #expect(poll.waiting.map(\.1.reason) == [.answersReady, .answersReady])
    #expect(poll.pendingBatches.isEmpty)
    let state = try #require(fixture.journal.state(count: 5))
    #expect(state[InstructionIndex(2)].last?.cause == .answersReady)
    #expect(state.prepared(InstructionIndex(2)) != nil)
  }
}
