// Says what whitespace is for Python's `str`, and strips it. Knows no lines.

/// The whitespace of Python's `str.strip`, `str.isspace` and `\s`: Unicode's, and U+001C to U+001F.
///
/// U+200B (zero width space) and U+FEFF (byte order mark) are not whitespace.
package enum PythonWhitespace {
  static let ranges: [ClosedRange<UInt32>] = [
    0x09...0x0D, 0x1C...0x20, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
  ]

  package static func contains(_ codePoint: UInt32) -> Bool {
    if codePoint < 0x80 { return isASCIIWhitespace(UInt8(truncatingIfNeeded: codePoint)) }
    return ranges.contains { $0.contains(codePoint) }
  }

  private static func isASCIIWhitespace(_ byte: UInt8) -> Bool { byte &- 0x09 < 5 || byte &- 0x1C < 5 }

  /// The part of `range` that `str.strip()` leaves, as byte offsets; empty if nothing is left.
  package static func strip(_ text: Span<UInt8>, in range: Range<Int>) -> Range<Int> {
    let end = stripEnd(text, in: range).upperBound
    var start = range.lowerBound
    while start < end, let length = whitespaceLength(in: text, at: start), start + length <= end {
      start += length
    }
    return start..<max(start, end)
  }

  /// The part of `range` that `str.rstrip()` leaves.
  package static func stripEnd(_ text: Span<UInt8>, in range: Range<Int>) -> Range<Int> {
    var end = min(range.upperBound, text.count)
    while end > range.lowerBound {
      guard let scalar = UTF8Decoding.scalar(in: text, before: end), contains(scalar.codePoint),
        end - scalar.length >= range.lowerBound
      else { break }
      end -= scalar.length
    }
    return range.lowerBound..<max(range.lowerBound, end)
  }

  /// True if the text is empty or holds whitespace only.
  package static func isBlank(_ text: Span<UInt8>) -> Bool {
    var position = 0
    while position < text.count {
      guard let length = whitespaceLength(in: text, at: position) else { return false }
      position += length
    }
    return true
  }

  /// The bytes of the whitespace character at `position`; nil if another character is there.
  @inline(__always)
  private static func whitespaceLength(in text: Span<UInt8>, at position: Int) -> Int? {
    guard let scalar = UTF8Decoding.scalar(in: text, at: position), contains(scalar.codePoint) else {
      return nil
    }
    return scalar.length
  }
}
