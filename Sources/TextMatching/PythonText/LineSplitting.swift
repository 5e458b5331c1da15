// Splits text into lines as Python's `str.splitlines()` does. Knows nothing of what lines say.

/// Lines end at LF, CR, CR LF, U+000B, U+000C, U+001C to U+001E, U+0085, U+2028 and U+2029.
///
/// A line end at the end of the text begins no further line; an empty text has no lines.
package enum LineSplitting {
  /// Calls `body` with the byte range of each line, without its line end.
  package static func forEachLine<Failure: Error>(
    in text: Span<UInt8>, _ body: (Range<Int>) throws(Failure) -> Void
  ) throws(Failure) {
    var start = 0
    var position = 0
    while position < text.count {
      let length = lineEndLength(in: text, at: position)
      if length == 0 {
        position += 1
      } else {
        try body(start..<position)
        position += length
        start = position
      }
    }
    if start < text.count { try body(start..<text.count) }
  }

  /// The byte ranges of all lines, without their line ends.
  package static func lines(of text: Span<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    forEachLine(in: text) { lines.append($0) }
    return lines
  }

  /// The bytes of the line end at `position`; 0 if there is none.
  @inline(__always)
  private static func lineEndLength(in text: Span<UInt8>, at position: Int) -> Int {
    let byte = text[position]
    // The commonest bytes first: nothing from the space to the last of ASCII ends a line.
    if byte &- 0x20 < 0x60 { return 0 }
    if byte < 0x20 { return controlLength(byte, in: text, at: position) }
    if byte == 0xC2 { return isNext(0x85, in: text, after: position) ? 2 : 0 }
    guard byte == 0xE2, isNext(0x80, in: text, after: position) else { return 0 }
    return isNext(0xA8, in: text, after: position + 1) || isNext(0xA9, in: text, after: position + 1) ? 3 : 0
  }

  private static func controlLength(_ byte: UInt8, in text: Span<UInt8>, at position: Int) -> Int {
    if byte == 0x0D { return isNext(0x0A, in: text, after: position) ? 2 : 1 }
    return byte &- 0x0A < 3 || byte &- 0x1C < 3 ? 1 : 0
  }

  private static func isNext(_ byte: UInt8, in text: Span<UInt8>, after position: Int) -> Bool {
    position + 1 < text.count && text[position + 1] == byte
  }
}
