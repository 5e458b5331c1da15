// Finds the letters among 64 bytes at once. Knows no words.

/// One bit a byte for a block of up to 64 bytes; the lowest bit is the first byte.
struct LetterMask {
  var small: UInt64 = 0
  var capital: UInt64 = 0
  /// Bytes of characters beyond ASCII.
  var beyond: UInt64 = 0

  init() {}

  /// The letters of ASCII at `block`; none beyond the end of the text.
  @inline(__always)
  init(of text: Span<UInt8>, at block: Int) {
    if block &+ 64 <= text.count {
      for part in 0..<4 {
        // Safe: the 16 bytes lie within the 64 that the test above has found.
        let bytes = unsafe text.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: block &+ part &* 16, as: SIMD2<UInt64>.self)
        add(bytes, at: part &* 16)
      }
    } else if block < text.count {
      for offset in stride(from: 0, to: text.count - block, by: 16) {
        let start = block + offset
        add(
          SIMD2(ByteLanes.lastWord(of: text, at: start), ByteLanes.lastWord(of: text, at: start + 8)),
          at: offset)
      }
    }
  }

  @inline(__always)
  private mutating func add(_ bytes: SIMD2<UInt64>, at shift: Int) {
    small |= Self.lanes(of: bytes, from: 0x61, through: 0x7A) << UInt64(shift)
    capital |= Self.lanes(of: bytes, from: 0x41, through: 0x5A) << UInt64(shift)
    beyond |= ByteLanes.highBits(bytes) << UInt64(shift)
  }

  @inline(__always)
  private static func lanes(of bytes: SIMD2<UInt64>, from first: UInt64, through last: UInt64) -> UInt64 {
    let low = bytes & ByteLanes.every(0x7F)
    let within = (low &+ ByteLanes.every(0x80 - first)) & ~(low &+ ByteLanes.every(0x7F - last))
    return ByteLanes.highBits(within & ~bytes)
  }
}
