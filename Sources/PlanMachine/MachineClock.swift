// The machine's only source of time, so that tests can set it.
internal import Glibc
package import RunHistory

/// Wall-clock time for people, and a clock that never goes back for deadlines and durations.
package protocol MachineClock: Sendable {
  func now() -> Timestamp
  /// Nanoseconds since some fixed point.
  func uptime() -> Int
  /// The point on the system's monotonic clock at which `deadline` can be looked at again; nil: when woken.
  func realDeadline(_ deadline: Int?) -> Int?
  /// Calls `wake` whenever time is set forward; a real clock never calls it.
  func whenTimeJumps(_ wake: @escaping @Sendable () -> Void)
}

/// The system's clocks.
package struct SystemClock: MachineClock {
  package init() {}

  package func now() -> Timestamp {
    let time = Self.read(CLOCK_REALTIME)
    return Timestamp(microseconds: time / 1_000)
  }

  package func uptime() -> Int { Self.read(CLOCK_MONOTONIC) }
  package func realDeadline(_ deadline: Int?) -> Int? { deadline }
  package func whenTimeJumps(_ wake: @escaping @Sendable () -> Void) {}

  /// Nanoseconds; they fit 64 bits until the year 2262.
  private static func read(_ clock: clockid_t) -> Int {
    var time = timespec()
    _ = unsafe clock_gettime(clock, &time)
    return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }
}

/// Nanoseconds from seconds; what does not fit is as good as never.
func nanoseconds(_ seconds: Double) -> Int {
  let value = seconds * 1_000_000_000
  return value < 4e18 ? Int(max(0, value)) : 4_000_000_000_000_000_000
}
