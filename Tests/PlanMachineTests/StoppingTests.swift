import TestSupport
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanMachine
import RunHistory
import Testing

/// A component that says when it runs and then waits until it is cancelled.
private func waitsForCancellation(_ started: Latch, then end: Latch? = nil) -> Behaviour {
  { _, _, context in
    started.open()
    while !context.isCancelled { yieldThread() }
    end?.wait()
    try context.checkCancellation()
    return plainHead
  }
}

/// Runs a plan on another thread while the test acts on it.
private func inBackground(
  _ fixture: MachineFixture, _ act: () -> Void
) throws -> RunOutcome {
  let result = Shared<Result<RunOutcome, any Error>?>(nil)
  let done = Latch()
  try spawnThread {
    let outcome = Result { try fixture.run() }
    result.change { $0 = outcome }
    done.open()
  }
  act()
  try #require(done.waitPatiently(), "the run does not end")
  return try #require(result.value).get()
}

@Suite struct StoppingTests {
  @Test func interruptedRunKeepsWhatIsDoneAndCanGoOn() throws {
    var builder = try PlanBuilder()
    let quick = try builder.source("quick")
    let slow = try builder.source("slow")
    let after = try builder.derive("after", from: [slow])
    let started = Latch()
    let isFirst = Shared(true)
    let registry = ComponentRegistry.fakes([
      "slow": { inputs, sink, context in
        guard isFirst.value else { return try emit(7)(inputs, sink, context) }
        return try waitsForCancellation(started)(inputs, sink, context)
      }
    ])
    let fixture = MachineFixture(builder, registry)
    let outcome = try inBackground(fixture) {
      started.wait()
      fixture.cancellation.cancel(.interrupted)
    }
    #expect(outcome.run.status == .interrupted)
    #expect(outcome.status(slow) == .notStarted)
    #expect(outcome.status(after) == .notStarted)
    #expect(fixture.journal.state(count: 3)?[slow].status == .notStarted)
    isFirst.change { $0 = false }
    let resumed = try MachineFixture(builder, registry).run(from: outcome.state, status: .interrupted)
    #expect(resumed.run.status == .completed)
    #expect(resumed.status(quick) == .completed)
    #expect(resumed.status(after) == .completed)
  }

  @Test func nothingIsIssuedAfterACancellation() throws {
    var builder = try PlanBuilder()
    try builder.source("a")
    let fixture = MachineFixture(builder)
    fixture.cancellation.cancel(.interrupted)
    let outcome = try fixture.run()
    #expect(outcome.run.status == .interrupted)
    #expect(outcome.counts[.notStarted] == 1)
  }

  @Test func firstReasonHolds() {
    let cancellation = RunCancellation()
    #expect(cancellation.reason == nil)
    cancellation.cancel(.timeout)
    cancellation.cancel(.interrupted)
    #expect(cancellation.reason == .timeout)
  }

  /// What was finished although it was asked to stop is kept.
  @Test func workThatEndsWellAfterACancellationIsKept() throws {
    var builder = try PlanBuilder()
    let slow = try builder.source("slow")
    let started = Latch()
    let fixture = MachineFixture(
      builder,
      .fakes([
        "slow": { _, _, context in
          started.open()
          while !context.isCancelled { yieldThread() }
          return plainHead
        }
      ]))
    let outcome = try inBackground(fixture) {
      started.wait()
      fixture.cancellation.cancel(.interrupted)
    }
    #expect(outcome.status(slow) == .completed)
    #expect(outcome.run.status == .completed)
  }

  /// The sink stops a component that never asks.
  @Test func endlessComponentIsStoppedAtItsNextItem() throws {
    var builder = try PlanBuilder()
    let endless = try builder.source("endless")
    let started = Latch()
    let fixture = MachineFixture(
      builder,
      .fakes([
        "endless": { _, sink, _ in
          while true {
            started.open()
            try sink.append(["value": 1])
          }
        }
      ]))
    let outcome = try inBackground(fixture) {
      started.wait()
      fixture.cancellation.cancel(.interrupted)
    }
    #expect(outcome.status(endless) == .notStarted)
  }

