// Which nodes and boxes lie directly in which box.

struct NestedBoxes {
  /// For each box the boxes directly in it.
  private(set) var children: [[Int]]
  /// For each box the nodes directly in it.
  private(set) var nodes: [[Int]]
  private(set) var outermost: [Int] = []
  /// Nodes of the runbook itself.
  private(set) var freeNodes: [Int] = []

  init(_ graph: RunbookGraph) {
    children = graph.boxes.map { _ in [] }
    nodes = graph.boxes.map { _ in [] }
    for (index, box) in graph.boxes.enumerated() {
      if let parent = box.parent { children[parent].append(index) } else { outermost.append(index) }
    }
    for (index, node) in graph.nodes.enumerated() {
      if let box = node.box { nodes[box].append(index) } else { freeNodes.append(index) }
    }
  }
}
