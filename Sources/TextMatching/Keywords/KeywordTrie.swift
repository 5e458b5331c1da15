// The trie of folded keywords with its failure transitions. Knows no row order and no texts.

/// A trie whose node 0 means "within a word" and node 1 "at a boundary"; keywords hang from node 1.
struct KeywordTrie {
  static let inWord = 0
  static let root = 1

  let classes: KeywordClasses
  /// For each node one transition a class; -1 where there is none yet.
  private(set) var next: [Int32]
  /// For each node the keywords that end there, longest first.
  private(set) var outputs: [[Int32]] = [[], []]

  init(classes: KeywordClasses) {
    self.classes = classes
    next = [Int32](repeating: -1, count: 2 * classes.count)
  }

  /// Adds a keyword; false if the table would exceed `maximumCells`.
  mutating func insert(_ bytes: [UInt8], index: Int, maximumCells: Int) -> Bool {
    var node = Self.root
    for byte in bytes {
      let cell = node * classes.count + Int(classes.ofFoldedByte[Int(byte)])
      if next[cell] < 0 {
        guard next.count + classes.count <= maximumCells else { return false }
        next[cell] = Int32(outputs.count)
        outputs.append([])
        next.append(contentsOf: repeatElement(-1, count: classes.count))
      }
      node = Int(next[cell])
    }
    outputs[node].append(Int32(index))
    return true
  }

  /// Fills every missing transition and hands on the keywords that are suffixes of others.
  mutating func complete() {
    for column in 0..<classes.count {
      next[column] = Int32(classes.isAlphanumeric[column] ? Self.inWord : Self.root)
    }
    var failure = [Int](repeating: Self.inWord, count: outputs.count)
    var queue = [Self.root]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      if node != Self.root { outputs[node] += outputs[failure[node]] }
      for column in 0..<classes.count {
        let cell = node * classes.count + column
        let fallback = next[failure[node] * classes.count + column]
        if next[cell] < 0 {
          next[cell] = fallback
        } else {
          failure[Int(next[cell])] = Int(fallback)
          queue.append(Int(next[cell]))
        }
      }
    }
  }
}
