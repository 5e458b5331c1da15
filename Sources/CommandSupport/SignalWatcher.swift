// Turns SIGINT and SIGTERM into calls on a thread of their own.
internal import Glibc
internal import SystemFiles

/// The signals that ask a run to stop.
package enum StopSignal: Sendable {
  case interrupt
  case termination

  package var exitStatus: ExitStatus {
    switch self {
    case .interrupt: .stoppedByInterrupt
    case .termination: .stoppedByTermination
    }
  }

  package var name: String {
    switch self {
    case .interrupt: "SIGINT"
    case .termination: "SIGTERM"
    }
  }
}

/// Waits for signals on its own thread, so that nothing runs in a signal handler.
package final class SignalWatcher: Sendable {
  private let handle: @Sendable (StopSignal) -> Void
  private let handleResize: @Sendable () -> Void

  private init(
    _ handle: @escaping @Sendable (StopSignal) -> Void, _ handleResize: @escaping @Sendable () -> Void
  ) {
    self.handle = handle
    self.handleResize = handleResize
  }

  /// Calls `handle` at the first signal; a second one ends the process at once. `onResize` is called whenever the
  /// terminal's window has another size (SIGWINCH).
  ///
  /// To be called before other threads are made: they inherit the blocked signals.
  package static func start(
    onResize: @escaping @Sendable () -> Void = {}, _ handle: @escaping @Sendable (StopSignal) -> Void
  ) {
    var signals = stopSignals()
    _ = unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    // The thread takes over this reference and lives as long as the process.
    let reference = unsafe Unmanaged.passRetained(SignalWatcher(handle, onResize))
    let code = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<SignalWatcher>.fromOpaque(argument).takeRetainedValue().watch()
        return nil
      }, reference.toOpaque())
    if code != 0 {
      // Without the thread the signals keep their usual meaning: they end the process; the store stays whole.
      unsafe reference.release()
      _ = unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
  }

  private static func stopSignals() -> sigset_t {
    var signals = sigset_t()
    _ = unsafe sigemptyset(&signals)
    _ = unsafe sigaddset(&signals, SIGINT)
    _ = unsafe sigaddset(&signals, SIGTERM)
    _ = unsafe sigaddset(&signals, SIGWINCH)
    return signals
  }

  private func watch() {
    handle(wait())
    let status = wait().exitStatus.rawValue
    RunningGroup.killAll()
    _exit(status)
  }

  private func wait() -> StopSignal {
    var signals = Self.stopSignals()
    while true {
      var number: Int32 = 0
      guard unsafe sigwait(&signals, &number) == 0 else { continue }
      if number == SIGWINCH {
        handleResize()
        continue
      }
      return number == SIGTERM ? .termination : .interrupt
    }
  }
}
