// Finds runs of digits in one text for many patterns. Knows no patterns.

/// Runs of bytes that may be decimal digits: those of ASCII, and all bytes of characters beyond it, some of which
/// are digits too.
///
/// The text is gone through once, when somebody first asks. What is kept is a bit for each byte, and, by length, one for
/// each 64 bytes: memory that is touched for the first time costs more than what is computed from it.
/// ``forget()`` comes before the next text.
package struct DigitRuns: Sendable {
  /// The longest runs that are looked for.
  package static let maximumLength = 8

  /// Whether the rest is about the present text.
  private var isKnown = false
  /// A bit a byte.
  private var digits: [UInt64] = []
  /// By length, less one: a bit for each word of ``digits`` in which such a run begins.
  private var blocks: [[UInt64]] = Array(repeating: [], count: maximumLength)

  package init() {}

  /// Makes ready for another text, and keeps the memory.
  package mutating func forget() { isKnown = false }

  /// The first offset from `position` on at which `length` such bytes stand in a row; nil if there is none.
  package mutating func next(of length: Int, in text: Span<UInt8>, from position: Int) -> Int? {
    guard position < text.count else { return nil }
    if !isKnown { read(text) }
    let start = position &>> 6
    let rest = places(of: length, inBlock: start) & ~0 << UInt64(position & 63)
    if rest != 0 { return start &<< 6 &+ rest.trailingZeroBitCount }
    return nextBlock(with: length, from: start + 1).map { block in
      block &<< 6 &+ places(of: length, inBlock: block).trailingZeroBitCount
    }
  }

  private func nextBlock(with length: Int, from start: Int) -> Int? {
    guard start < digits.count else { return nil }
    let marks = blocks[length - 1]
    var index = start &>> 6
    var word = marks[index] & ~0 << UInt64(start & 63)
    while word == 0 {
      index &+= 1
      if index == marks.count { return nil }
      word = marks[index]
    }
    return index &<< 6 &+ word.trailingZeroBitCount
  }

  /// A bit for each byte of a block at which so long a run begins.
  private func places(of length: Int, inBlock block: Int) -> UInt64 {
    let following = block + 1 < digits.count ? digits[block + 1] : 0
    return (1..<length).reduce(digits[block]) { $0 & shifted(block, following, by: $1) }
  }

  /// The digits of a block, each at the place of the byte so many before it.
  @inline(__always)
  private func shifted(_ block: Int, _ following: UInt64, by count: Int) -> UInt64 {
    digits[block] &>> UInt64(count) | following &<< UInt64(64 &- count)
  }

  private mutating func read(_ text: Span<UInt8>) {
    isKnown = true
    digits.removeAll(keepingCapacity: true)
    digits.reserveCapacity((text.count + 63) / 64)
    for block in stride(from: 0, to: text.count, by: 64) { digits.append(Self.mask(of: text, at: block)) }
    for length in blocks.indices {
      blocks[length].removeAll(keepingCapacity: true)
      blocks[length].append(contentsOf: repeatElement(0, count: (digits.count + 63) / 64))
    }
    for block in digits.indices where digits[block] != 0 { mark(block) }
  }

  private mutating func mark(_ block: Int) {
    let following = block + 1 < digits.count ? digits[block + 1] : 0
    var places = digits[block]
    for length in 1...Self.maximumLength {
      if length > 1 { places &= shifted(block, following, by: length - 1) }
      if places == 0 { return }
      blocks[length - 1][block >> 6] |= 1 << UInt64(block & 63)
    }
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
