// Finds long stretches of NULs in bytes: holes of sparse files, padding of preallocated ones. Knows no encoding.

/// A stretch of NULs that is too long to be text.
enum NullStretch {
  /// The shortest one, in bytes.
  static let minimum = 64 << 10

  /// The first stretch, its ends at multiples of four bytes, so that no character of UTF-16 or UTF-32 is cut.
  static func first(in bytes: [UInt8]) -> Range<Int>? {
    var sample = 0
    while sample < bytes.count {
      if bytes[sample] == 0, let stretch = stretch(around: sample, in: bytes) { return stretch }
      sample += minimum / 2
    }
    return nil
  }

  private static func stretch(around place: Int, in bytes: [UInt8]) -> Range<Int>? {
    var start = place
    while start > 0, bytes[start - 1] == 0 { start -= 1 }
    var end = place + 1
    while end < bytes.count, bytes[end] == 0 { end += 1 }
    start = (start + 3) & ~3
    if end < bytes.count { end &= ~3 }
    return end - start >= minimum ? start..<end : nil
  }
}
