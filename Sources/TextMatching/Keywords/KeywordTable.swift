// The transition table of the keyword automaton. Knows neither how it is built nor texts.

/// A deterministic Aho–Corasick automaton that starts keywords at word boundaries only.
///
/// Source: Aho and Corasick, "Efficient string matching", CACM 18 (1975). To the trie's root a second state is
/// added: in `inWord` the last character was a letter or digit, so that no keyword may begin; at `root` one may.
/// A state is the offset of its row in `cells`. `inWord` is 0, `root` the next row. A cell that leads to a state
/// where a keyword ends has a bit on top, so that one comparison tells what needs attention.
struct KeywordTable: Sendable {
  /// The cell of the class that stops the walk.
  static let stop = UInt32.max
  /// The bit of a cell whose state ends a keyword.
  static let output: UInt32 = 1 << 31
  /// The largest table that is built: 256 MiB.
  static let maximumCells = 1 << 26

  let classes: KeywordClasses
  let cells: [UInt32]
  /// By row: the keywords that end there, as a range of `outputs`.
  let outputRanges: [Range<Int32>]
  /// Indices of keywords: those of a state, longest first.
  let outputs: [Int32]

  var root: UInt32 { UInt32(classes.count) }

  /// The keywords that end in a state, as a range of ``outputs``.
  func keywords(endingIn state: UInt32) -> Range<Int> {
    let range = outputRanges[Int(state) / classes.count]
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  init(keywords: [Keyword]) throws(KeywordAutomatonError) {
    classes = KeywordClasses(keywords: keywords)
    var trie = KeywordTrie()
    for keyword in keywords {
      trie.insert(keyword.bytes, classes.ofFoldedByte)
      guard trie.count <= Self.maximumCells / classes.count else {
        throw .tooLarge(limit: Self.maximumCells)
      }
    }
    var builder = KeywordTableBuilder(trie, classes)
    cells = builder.makeCells()
    outputRanges = builder.outputRanges
    outputs = builder.outputs
  }
}
