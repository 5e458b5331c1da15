// The places of a text at which one pattern matches: all are counted, a few are kept. Knows no rule.
internal import TextMatching

/// The matches of one pattern in one text, gathered into places.
///
/// Matches come in the order of the text. One that begins more than the threshold behind the furthest end so far
/// starts a new place, any other belongs to the place before. A place is represented by its first match.
package struct PatternPlaces: Sendable {
  /// All matches.
  package private(set) var matchCount = 0
  /// Byte ranges of the first matches of the first places.
  package private(set) var representatives: [Range<Int>] = []
  /// Byte ranges of the first matches, as many as are to be kept.
  package private(set) var matches: [Range<Int>] = []
  private var furthestEnd = 0

  /// Takes the next match.
  ///
  /// - Parameters:
  ///   - threshold: Code points.
  ///   - limit: How many representatives are kept.
  ///   - keptMatches: How many matches are kept besides.
  mutating func add(
    _ match: Range<Int>, in text: borrowing Span<UInt8>, threshold: Int, limit: Int, keptMatches: Int = 0
  ) {
    matchCount += 1
    if matches.count < keptMatches { matches.append(match) }
    // What comes after the last representative changes the count alone.
    guard representatives.count < limit else { return }
    if matchCount == 1 || distance(to: match.lowerBound, in: text, isMoreThan: threshold) {
      representatives.append(match)
    }
    furthestEnd = max(furthestEnd, match.upperBound)
  }

  /// A code point takes one to four bytes, so most distances need no counting.
  private func distance(to start: Int, in text: borrowing Span<UInt8>, isMoreThan threshold: Int) -> Bool {
    let bytes = start - furthestEnd
    if bytes <= threshold { return false }
    if bytes > 4 * threshold { return true }
    return CodePointPositions.count(in: text, furthestEnd..<start) > threshold
  }

  /// Forgets everything and keeps the memory.
  mutating func removeAll() {
    matchCount = 0
    representatives.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    furthestEnd = 0
  }
}
