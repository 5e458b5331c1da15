import ExecutionPlan
import PlanMachine
import RunHistory
import Testing

/// A graph from lists of operands.
private func graph(
  _ operands: [[Int]], optional: Set<Int> = [], weights: [Int32]? = nil
) -> DataflowGraph {
  DataflowGraph(
    count: operands.count, weights: weights, isOptional: { optional.contains($0) },
    operands: { operands[$0].map(InstructionIndex.init) })
}

private func index(_ value: Int) -> InstructionIndex { InstructionIndex(value) }

extension Scheduler {
  /// Everything that can be issued now.
  fileprivate mutating func issueAll() -> [Int] {
    var issued: [Int] = []
    while let next = next() { issued.append(next.value) }
    return issued
  }
}

@Suite struct SchedulerTests {
  @Test func instructionIsReadyWhenItsLastOperandIsCompleted() {
    var scheduler = Scheduler(graph: graph([[], [], [0, 1]]), width: 10)
    #expect(scheduler.issueAll() == [0, 1])
    scheduler.complete(index(0))
    #expect(scheduler.issueAll() == [])
    scheduler.complete(index(1))
    #expect(scheduler.issueAll() == [2])
    #expect(scheduler.status == .running)
    scheduler.complete(index(2))
    #expect(scheduler.status == .completed)
  }

  /// A barrier between levels would hold 3 back until 1 is completed.
  @Test func thereAreNoLevels() {
    var scheduler = Scheduler(graph: graph([[], [], [0], [2]]), width: 10)
    _ = scheduler.issueAll()
    scheduler.complete(index(0))
    #expect(scheduler.issueAll() == [2])
    scheduler.complete(index(2))
    #expect(scheduler.issueAll() == [3])
  }

  @Test func longestRemainingPathGoesFirst() {
    // 0 is alone, 1 → 3 → 4 is long, 2 → 5 is shorter.
    let scheduler = Scheduler(graph: graph([[], [], [], [1], [3], [2]]), width: 1)
    var copy = scheduler
    #expect(copy.issueAll() == [1])
    var wide = Scheduler(graph: graph([[], [], [], [1], [3], [2]]), width: 3)
    #expect(wide.issueAll() == [1, 2, 0])
  }

  @Test func weightsDecideWhatIsLong() {
    var scheduler = Scheduler(graph: graph([[], [], [1]], weights: [100, 1, 1]), width: 2)
    #expect(scheduler.issueAll() == [0, 1])
  }

  @Test func equalOnesGoInTheOrderOfThePlan() {
    var scheduler = Scheduler(graph: graph(Array(repeating: [], count: 50)), width: 50)
    #expect(scheduler.issueAll() == Array(0..<50))
  }

  @Test func atMostTheWidthIsInFlight() {
    var scheduler = Scheduler(graph: graph(Array(repeating: [], count: 5)), width: 2)
    #expect(scheduler.issueAll() == [0, 1])
    scheduler.complete(index(1))
    #expect(scheduler.issueAll() == [2])
    #expect(scheduler.inFlight == 2)
  }

  @Test func vacatedInstructionsNeedNoSlotAndStillBlockTheirDependents() {
    var scheduler = Scheduler(graph: graph([[], [0], []]), width: 1)
    #expect(scheduler.next() == index(0))
    scheduler.vacate(index(0))
    #expect(scheduler.next() == index(2))
    #expect(scheduler.next() == nil)
    scheduler.complete(index(2))
    #expect(!scheduler.isAtRest)
    #expect(scheduler.status == .running)
    scheduler.complete(index(0))
    #expect(scheduler.issueAll() == [1])
  }

  @Test func operandThatStandsTwiceCountsTwice() {
    var scheduler = Scheduler(graph: graph([[], [0, 0]]), width: 10)
    _ = scheduler.issueAll()
    scheduler.complete(index(0))
    #expect(scheduler.issueAll() == [1])
    scheduler.complete(index(1))
    #expect(scheduler.status == .completed)
  }

  @Test func failureSkipsEverythingDownstreamOnceAndNothingElse() {
    // 0 → 1 → 3, 0 → 2 → 3, 4 → 5.
    var scheduler = Scheduler(graph: graph([[], [0], [0], [1, 2], [], [4]]), width: 10)
    #expect(scheduler.issueAll() == [0, 4])
    let skips = scheduler.fail(index(0))
    #expect(Set(skips.map(\.instruction.value)) == [1, 2, 3])
    #expect(skips.count == 3)
    #expect(skips.allSatisfy { $0.cause == index(0) })
    scheduler.complete(index(4))
    #expect(scheduler.issueAll() == [5])
    scheduler.complete(index(5))
    #expect(scheduler.status == .failed)
  }

