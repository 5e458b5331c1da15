// Which work ran beside which, and which chain decided how long the run took.
import ExecutionPlan
import Reports
import RunHistory
import Testing

@Suite struct RunTimelineTests {
  @Test func theCriticalPathGoesBackThroughWhatWasStoredLast() throws {
    var run = SampleRun()
    let source = try run.add("a")
    let quick = try run.add("b", from: [source])
    let slow = try run.add("c", from: [source])
    let last = try run.add("d", from: [quick, slow])
    let aside = try run.add("e")
    run.work(source, 0, 1)
    run.work(quick, 1, 2)
    run.work(slow, 1, 5)
    run.work(last, 5, 7)
    run.work(aside, 0, 6)
    let timeline = RunTimeline(try run.report())
    #expect(timeline.criticalPath == [source, slow, last])
    #expect(timeline.intervals.filter(\.isCritical).map(\.index) == [source, slow, last])
    #expect(timeline.duration == 10, "to the end of the run")
  }

  @Test func workThatOverlapsHasLanesOfItsOwn() throws {
    var run = SampleRun()
    let first = try run.add("a")
    let second = try run.add("b")
    let third = try run.add("c")
    run.work(first, 0, 2)
    run.work(second, 1, 3)
    run.work(third, 2, 4)
    let timeline = RunTimeline(try run.report())
    #expect(timeline.intervals.map(\.index) == [first, second, third])
    #expect(timeline.intervals.map(\.lane) == [0, 1, 0])
    #expect(timeline.laneCount == 2)
  }

  @Test func whatAProcessLeftRunningEndsWhereTheJournalDoes() throws {
    var run = SampleRun()
    let done = try run.add("a")
    let running = try run.add("b")
    run.status = .interrupted
    run.transitions = [Transition(running, .running, at: SampleRun.time(1))]
    run.work(done, 1, 4)
    let timeline = RunTimeline(try run.report())
    #expect(timeline.intervals.map(\.end) == [SampleRun.time(4), SampleRun.time(4)])
    #expect(timeline.end == SampleRun.time(4), "not the time of the report")
  }

  @Test func aRunInWhichNothingBeganIsEmpty() throws {
    let timeline = RunTimeline(try SampleRun().report())
    #expect(timeline.intervals.isEmpty && timeline.criticalPath.isEmpty && timeline.laneCount == 0)
  }

  @Test func clocksThatGoBackGiveNoNegativeTime() throws {
    var run = SampleRun()
    let index = try run.add("a")
    run.work(index, 5, 3)
    #expect(RunTimeline(try run.report()).intervals.map(\.duration) == [0])
  }
}
