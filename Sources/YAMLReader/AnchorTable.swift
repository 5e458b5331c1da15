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
  /// Names that stood in text which could not be read, or on a node that was given up.
  private(set) var lost: Set<String> = []

  var names: [String] { anchors.keys.sorted() }

  subscript(_ name: String) -> Anchor? { anchors[name] }

  mutating func declare(_ name: String, node: UInt32) { anchors[name] = Anchor(node: node) }

  /// Gives up the anchors of all nodes from one on.
  mutating func forget(from node: UInt32) { forget { $0 >= node } }

  /// Gives up the anchors of one node.
  mutating func forget(_ node: UInt32) { forget { $0 == node } }

  /// Remembers a name that may have been an anchor's.
  mutating func lose(_ name: String) { lost.insert(name) }

  private mutating func forget(where isForgotten: (UInt32) -> Bool) {
    for (name, anchor) in anchors where isForgotten(anchor.node) {
      anchors[name] = nil
      lost.insert(name)
    }
  }

  /// Records the cost of a node that has been read to its end.
  mutating func complete(_ name: String, node: UInt32, size: Int, height: Int) {
    // An inner node may have taken the name meanwhile.
    if let anchor = anchors[name], anchor.node == node {
      anchors[name] = Anchor(node: node, size: size, height: height)
    }
  }
}
