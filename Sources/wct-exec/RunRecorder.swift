// Keeps the state of a run while it goes on, for what is written of a run whose store failed.
internal import PlanMachine
internal import RunHistory
internal import Synchronization

/// Hands events on, and folds them.
final class RunRecorder: RunObserver, Sendable {
  private let display: any ProgressDisplay
  private let folded: Mutex<RunState>

  init(_ display: any ProgressDisplay, state: RunState) {
    self.display = display
    folded = Mutex(state)
  }

  var state: RunState { folded.withLock { $0 } }

  func observe(_ event: RunEvent) {
    if case .changed(let transition) = event { folded.withLock { _ = $0.apply(transition) } }
    display.observe(event)
  }
}
