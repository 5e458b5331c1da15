import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanMachine
import RunHistory
import Testing

@Suite struct MachineTests {
  @Test func runsAPlanToItsEnd() throws {
    var builder = try PlanBuilder()
    let source = try builder.source("files")
    let derived = try builder.derive("found", from: [source])
    let passed = try builder.add("result", .pass, [derived], flags: .output)
    let fixture = MachineFixture(builder, .fakes(["files": emit(1, 2, 3)]))
    let outcome = try fixture.run()
    #expect(outcome.run.status == .completed)
    #expect(outcome.counts[.completed] == 3)
    #expect(fixture.artifacts.values(outcome.state[derived]) == [2, 3, 4])
    #expect(outcome.state[passed].last?.artifact == outcome.state[derived].last?.artifact)
    #expect(!outcome.wasCompletedBefore)
  }

  /// The order of commits is the guarantee that a crash can be survived at any point.
  @Test func everyChangeIsStoredBeforeWhatDependsOnItStarts() throws {
    var builder = try PlanBuilder()
    let source = try builder.source("a")
    let derived = try builder.derive("b", from: [source])
    let journal = MemoryJournal()
    let seen = Shared<[String: [ArtifactStatus]]>([:])
    let watch: @Sendable (String) -> Void = { name in
      let state = journal.state(count: 2)
      seen.change { $0[name] = [state?[source].status ?? .failed, state?[derived].status ?? .failed] }
    }
    var fixture = MachineFixture(
      builder,
      .fakes([
        "a": { inputs, sink, context in
          watch("a")
          return try emit(1)(inputs, sink, context)
        },
        "b": { inputs, sink, context in
          watch("b")
          return try increment(inputs, sink, context)
        },
      ]))
    fixture.journal = journal
    _ = try fixture.run()
    #expect(seen.value["a"] == [.running, .notStarted])
    #expect(seen.value["b"] == [.completed, .running])
    // The completion of `a` and the start of `b` share a commit.
    #expect(journal.commits.contains { $0.transitions.map(\.status) == [.completed, .running] })
  }

  @Test func passIsNotDoneBeforeItsOperandIsStored() throws {
    var builder = try PlanBuilder()
    var last = try builder.source("a")
    for position in 0..<5 { last = try builder.add("p\(position)", .pass, [last]) }
    let fixture = MachineFixture(builder)
    _ = try fixture.run()
    for commit in fixture.journal.commits {
      #expect(commit.transitions.count(where: { $0.status == .completed }) <= 1)
    }
  }

  @Test func lastCommitSurvivesTheLossOfPower() throws {
    var builder = try PlanBuilder()
    try builder.source("a")
    let fixture = MachineFixture(builder)
    let outcome = try fixture.run()
    let last = try #require(fixture.journal.commits.last)
    #expect(last.durability == .power)
    #expect(last.status?.status == .completed)
    #expect(outcome.run.finishedAt == last.status?.time)
    #expect(fixture.journal.commits.dropLast().allSatisfy { $0.durability == .process })
  }

  @Test func independentSourcesRunAtTheSameTime() throws {
    let count = 64
    var builder = try PlanBuilder(maximumConcurrency: count)
    let together = CountdownLatch(count)
    var behaviours: [String: Behaviour] = [:]
    for position in 0..<count {
      try builder.source("s\(position)")
      behaviours["s\(position)"] = { _, _, _ in
        together.arriveAndWait()
        return plainHead
      }
    }
    #expect(try MachineFixture(builder, .fakes(behaviours)).run().counts[.completed] == count)
  }