  @Test func componentThatNeverReturnsIsLeftBehindAfterTheGrace() throws {
    var builder = try PlanBuilder()
    let stuck = try builder.source("stuck")
    let started = Latch()
    let never = Latch()
    let fixture = MachineFixture(
      builder,
      .fakes([
        "stuck": { _, _, context in
          started.open()
          while !context.isCancelled { yieldThread() }
          never.wait()
          return plainHead
        }
      ]))
    let outcome = try inBackground(fixture) {
      started.wait()
      fixture.cancellation.cancel(.interrupted)
      // The grace may begin only after this thread comes to it: time goes on until the run has ended.
      keepAdvancing(fixture.clock, until: fixture.journal)
    }
    #expect(outcome.status(stuck) == .notStarted)
    #expect(outcome.run.status == .interrupted)
    never.open()
  }

  private func keepAdvancing(_ clock: FakeClock, until journal: MemoryJournal) {
    patiently(until: { journal.commits.contains { $0.status != nil } }) { clock.advance(seconds: 1) }
  }

  @Test func runOutOfTimeSkipsTheRestAndFails() throws {
    var builder = try PlanBuilder(timeout: 30)
    let slow = try builder.source("slow", flags: .optional)
    let after = try builder.derive("after", from: [slow], flags: .optional)
    let started = Latch()
    let fixture = MachineFixture(builder, .fakes(["slow": waitsForCancellation(started)]))
    let outcome = try inBackground(fixture) {
      started.wait()
      fixture.clock.advance(seconds: 30)
    }
    #expect(outcome.run.status == .failed)
    #expect(outcome.status(slow) == .skipped)
    #expect(outcome.reason(after) == "the run's time limit of 30 s has passed")
    let resumed = try MachineFixture(builder).run(from: outcome.state, status: .failed)
    #expect(resumed.run.status == .completed)
  }

  @Test func artifactOutOfTimeFailsAlone() throws {
    var builder = try PlanBuilder()
    let slow = try builder.source("slow", timeout: 2.5)
    let after = try builder.derive("after", from: [slow])
    let other = try builder.source("other")
    let started = Latch()
    let never = Latch()
    let fixture = MachineFixture(
      builder,
      .fakes([
        "slow": { _, _, _ in
          started.open()
          never.wait()
          return plainHead
        }
      ]))
    let outcome = try inBackground(fixture) {
      started.wait()
      fixture.clock.advance(seconds: 2.5)
    }
    #expect(outcome.reason(slow) == "timed out after 2.5 s")
    #expect(outcome.status(after) == .skipped)
    #expect(outcome.status(other) == .completed)
    #expect(outcome.run.status == .failed)
    never.open()
  }

  /// A thread that timed-out work still holds does not take the place of other work.
  @Test func workThatIsLeftBehindHoldsNobodyUp() throws {
    var builder = try PlanBuilder(maximumConcurrency: 1)
    let stuck = try builder.source("stuck", timeout: 1)
    let next = try builder.source("next")
    let started = Latch()
    let never = Latch()
    let fixture = MachineFixture(
      builder,
      .fakes([
        "stuck": { _, _, _ in
          started.open()
          never.wait()
          return plainHead
        }
      ]))
    let outcome = try inBackground(fixture) {
      started.wait()
      fixture.clock.advance(seconds: 1)
    }
    #expect(outcome.status(stuck) == .failed)
    #expect(outcome.status(next) == .completed)
    never.open()
  }

  @Test func commitsSurviveTheLossOfPowerSoonEvenWhileWorkGoesOn() throws {
    var builder = try PlanBuilder()
    try builder.source("slow")
    let started = Latch()
    let mayEnd = Latch()
    let fixture = MachineFixture(
      builder,
      .fakes([
        "slow": { _, _, _ in
          started.open()
          mayEnd.wait()
          return plainHead
        }
      ]))
    _ = try inBackground(fixture) {
      started.wait()
      patiently(until: { fixture.journal.commits.last?.durability == .power }) {
        fixture.clock.advance(seconds: 0.1)
      }
      mayEnd.open()
    }
    let first = try #require(fixture.journal.commits.firstIndex { $0.durability == .power })
    #expect(fixture.journal.commits[first].transitions.isEmpty)
    #expect(fixture.journal.commits[first].status == nil)
  }
}
