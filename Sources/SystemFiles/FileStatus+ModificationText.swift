// When a file last changed, as messages write it.
internal import Glibc

extension FileStatus {
  /// `2026-01-31T12:00:00.123456+00:00` (ISO 8601, UTC), without the fraction where it is none, as Python's
  /// `isoformat` writes it; nil for a time that no calendar has.
  package var modificationText: String? {
    let microseconds = modified / 1000
    var seconds = time_t(microseconds / 1_000_000)
    var fraction = microseconds % 1_000_000
    if fraction < 0 {
      fraction += 1_000_000
      seconds -= 1
    }
    var parts = tm()
    guard unsafe gmtime_r(&seconds, &parts) != nil else { return nil }
    let date = [(Int(parts.tm_year) + 1900, 4), (Int(parts.tm_mon) + 1, 2), (Int(parts.tm_mday), 2)]
    let clock = [(Int(parts.tm_hour), 2), (Int(parts.tm_min), 2), (Int(parts.tm_sec), 2)]
    let rest = fraction == 0 ? "" : "." + Self.padded(fraction, 6)
    return date.map(Self.padded).joined(separator: "-") + "T"
      + clock.map(Self.padded).joined(separator: ":") + rest + "+00:00"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
