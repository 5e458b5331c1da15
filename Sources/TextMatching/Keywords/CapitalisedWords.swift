// Finds the words of a text that begin with a capital letter, quickly. Knows no names.

/// Runs of letters, of ASCII or beyond it, that begin with a capital letter or with a character beyond ASCII.
package enum CapitalisedWords {
  /// Calls `body` with each such word that lies in a range of a text; one that the range cuts off counts as it stands.
  package static func forEach(in text: Span<UInt8>, _ range: Range<Int>, _ body: (Range<Int>) -> Void) {
    var block = range.lowerBound
    // The lowest bit: the byte before the block is a letter.
    var carry: UInt64 = 0
    while block < range.upperBound {
      let mask = LetterMask(of: text, at: block)
      let letters = mask.small | mask.capital | mask.beyond
      var starts = (mask.capital | mask.beyond) & ~(letters &<< 1 | carry)
      carry = letters &>> 63
      while starts != 0 {
        let start = block &+ starts.trailingZeroBitCount
        starts &= starts &- 1
        guard start < range.upperBound else { return }
        // Below this byte no letter beyond ASCII begins.
        if text[start] < 0x80 || text[start] >= 0xC3 {
          body(start..<end(in: text, from: start, range.upperBound))
        }
      }
      block &+= 64
    }
  }

  private static func end(in text: Span<UInt8>, from start: Int, _ limit: Int) -> Int {
    var position = start + 1
    while position < limit, isLetter(text[position]) { position += 1 }
    return position
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }
}
