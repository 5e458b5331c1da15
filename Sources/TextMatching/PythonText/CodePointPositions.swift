// Converts between byte offsets and code points. Knows no patterns.

/// Positions in UTF-8 counted in code points; every byte that is not a continuation byte begins one.
package enum CodePointPositions {
  /// A part of a text around a place in it.
  package struct Window: Sendable, Equatable {
    /// Byte offsets, at the borders of code points.
    package let range: Range<Int>
    /// True if the window begins at the beginning of the text.
    package let beginsAtStart: Bool
    /// True if the window ends at the end of the text.
    package let endsAtEnd: Bool

    package init(range: Range<Int>, beginsAtStart: Bool, endsAtEnd: Bool) {
      self.range = range
      self.beginsAtStart = beginsAtStart
      self.endsAtEnd = endsAtEnd
    }
  }

  /// The number of code points that begin within `range`, which is cut to the text.
  package static func count(in text: Span<UInt8>, _ range: Range<Int>) -> Int {
    let range = range.clamped(to: 0..<text.count)
    var count = 0
    // A plain sum over independent bytes, which the compiler turns into vector instructions.
    for position in range {
      // Safe: the range lies within the text.
      count &+= unsafe Int8(bitPattern: text[unchecked: position]) >= -0x40 ? 1 : 0
    }
    return count
  }

  /// `range` widened by `count` code points on each side, or up to the ends of the text.
  package static func window(in text: Span<UInt8>, around range: Range<Int>, by count: Int) -> Window {
    let range = range.clamped(to: 0..<text.count)
    let start = back(from: range.lowerBound, by: count, in: text)
    let end = forward(from: range.upperBound, by: count, in: text)
    return Window(range: start..<end, beginsAtStart: start == 0, endsAtEnd: end == text.count)
  }

  /// The place so many code points before a place, or the beginning of the text; within a character, its first byte
  /// counts as one.
  package static func back(from position: Int, by count: Int, in text: Span<UInt8>) -> Int {
    // Most texts are ASCII, where nothing need be counted.
    if count <= position, isASCII(text, position &- count..<position) { return position - count }
    var position = position
    var left = count
    while left > 0, position > 0 {
      position -= 1
      if text[position] & 0xC0 != 0x80 { left -= 1 }
    }
    return position
  }

  /// The place so many code points behind a place, or the end of the text.
  package static func forward(from position: Int, by count: Int, in text: Span<UInt8>) -> Int {
    // The byte behind tells whether the last one counted is a character of its own.
    if count < text.count - position, isASCII(text, position..<position &+ count &+ 1) {
      return position + count
    }
    var position = position
    var left = count
    while left > 0, position < text.count {
      position += 1
      while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
      left -= 1
    }
    return position
  }

  /// Whether a part of a text, which is within it, has only bytes of ASCII.
  private static func isASCII(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var bits: UInt64 = 0
    var position = range.lowerBound
    while position &+ 8 <= range.upperBound {
      // Safe: the eight bytes are in the range.
      bits |= unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self)
      position &+= 8
    }
    while position < range.upperBound {
      bits |= UInt64(text[position])
      position &+= 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }
}
