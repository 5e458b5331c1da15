// Builds the transition table of the keyword automaton. Knows no texts.

/// A deterministic Aho–Corasick automaton that starts keywords at word boundaries only.
///
/// Source: Aho and Corasick, "Efficient string matching", CACM 18 (1975). To the trie's root a second state is
/// added: in `inWord` the last character was a letter or digit, so that no keyword may begin; at `root` one may.
/// A state is the offset of its row in `cells`. `inWord` is 0, `root` the next row, and states that end a
/// keyword have the last rows, so that one comparison tells what needs attention.
struct KeywordTable: Sendable {
  /// The cell of the class that stops the walk.
  static let stop = UInt32.max
  /// The largest table that is built: 256 MiB.
  static let maximumCells = 1 << 26

  let classes: KeywordClasses
  let cells: [UInt32]
  /// The first state that ends a keyword.
  let firstOutput: UInt32
  /// For each output state, where its keywords begin in `outputs`; one more at the end.
  let outputStarts: [Int32]
  /// Indices of keywords, by state.
  let outputs: [Int32]

  var root: UInt32 { UInt32(classes.count) }

  /// The keywords that end in an output state.
  func keywords(endingIn state: UInt32) -> Range<Int> {
    let row = Int(state - firstOutput) / classes.count
    return Int(outputStarts[row])..<Int(outputStarts[row + 1])
  }

  init(keywords: [Keyword]) throws(KeywordAutomatonError) {
    let classes = KeywordClasses(keywords: keywords)
    var trie = KeywordTrie(classes: classes)
    for (index, keyword) in keywords.enumerated() {
      guard trie.insert(keyword.bytes, index: index, maximumCells: Self.maximumCells) else {
        throw .tooLarge(limit: Self.maximumCells)
      }
    }
    trie.complete()
    let plain = trie.outputs.indices.filter { trie.outputs[$0].isEmpty }
    let ending = trie.outputs.indices.filter { !trie.outputs[$0].isEmpty }
    let order = plain + ending
    var offsets = [UInt32](repeating: 0, count: order.count)
    for (row, node) in order.enumerated() { offsets[node] = UInt32(row * classes.count) }
    var cells: [UInt32] = []
    cells.reserveCapacity(order.count * classes.count)
    for node in order {
      let row = node * classes.count
      for column in 0..<classes.stop { cells.append(offsets[Int(trie.next[row + column])]) }
      cells.append(Self.stop)
    }
    var starts: [Int32] = [0]
    var outputs: [Int32] = []
    for node in ending {
      outputs += trie.outputs[node]
      starts.append(Int32(outputs.count))
    }
    self.classes = classes
    self.cells = cells
    self.firstOutput = UInt32(plain.count * classes.count)
    self.outputStarts = starts
    self.outputs = outputs
  }
}