  @Test func whatAnOptionalFailureSkippedDoesNotFailTheRun() {
    var scheduler = Scheduler(graph: graph([[], [0]], optional: [0]), width: 10)
    _ = scheduler.issueAll()
    #expect(scheduler.fail(index(0)).map(\.instruction) == [index(1)])
    #expect(scheduler.status == .completed)
  }

  @Test func optionalAndRequiredFailureTogetherFailTheRun() {
    var scheduler = Scheduler(graph: graph([[], [], [0, 1]], optional: [0]), width: 10)
    _ = scheduler.issueAll()
    #expect(scheduler.fail(index(0)).count == 1)
    #expect(scheduler.fail(index(1)).isEmpty)
    #expect(scheduler.status == .failed)
  }

  @Test func pendingLeavesDependentsAloneAndInterruptsTheRun() {
    var scheduler = Scheduler(graph: graph([[], [0], [], [2]]), width: 10)
    _ = scheduler.issueAll()
    scheduler.suspend(index(0))
    scheduler.complete(index(2))
    #expect(scheduler.issueAll() == [3])
    #expect(scheduler.status == .running)
    scheduler.complete(index(3))
    #expect(scheduler.isAtRest)
    #expect(scheduler.status == .interrupted)
  }

  @Test func stoppedSchedulerIssuesNothingAndWaitsForWhatIsInFlight() {
    var scheduler = Scheduler(graph: graph([[], [], [0]]), width: 10)
    #expect(scheduler.next() == index(0))
    scheduler.stop()
    #expect(scheduler.next() == nil)
    #expect(!scheduler.isAtRest)
    scheduler.withdraw(index(0))
    #expect(scheduler.isAtRest)
    #expect(scheduler.status == .interrupted)
  }

  @Test func stoppedSchedulerThatHasNothingLeftIsCompleted() {
    var scheduler = Scheduler(graph: graph([[]]), width: 10)
    _ = scheduler.issueAll()
    scheduler.stop()
    scheduler.complete(index(0))
    #expect(scheduler.status == .completed)
  }

  @Test func whatIsLeftWhenTheTimeIsUpIsSkippedAndFailsTheRun() {
    var scheduler = Scheduler(graph: graph([[], [0], [], []], optional: [0, 1, 2, 3]), width: 3)
    #expect(scheduler.issueAll() == [0, 2, 3])
    scheduler.complete(index(2))
    scheduler.stop()
    scheduler.withdraw(index(0))
    scheduler.withdraw(index(3))
    #expect(scheduler.skipRest().map(\.value) == [0, 1, 3])
    #expect(scheduler.status == .failed)
  }

  @Test func completedInstructionsAreNotIssuedAgain() {
    var scheduler = Scheduler(
      graph: graph([[], [0], [1], []]), width: 10, isCompleted: { $0.value < 2 })
    #expect(scheduler.issueAll() == [2, 3])
  }

  @Test func emptyPlanIsCompleted() {
    var scheduler = Scheduler(graph: graph([]), width: 10)
    #expect(scheduler.next() == nil)
    #expect(scheduler.status == .completed)
  }

  @Test func reportsAboutWhatIsNotInFlightAreIgnored() {
    var scheduler = Scheduler(graph: graph([[], [0]]), width: 10)
    scheduler.complete(index(1))
    #expect(scheduler.fail(index(0)).isEmpty)
    #expect(scheduler.issueAll() == [0])
    scheduler.complete(index(0))
    scheduler.complete(index(0))
    #expect(scheduler.inFlight == 0)
    #expect(scheduler.issueAll() == [1])
  }

  /// A chain and a fan, each a million long: linear in time and without recursion.
  @Test func millionInstructions() {
    let count = 1_000_000
    let graph = DataflowGraph(count: count) { position in
      if position == 0 { return [] }
      return [InstructionIndex(position % 2 == 0 ? 0 : max(0, position - 2))]
    }
    var scheduler = Scheduler(graph: graph, width: 8)
    var completed = 0
    while let next = scheduler.next() {
      scheduler.complete(next)
      completed += 1
    }
    #expect(completed == count)
    #expect(scheduler.status == .completed)
    var failing = Scheduler(graph: graph, width: 8)
    if let first = failing.next() { #expect(failing.fail(first).count == count - 1) }
  }
}
