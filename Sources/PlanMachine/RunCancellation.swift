// How a run is told to stop from outside.
internal import ComponentKit
internal import Synchronization

/// A switch that stops a run; it can be thrown from any thread, and only the first throw counts.
///
/// Not from a signal handler: it takes a lock. A thread that waits in `sigwait` is the place.
package final class RunCancellation: Sendable {
  package enum Reason: UInt8, Sendable {
    /// A person or the system asked for it; the run is `interrupted` and can be resumed.
    case interrupted = 1
    /// The time is up; what is left is skipped and the run is `failed`, and can be resumed.
    case timeout = 2
  }

  private let state = Atomic<UInt8>(0)
  private let wakers = Wakers()

  package init() {}

  /// Why the run should stop; nil while it should go on.
  package var reason: Reason? { Reason(rawValue: state.load(ordering: .acquiring)) }
  package var isCancelled: Bool { state.load(ordering: .acquiring) != 0 }

  package func cancel(_ reason: Reason) {
    let exchange = state.compareExchange(
      expected: 0, desired: reason.rawValue, ordering: .acquiringAndReleasing)
    if exchange.exchanged { wakers.callAll() }
  }

  /// Calls `wake` when the switch is thrown, at once when it already was.
  func whenCancelled(_ wake: @escaping @Sendable () -> Void) {
    wakers.add(wake)
    if isCancelled { wake() }
  }

  private final class Wakers: @unchecked Sendable {  // the list is guarded by `monitor`
    private let monitor = Monitor()
    private var list: [@Sendable () -> Void] = []

    func add(_ wake: @escaping @Sendable () -> Void) { monitor.withLock { list.append(wake) } }

    func callAll() {
      let all = monitor.withLock { list }
      for wake in all { wake() }
    }
  }
}
