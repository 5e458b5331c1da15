// Finds where the parts of names such as `dateOfBirth` begin, quickly. Knows no words.

/// Capital letters of ASCII that begin a part of a name which is not its first.
package enum NameParts {
  /// The first offset of a capital letter that follows a small one, or a capital one and stands before a small one:
  /// `IBANOwner` is `IBAN Owner`. What comes before `start` does not count.
  package static func next(in text: Span<UInt8>, from start: Int) -> Int? {
    var block = start
    var letters = LetterMask(of: text, at: block)
    // The lowest bit: what the byte before the block is.
    var before = LetterMask()
    while block < text.count {
      let following = LetterMask(of: text, at: block &+ 64)
      let afterSmall = letters.small &<< 1 | before.small
      let afterCapital = letters.capital &<< 1 | before.capital
      let beforeSmall = letters.small &>> 1 | following.small &<< 63
      let hits = letters.capital & (afterSmall | afterCapital & beforeSmall)
      if hits != 0 { return block &+ hits.trailingZeroBitCount }
      before = LetterMask(small: letters.small &>> 63, capital: letters.capital &>> 63)
      block &+= 64
      letters = following
    }
    return nil
  }
}

/// One bit a byte for a block of up to 64 bytes; the lowest bit is the first byte.
private struct LetterMask {
  var small: UInt64 = 0
  var capital: UInt64 = 0

  init(small: UInt64 = 0, capital: UInt64 = 0) {
    self.small = small
    self.capital = capital
  }

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
  }

  @inline(__always)
  private static func lanes(of bytes: SIMD2<UInt64>, from first: UInt64, through last: UInt64) -> UInt64 {
    let low = bytes & ByteLanes.every(0x7F)
    let within = (low &+ ByteLanes.every(0x80 - first)) & ~(low &+ ByteLanes.every(0x7F - last))
    return ByteLanes.highBits(within & ~bytes)
  }
}
