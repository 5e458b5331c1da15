import ComponentKit
import ExecutionPlan
import PlanMachine
import RunHistory
import Testing

/// Writes down what it is told, as short texts.
private final class Recorder: RunObserver {
  var lines: [String] = []
  /// Called at every event.
  var onEvent: (RunEvent) -> Void = { _ in }

  func observe(_ event: RunEvent) {
    switch event {
    case .started(_, let counts): lines.append("started \(counts[.notStarted])")
    case .changed(let transition): lines.append("\(transition.instruction.value) \(transition.status)")
    case .progressed(let instruction, let progress):
      lines.append("\(instruction.value) \(progress.done)/\(progress.total ?? 0) \(progress.unit)")
    case .finished(let outcome): lines.append("finished \(outcome.run.status)")
    }
    onEvent(event)
  }
}

@Suite struct ObserverTests {
  @Test func everyChangeIsToldAfterItIsStored() throws {
    var builder = try PlanBuilder(maximumConcurrency: 1)
    let source = try builder.source("a")
    try builder.derive("b", from: [source])
    let fixture = MachineFixture(builder, .fakes(["a": fail()]))
    let recorder = Recorder()
    recorder.onEvent = { event in
      guard case .changed(let transition) = event else { return }
      #expect(fixture.journal.commits.flatMap(\.transitions).contains(transition))
    }
    _ = try fixture.run(observer: recorder)
    #expect(
      recorder.lines == ["started 2", "0 running", "0 failed", "1 skipped", "finished failed"])
  }

  @Test func progressIsToldWhileWorkGoesOn() throws {
    var builder = try PlanBuilder()
    try builder.source("a")
    let isSeen = Latch()
    let fixture = MachineFixture(
      builder,
      .fakes([
        "a": { _, _, context in
          context.report(ComponentProgress(3, of: 9, "files"))
          isSeen.wait()
          return plainHead
        }
      ]))
    let recorder = Recorder()
    recorder.onEvent = { event in if case .progressed = event { isSeen.open() } }
    _ = try fixture.run(observer: recorder)
    #expect(recorder.lines.contains("0 3/9 files"))
  }
}
