// Tarjan's algorithm without recursion, so that long chains can't exhaust the stack.

/// The strongly connected components of a graph that are cycles (R. Tarjan, "Depth-first search and linear graph
/// algorithms", 1972).
enum StronglyConnectedComponents {
  /// Components of more than one node, and single nodes with an edge to themselves.
  static func find(edges: [[NodeIndex]]) -> [[NodeIndex]] {
    var search = Search(edges: edges)
    for node in edges.indices where search.order[node] == 0 { search.visit(from: node) }
    return search.cycles
  }

  private struct Search {
    let edges: [[NodeIndex]]
    /// When each node was first seen, from 1; 0: not yet.
    var order: [Int32]
    var lowest: [Int32]
    var isOnStack: [Bool]
    var stack: [Int] = []
    var counter: Int32 = 0
    var cycles: [[NodeIndex]] = []

    init(edges: [[NodeIndex]]) {
      self.edges = edges
      order = Array(repeating: 0, count: edges.count)
      lowest = order
      isOnStack = Array(repeating: false, count: edges.count)
    }

    mutating func visit(from root: Int) {
      var path: [(node: Int, next: Int)] = []
      enter(root, &path)
      while let (node, next) = path.last {
        if next < edges[node].count {
          path[path.count - 1].next += 1
          let target = edges[node][next].value
          if order[target] == 0 {
            enter(target, &path)
          } else if isOnStack[target] {
            lowest[node] = min(lowest[node], order[target])
          }
        } else {
          path.removeLast()
          if let parent = path.last { lowest[parent.node] = min(lowest[parent.node], lowest[node]) }
          if lowest[node] == order[node] { close(node) }
        }
      }
    }

    private mutating func enter(_ node: Int, _ path: inout [(node: Int, next: Int)]) {
      counter += 1
      order[node] = counter
      lowest[node] = counter
      stack.append(node)
      isOnStack[node] = true
      path.append((node, 0))
    }

    private mutating func close(_ node: Int) {
      var members: [NodeIndex] = []
      while let member = stack.popLast() {
        isOnStack[member] = false
        members.append(NodeIndex(value: member))
        if member == node { break }
      }
      if members.count > 1 || edges[node].contains(NodeIndex(value: node)) { cycles.append(members) }
    }
  }
}
