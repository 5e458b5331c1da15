// Handles the bytes of words side by side. Knows no characters.

/// Arithmetic on eight or sixteen bytes at once, which the compiler turns into few vector instructions.
enum ByteLanes {
  /// A byte in every lane.
  @inline(__always)
  static func every(_ byte: UInt64) -> SIMD2<UInt64> {
    SIMD2(repeating: byte &* 0x0101_0101_0101_0101)
  }

  /// The eight bytes from `position`, zero beyond the end of the text. Bytes come lowest first.
  @inline(__always)
  static func lastWord(of text: Span<UInt8>, at position: Int) -> UInt64 {
    let left = text.count &- position
    guard left > 0 else { return 0 }
    if text.count >= 8 {
      let start = min(position, text.count &- 8)
      // Safe: eight bytes lie between `start` and the end of the text.
      let word = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
      return word &>> UInt64((position &- start) &* 8)
    }
    var word: UInt64 = 0
    for index in position..<text.count { word |= UInt64(text[index]) << UInt64((index - position) * 8) }
    return word
  }

  /// Gathers the highest bit of each byte: one multiplication moves the eight bits of a word side by side.
  @inline(__always)
  static func highBits(_ words: SIMD2<UInt64>) -> UInt64 {
    let high = words & every(0x80)
    let magic: UInt64 = 0x0002_0408_1020_4081
    return (high[0] &* magic) >> 56 | ((high[1] &* magic) >> 56) << 8
  }
}
