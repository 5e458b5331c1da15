// Finds runs of digits in a text quickly. Knows no patterns.

/// Runs of bytes that may be decimal digits: those of ASCII, and all bytes of characters beyond it, some of which
/// are digits too.
enum DigitRun {
  /// The longest runs that are looked for.
  static let maximumLength = 8

  /// The first offset from `position` on at which `length` such bytes stand in a row; nil if there is none.
  static func next(of length: Int, in text: Span<UInt8>, from position: Int) -> Int? {
    var block = position
    var mask = mask(of: text, at: block)
    while block < text.count {
      let following = self.mask(of: text, at: block &+ 64)
      var starts = mask
      for shift in stride(from: 1, to: length, by: 1) {
        starts &= mask &>> UInt64(shift) | following &<< UInt64(64 &- shift)
      }
      if starts != 0 { return block &+ starts.trailingZeroBitCount }
      block &+= 64
      mask = following
    }
    return nil
  }

  /// One bit a byte for the 64 bytes at `block`; none beyond the end of the text.
  @inline(__always)
  private static func mask(of text: Span<UInt8>, at block: Int) -> UInt64 {
    var mask: UInt64 = 0
    if block &+ 64 <= text.count {
      for part in 0..<4 {
        // Safe: the 16 bytes lie within the 64 that the test above has found.
        let bytes = unsafe text.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: block &+ part &* 16, as: SIMD2<UInt64>.self)
        mask |= digits(in: bytes) << UInt64(part &* 16)
      }
      return mask
    }
    guard block < text.count else { return 0 }
    for offset in stride(from: 0, to: text.count - block, by: 16) {
      let start = block + offset
      let bytes = SIMD2(ByteLanes.lastWord(of: text, at: start), ByteLanes.lastWord(of: text, at: start + 8))
      mask |= digits(in: bytes) << UInt64(offset)
    }
    return mask
  }

  @inline(__always)
  private static func digits(in bytes: SIMD2<UInt64>) -> UInt64 {
    let low = bytes & ByteLanes.every(0x7F)
    let digits = (low &+ ByteLanes.every(0x80 - 0x30)) & ~(low &+ ByteLanes.every(0x7F - 0x39))
    return ByteLanes.highBits(digits | bytes)
  }
}
