// Goes along with the search of a text and says where no match can begin. Knows no engine.

/// The next place of what a prefilter looks for, kept from question to question: a text is gone through once, however
/// many places are asked about.
///
/// The engine itself looks some thousand bytes ahead for what a match must hold, again for each place; where a text does
/// not hold it at all, that is most of the time that the search takes.
struct PrefilterHits {
  private let prefilter: Prefilter?
  /// The next place, or the text's end if there is none; before the beginning while nobody has asked.
  private var next = -1

  init(of prefilter: Prefilter?) { self.prefilter = prefilter }

  /// False if no match can begin at `start` or later, at most at `last`; `start` never goes back.
  mutating func allow(from start: Int, through last: Int, in text: Span<UInt8>) -> Bool {
    guard let prefilter else { return true }
    if next < start { next = prefilter.next(in: text, from: start) ?? text.count }
    guard next < text.count else { return false }
    // A code point takes up to four bytes.
    return prefilter.lead.map { next <= last + $0 * 4 } ?? true
  }
}
