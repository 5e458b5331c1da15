// Which node an anchor names, and how much following it costs.

/// A target of aliases.
struct Anchor {
  var node: UInt32
  /// Nodes in the target with its aliases followed; nil while the target is still being read.
  var size: Int?
  /// Collections inside one another in the target with its aliases followed.
  var height = 0
}

/// The anchors seen so far; a name may be used again and then stands for the later node.
struct AnchorTable {
  private var anchors: [String: Anchor] = [:]

  var names: [String] { anchors.keys.sorted() }

  subscript(_ name: String) -> Anchor? { anchors[name] }

  mutating func declare(_ name: String, node: UInt32) { anchors[name] = Anchor(node: node) }

  /// Records the cost of a node that has been read to its end.
  mutating func complete(_ name: String, node: UInt32, size: Int, height: Int) {
    // An inner node may have taken the name meanwhile.
    if let anchor = anchors[name], anchor.node == node {
      anchors[name] = Anchor(node: node, size: size, height: height)
    }
  }
}
