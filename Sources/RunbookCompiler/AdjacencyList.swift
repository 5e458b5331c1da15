// The edges of a graph in two flat arrays: large runbooks would otherwise need one array for each artifact.

/// For each node, other nodes in a fixed order.
struct AdjacencyList: Sendable {
  /// Where the neighbours of each node begin; one more entry than there are nodes.
  private let starts: [Int32]
  private let neighbours: [Int32]

  /// The operands of each node, or, reversed, the nodes that use it.
  init(of nodes: [Node], isReversed: Bool = false) {
    var starts = [Int32](repeating: 0, count: nodes.count + 1)
    Self.forEachEdge(of: nodes, isReversed) { from, _ in starts[from + 1] += 1 }
    for index in nodes.indices { starts[index + 1] += starts[index] }
    var next = starts
    var neighbours = [Int32](repeating: 0, count: Int(starts[nodes.count]))
    Self.forEachEdge(of: nodes, isReversed) { from, to in
      neighbours[Int(next[from])] = Int32(to)
      next[from] += 1
    }
    self.starts = starts
    self.neighbours = neighbours
  }

  var indices: Range<Int> { 0..<(starts.count - 1) }

  /// The neighbours of a node.
  subscript(node: Int) -> ArraySlice<Int32> { neighbours[Int(starts[node])..<Int(starts[node + 1])] }

  private static func forEachEdge(of nodes: [Node], _ isReversed: Bool, _ body: (Int, Int) -> Void) {
    for index in nodes.indices {
      for position in nodes[index].operands.indices {
        guard let target = nodes[index].operands[position].target?.value else { continue }
        if isReversed { body(target, index) } else { body(index, target) }
      }
    }
  }
}
