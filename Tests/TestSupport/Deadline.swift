// A point in time by which something must have happened.
internal import Glibc

/// A deadline on the monotonic clock.
package struct Deadline: Sendable {
  private let end: Int

  package init(seconds: Int) { end = Self.now + seconds * 1000 }

  package var isOver: Bool { Self.now >= end }

  /// From 0 up, for `poll`.
  package var remainingMilliseconds: Int32 { Int32(clamping: max(0, end - Self.now)) }

  private static var now: Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

/// Asks again and again until the condition holds; false when the deadline comes first.
package func poll(seconds: Int = 30, until condition: () throws -> Bool) rethrows -> Bool {
  let deadline = Deadline(seconds: seconds)
  while try !condition() {
    if deadline.isOver { return false }
    _ = Glibc.poll(nil, 0, 5)
  }
  return true
}
