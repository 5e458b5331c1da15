// What time it is.
internal import Glibc

enum SystemClock {
  /// Nanoseconds since 1970, as file systems count them.
  static func now() -> Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }
}