  @Test func atMostMaximumConcurrencyRunAtOnce() throws {
    var builder = try PlanBuilder(maximumConcurrency: 3)
    let running = Shared((now: 0, most: 0))
    var behaviours: [String: Behaviour] = [:]
    for position in 0..<50 {
      try builder.source("s\(position)")
      behaviours["s\(position)"] = { _, _, _ in
        running.change { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        running.change { $0.now -= 1 }
        return plainHead
      }
    }
    #expect(try MachineFixture(builder, .fakes(behaviours)).run().run.status == .completed)
    #expect((1...3).contains(running.value.most))
  }

  @Test func failureSkipsDownstreamAndIndependentBranchesGoOn() throws {
    var builder = try PlanBuilder()
    let bad = try builder.source("bad")
    let good = try builder.source("good")
    let below = try builder.derive("below", from: [bad])
    let mixed = try builder.add("mixed", .merge, [good, bad])
    let fine = try builder.derive("fine", from: [good])
    let outcome = try MachineFixture(builder, .fakes(["bad": fail("no such host")])).run()
    #expect(outcome.run.status == .failed)
    #expect(outcome.status(bad) == .failed)
    #expect(outcome.reason(bad) == "no such host")
    #expect(outcome.status(below) == .skipped)
    #expect(outcome.reason(below) == "'bad' failed")
    #expect(outcome.status(mixed) == .skipped)
    #expect(outcome.status(fine) == .completed)
  }

  @Test func optionalFailureIsAWarning() throws {
    var builder = try PlanBuilder()
    let bad = try builder.source("bad", flags: .optional)
    let below = try builder.derive("below", from: [bad])
    try builder.source("good")
    let outcome = try MachineFixture(builder, .fakes(["bad": fail()])).run()
    #expect(outcome.run.status == .completed)
    #expect(outcome.status(below) == .skipped)
    #expect(outcome.warnings.map(\.artifact.text) == ["bad"])
  }

  @Test func anyErrorOfAComponentFailsItsArtifactAlone() throws {
    struct Odd: Error {}
    var builder = try PlanBuilder()
    let odd = try builder.source("odd")
    let stopped = try builder.source("stopped")
    try builder.source("good")
    let outcome = try MachineFixture(
      builder,
      .fakes([
        "odd": { _, _, _ in throw Odd() }, "stopped": { _, _, _ in throw CancellationError() },
      ])
    ).run()
    #expect(outcome.reason(odd)?.contains("Odd") == true)
    #expect(outcome.reason(stopped) == "the component stopped without being asked to")
    #expect(outcome.counts[.completed] == 1)
  }

  @Test func pendingWorkInterruptsTheRunAndIsTriedAgain() throws {
    var builder = try PlanBuilder()
    let batch = try builder.source("batch")
    let below = try builder.derive("below", from: [batch])
    let other = try builder.source("other")
    let isReady = Shared(false)
    let registry = ComponentRegistry.fakes([
      "batch": { inputs, sink, context in
        guard isReady.value else { throw PendingWork("batch 7 of the service") }
        return try emit(1)(inputs, sink, context)
      }
    ])
    let first = try MachineFixture(builder, registry).run()
    #expect(first.run.status == .interrupted)
    #expect(first.status(batch) == .pending)
    #expect(first.reason(batch) == "batch 7 of the service")
    #expect(first.status(below) == .notStarted)
    #expect(first.status(other) == .completed)
    isReady.change { $0 = true }
    let second = try MachineFixture(builder, registry).run(from: first.state, status: .interrupted)
    #expect(second.run.status == .completed)
  }

  @Test func contextSpeaksOfTheArtifactAndTheRun() throws {
    var builder = try PlanBuilder()
    let source = try builder.source("a")
    let seen = Shared<[String]>([])
    let outcome = try MachineFixture(
      builder,
      .fakes([
        "a": { _, _, context in
          context.warn("a file was left out")
          seen.change { $0 = [context.artifact, context.runID, context.baseDirectory, context.timestamp()] }
          return plainHead
        }
      ])
    ).run()
    #expect(seen.value == ["a", "testrun", "/base", "2026-01-31T12:00:00.123456+00:00"])
    #expect(outcome.state[source].last?.warnings == ["a file was left out"])
    #expect(outcome.warnings.map(\.message) == ["a file was left out"])
  }

  @Test func manyWarningsAreCounted() throws {
    var builder = try PlanBuilder()
    let source = try builder.source("a")
    let outcome = try MachineFixture(
      builder,
      .fakes([
        "a": { _, _, context in
          for number in 0..<1_500 { context.warn("\(number)") }
          return plainHead
        }
      ])
    ).run()
    #expect(outcome.state[source].last?.warnings.count == 1_001)
    #expect(outcome.state[source].last?.warnings.last == "and 500 more warnings")
  }

  @Test func emptyPlanIsCompleted() throws {
    #expect(try MachineFixture(PlanBuilder()).run().run.status == .completed)
  }
}
