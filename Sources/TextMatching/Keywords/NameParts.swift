// Finds where the parts of names such as `dateOfBirth` begin, quickly. Knows no words.

/// Capital letters of ASCII that begin a part of a name which is not its first.
package enum NameParts {
  /// The first offset of a capital letter that follows a small one, or a capital one and stands before a small one:
  /// `IBANOwner` is `IBAN Owner`. What comes before `start` does not count.
  package static func next(in text: Span<UInt8>, from start: Int) -> Int? {
    var block = start
    var letters = LetterMask(of: text, at: block)
    // The lowest bit: what the byte before the block is.
    var (smallBefore, capitalBefore): (UInt64, UInt64) = (0, 0)
    while block < text.count {
      let following = LetterMask(of: text, at: block &+ 64)
      let afterSmall = letters.small &<< 1 | smallBefore
      let afterCapital = letters.capital &<< 1 | capitalBefore
      let beforeSmall = letters.small &>> 1 | following.small &<< 63
      let hits = letters.capital & (afterSmall | afterCapital & beforeSmall)
      if hits != 0 { return block &+ hits.trailingZeroBitCount }
      (smallBefore, capitalBefore) = (letters.small &>> 63, letters.capital &>> 63)
      block &+= 64
      letters = following
    }
    return nil
  }
}
