// Finds the bytes of a string that JSON can't write as they are.

/// Runs of bytes that stand for themselves between the quotes of a JSON string.
@usableFromInline
enum PlainRun {
  /// The first offset from `start` on that holds a quote, a backslash or a control character; else the count.
  static func end(in text: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset &+ 8 <= text.count {
      // Safe: the eight bytes are within the text. Bytes come lowest first, as on every supported machine.
      let word = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      let found = special(in: word)
      if found != 0 { return offset &+ found.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < text.count, isPlain(text[offset]) { offset &+= 1 }
    return offset
  }

  /// How many of eight bytes, lowest first, stand before the first that is special.
  @inline(__always)
  static func plainCount(of word: UInt64) -> Int {
    let found = special(in: word)
    return found == 0 ? 8 : found.trailingZeroBitCount / 8
  }

  /// The place of the first quote among eight bytes, lowest first; 8 when there is none.
  @inlinable
  static func firstQuote(in word: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    return ((quotes &- ones) & ~quotes & (ones &* 0x80)).trailingZeroBitCount / 8
  }

  /// The number of ASCII bytes that a text begins with.
  static func asciiCount(of text: Span<UInt8>) -> Int {
    var offset = 0
    while offset &+ 8 <= text.count {
      // Safe: the eight bytes are within the text.
      let word = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { break }
      offset &+= 8
    }
    while offset < text.count, text[offset] < 0x80 { offset &+= 1 }
    return offset
  }

  static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// The high bit of every byte that is special; bits above the lowest that is set may be wrong.
  ///
  /// A byte is below `n` if subtracting `n` borrows and its own high bit is clear; a byte equals another if the
  /// exclusive or of both is below 1 (S. Anderson, "Bit twiddling hacks").
  @inline(__always)
  private static func special(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let control = (word &- ones &* 0x20) & ~word
    let quote = (quotes &- ones) & ~quotes
    let backslash = (backslashes &- ones) & ~backslashes
    return (control | quote | backslash) & (ones &* 0x80)
  }
}
