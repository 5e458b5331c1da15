// The clock that waits are measured by.
internal import Glibc

/// Time since some point in the past that never goes back.
package enum MonotonicTime {
  /// Nanoseconds.
  package static var nanoseconds: Int {
    var now = timespec()
    guard unsafe clock_gettime(CLOCK_MONOTONIC, &now) == 0 else { return 0 }
    return Int(now.tv_sec) * 1_000_000_000 + Int(now.tv_nsec)
  }
}
