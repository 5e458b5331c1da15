// Goes along with the search of a text and says where no match can begin. Knows no engine.

/// The next places of what prefilters look for, kept from question to question: a text is gone through once, however
/// many places are asked about.
///
/// The engine itself looks some thousand bytes ahead for what a match must hold, again for each place; where a text does
/// not hold it at all, that is most of the time that the search takes.
struct PrefilterHits {
  private struct Hit {
    let prefilter: Prefilter
    /// The next place, or the text's end if there is none; before the beginning while nobody has asked.
    var next = -1
  }

  private var hits: [Hit]

  /// - Parameter prefilters: What every match holds, all of it.
  init(of prefilters: [Prefilter]) { hits = prefilters.map { Hit(prefilter: $0) } }

  /// False if no match can begin at `start` or later, at most at `last`; `start` never goes back.
  mutating func allow(
    from start: Int, through last: Int, in text: Span<UInt8>, _ digits: inout DigitRuns
  ) -> Bool {
    for index in hits.indices {
      let prefilter = hits[index].prefilter
      if hits[index].next < start {
        hits[index].next = prefilter.next(in: text, from: start, &digits) ?? text.count
      }
      let next = hits[index].next
      // A code point takes up to four bytes.
      guard next < text.count, prefilter.lead.map({ next <= last + $0 * 4 }) ?? true else { return false }
    }
    return true
  }
}
