// The trie of folded keywords. Knows no transitions but its own edges, and no texts.

/// A trie whose node 0 means "within a word" and node 1 "at a boundary"; keywords hang from node 1.
///
/// Children are lists, not rows of a table: most nodes have one child, and there are tens of thousands.
struct KeywordTrie {
  static let inWord = 0
  static let root = 1
  /// No node, or no keyword.
  static let none: Int32 = -1

  /// By node: the class that leads to it.
  private(set) var column: [UInt8] = [0, 0]
  /// By node: its youngest child.
  private(set) var firstChild: [Int32] = [none, none]
  /// By node: the next older child of its parent.
  private(set) var nextSibling: [Int32] = [none, none]
  /// By node: the last keyword that ends there.
  private(set) var lastKeyword: [Int32] = [none, none]
  /// By keyword: the one before it that ends at the same node.
  private(set) var sameKeyword: [Int32] = []

  var count: Int { column.count }

  /// Adds the next keyword, folded, by the class of each of its bytes.
  mutating func insert(_ bytes: [UInt8], _ classes: [UInt8]) {
    var node = Self.root
    for byte in bytes {
      let label = classes[Int(byte)]
      node = child(of: node, label) ?? addChild(of: node, label)
    }
    sameKeyword.append(lastKeyword[node])
    lastKeyword[node] = Int32(sameKeyword.count - 1)
  }

  private func child(of node: Int, _ wanted: UInt8) -> Int? {
    var child = firstChild[node]
    while child >= 0 {
      if column[Int(child)] == wanted { return Int(child) }
      child = nextSibling[Int(child)]
    }
    return nil
  }

  private mutating func addChild(of node: Int, _ label: UInt8) -> Int {
    let child = count
    column.append(label)
    firstChild.append(Self.none)
    nextSibling.append(firstChild[node])
    lastKeyword.append(Self.none)
    firstChild[node] = Int32(child)
    return child
  }
}
