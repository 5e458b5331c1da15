// Finds all keywords of a list in one pass over a text. Knows no rules and no findings.

/// A keyword found in a text.
package struct KeywordMatch: Sendable, Equatable {
  /// The index of the keyword in the list the automaton was built from.
  package let patternIndex: Int
  /// The byte offset of its first byte.
  package let start: Int
  /// The byte offset just after its last byte.
  package let end: Int

  package init(patternIndex: Int, start: Int, end: Int) {
    self.patternIndex = patternIndex
    self.start = start
    self.end = end
  }
}

/// A list of literals that are looked for together, caseless, as whole words.
///
/// For each literal `p` the matches are those of Python's
/// `re.finditer(r'(?<![a-zA-Z0-9])' + re.escape(p) + r'(?![a-zA-Z0-9])', text, re.IGNORECASE)`.
/// Equal literals report under each of their indices. Time is linear in the text and in the matches.
package struct KeywordAutomaton: Sendable {
  let keywords: [Keyword]
  let table: KeywordTable
  let filter: KeywordPrefixFilter
  let folding: KeywordFolding
  /// True if the places of some keyword may overlap.
  let tracksOverlap: Bool

  /// An automaton for `patterns`; an empty list matches nothing.
  ///
  /// - Throws: ``KeywordAutomatonError`` for an empty pattern, or when the table would be too large.
  package init(patterns: [String]) throws(KeywordAutomatonError) {
    if let index = patterns.firstIndex(where: { $0.utf8.isEmpty }) { throw .emptyPattern(index: index) }
    keywords = patterns.map(Keyword.init)
    table = try KeywordTable(keywords: keywords)
    filter = KeywordPrefixFilter(keywords: keywords.map(\.bytes))
    folding = KeywordFolding(folded: Set(keywords.lazy.flatMap(\.codePoints)))
    tracksOverlap = keywords.contains(where: \.overlapsItself)
  }

  /// Calls `body` for each match, ordered by where it ends; of matches that end together the longest comes first.
  ///
  /// - Parameter text: UTF-8. Bytes that are not valid UTF-8 match nothing and are boundaries.
  package func forEachMatch<Failure: Error>(
    in text: Span<UInt8>, _ body: (KeywordMatch) throws(Failure) -> Void
  ) throws(Failure) {
    guard !keywords.isEmpty else { return }
    try KeywordScan(automaton: self).run(over: text, body)
  }
}
