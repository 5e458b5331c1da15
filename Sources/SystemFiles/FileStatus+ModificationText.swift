// When a file last changed, as messages write it.
internal import Glibc

extension FileStatus {
  /// `2026-01-31T12:00:00.123456+00:00` (ISO 8601, UTC), without the fraction where it is none, as Python's
  /// `isoformat` writes it; nil for a time that no calendar has.
  package var modificationText: String? {
    // As Python rounds: the time as one number of seconds, its fraction to the nearest microsecond.
    let (whole, nanoseconds) = modified.quotientAndRemainder(dividingBy: 1_000_000_000)
    let time = Double(whole) + 1e-9 * Double(nanoseconds)
    var seconds = Int(time.rounded(.down))
    var fraction = Int(((time - time.rounded(.down)) * 1e6).rounded(.toNearestOrEven))
    if fraction == 1_000_000 { (seconds, fraction) = (seconds + 1, 0) }
    let text = Self.dateAndTime(seconds)
    guard !text.isEmpty else { return nil }
    let digits = String(fraction)
    let rest = fraction == 0 ? "" : "." + String(repeating: "0", count: 6 - digits.count) + digits
    return text + rest + "+00:00"
  }

  /// `2026-01-31T12:00:00`, of seconds since 1970; empty for a year of more than four digits.
  private static func dateAndTime(_ seconds: Int) -> String {
    var time = time_t(seconds)
    var parts = unsafe tm()
    // The pointers live as long as the call.
    guard unsafe gmtime_r(&time, &parts) != nil else { return "" }
    // 19 bytes and the end: a longer year does not fit, and gives nothing.
    return unsafe String(unsafeUninitializedCapacity: 20) { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe start.withMemoryRebound(to: CChar.self, capacity: buffer.count) { bytes in
        unsafe strftime(bytes, buffer.count, "%Y-%m-%dT%H:%M:%S", &parts)
      }
    }
  }
}
