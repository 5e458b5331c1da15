// Classifies 64 bytes of text at once for the search of word starts. Knows no patterns.

/// One bit a byte for a block of up to 64 bytes; the lowest bit is the first byte.
struct WordMask {
  /// ASCII letters and digits.
  var alphanumeric: UInt64 = 0
  /// Bytes of 0xC0 and above, which begin a character beyond ASCII.
  var lead: UInt64 = 0
  /// Bytes that begin a character: ASCII and lead bytes within the text.
  var character: UInt64 = 0

  /// The masks of the bytes at `block`, at most 64 of them.
  @inline(__always)
  init(of text: Span<UInt8>, at block: Int) {
    if block + 64 <= text.count {
      for part in 0..<4 {
        // Safe: the 16 bytes lie within the 64 that the test above has found.
        let vector = unsafe text.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: block &+ part &* 16, as: SIMD2<UInt64>.self)
        add(vector, at: part &* 16)
      }
    } else {
      addTail(of: text, at: block)
    }
  }

  /// Adds 16 bytes. Comparisons are done by additions that carry into the highest bit of a byte, as plain
  /// arithmetic on words is what the compiler turns into few vector instructions.
  @inline(__always)
  private mutating func add(_ bytes: SIMD2<UInt64>, at shift: Int) {
    let low = bytes & ByteLanes.every(0x7F)
    let lower = low | ByteLanes.every(0x20)
    let letters = (lower &+ ByteLanes.every(0x80 - 0x61)) & ~(lower &+ ByteLanes.every(0x7F - 0x7A))
    let digits = (low &+ ByteLanes.every(0x80 - 0x30)) & ~(low &+ ByteLanes.every(0x7F - 0x39))
    alphanumeric |= ByteLanes.highBits((letters | digits) & ~bytes) << UInt64(shift)
    let beyond = bytes & ByteLanes.every(0x80)
    guard beyond[0] | beyond[1] != 0 else {
      character |= 0xFFFF << UInt64(shift)
      return
    }
    let leads = ByteLanes.highBits(bytes & (bytes &<< 1))
    lead |= leads << UInt64(shift)
    character |= (leads | (~ByteLanes.highBits(bytes) & 0xFFFF)) << UInt64(shift)
  }

  /// Adds what is left of the text, fewer than 64 bytes or none.
  private mutating func addTail(of text: Span<UInt8>, at block: Int) {
    guard block < text.count else { return }
    for offset in stride(from: 0, to: text.count - block, by: 16) {
      let start = block + offset
      add(
        SIMD2(ByteLanes.lastWord(of: text, at: start), ByteLanes.lastWord(of: text, at: start + 8)),
        at: offset)
    }
    character &= (1 << UInt64(text.count - block)) - 1
  }
}
