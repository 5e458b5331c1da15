// A clock that tests set.
import ComponentKit
import PlanMachine
import RunHistory

final class FakeClock: MachineClock, @unchecked Sendable {  // guarded by the monitor
  private let monitor = Monitor()
  private var nanoseconds = 1_000_000_000
  private var wakers: [@Sendable () -> Void] = []

  /// 2026-01-31T12:00:00.123456Z at the start.
  func now() -> Timestamp {
    Timestamp(microseconds: 1_769_860_800_123_456 + (uptime() - 1_000_000_000) / 1_000)
  }
  func uptime() -> Int { monitor.withLock { nanoseconds } }
  func realDeadline(_ deadline: Int?) -> Int? { nil }
  func whenTimeJumps(_ wake: @escaping @Sendable () -> Void) { monitor.withLock { wakers.append(wake) } }

  func advance(seconds: Double) {
    let all = monitor.withLock {
      nanoseconds += Int(seconds * 1_000_000_000)
      return wakers
    }
    for wake in all { wake() }
  }
}
