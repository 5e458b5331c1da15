// Fills the rows of the keyword automaton, nearest to the root first. Knows no texts.

/// What is known of the nodes of a trie while their rows are filled.
struct KeywordTableBuilder {
  private let trie: KeywordTrie
  private let classes: KeywordClasses
  /// By node: the state of the longest suffix that a keyword begins with.
  private var failure: [Int32]
  private(set) var outputRanges: [Range<Int32>]
  private(set) var outputs: [Int32] = []

  init(_ trie: KeywordTrie, _ classes: KeywordClasses) {
    self.trie = trie
    self.classes = classes
    failure = [Int32](repeating: Int32(KeywordTrie.inWord), count: trie.count)
    outputRanges = [Range<Int32>](repeating: 0..<0, count: trie.count)
  }

  /// Every row: that of the node's failure, with the node's own children in it.
  ///
  /// A failure is nearer to the root than its node, so its row is there when it is copied.
  mutating func makeCells() -> [UInt32] {
    let width = classes.count
    // SAFETY: each row is made whole, once, within the capacity, before it is read; nothing keeps the buffer.
    return unsafe [UInt32](unsafeUninitializedCapacity: trie.count * width) { cells, count in
      unsafe fillFirstRow(cells)
      var queue = [Int32(KeywordTrie.root)]
      queue.reserveCapacity(trie.count)
      var head = 0
      while head < queue.count {
        let node = Int(queue[head])
        head += 1
        let row = cells.extracting(node * width..<(node + 1) * width)
        let fallback = cells.extracting(Int(failure[node]) * width..<(Int(failure[node]) + 1) * width)
        _ = unsafe row.update(fromContentsOf: fallback)
        unsafe addChildren(of: node, to: row, &queue)
      }
      count = trie.count * width
    }
  }

  /// Within a word: only what is no letter or digit leads to a boundary.
  private func fillFirstRow(_ cells: UnsafeMutableBufferPointer<UInt32>) {
    for column in 0..<classes.stop {
      // SAFETY: the first row is within the buffer.
      unsafe cells[column] = classes.isAlphanumeric[column] ? 0 : UInt32(classes.count)
    }
    unsafe cells[classes.stop] = KeywordTable.stop
  }

  private mutating func addChildren(
    of node: Int, to row: UnsafeMutableBufferPointer<UInt32>, _ queue: inout [Int32]
  ) {
    var child = trie.firstChild[node]
    while child >= 0 {
      let index = Int(child)
      let column = Int(trie.column[index])
      // SAFETY: a column is a class, and a row has a cell for each.
      failure[index] = unsafe Int32((row[column] & ~KeywordTable.output) / UInt32(classes.count))
      let ends = takeOutputs(of: index)
      unsafe row[column] = UInt32(index * classes.count) | (ends ? KeywordTable.output : 0)
      queue.append(child)
      child = trie.nextSibling[index]
    }
  }

  /// Whether keywords end at a node: its own, then those of its failure, which are shorter.
  private mutating func takeOutputs(of node: Int) -> Bool {
    let start = outputs.count
    var keyword = trie.lastKeyword[node]
    while keyword >= 0 {
      outputs.append(keyword)
      keyword = trie.sameKeyword[Int(keyword)]
    }
    outputs[start...].reverse()
    for output in outputRanges[Int(failure[node])] { outputs.append(outputs[Int(output)]) }
    outputRanges[node] = Int32(start)..<Int32(outputs.count)
    return outputs.count > start
  }
}
