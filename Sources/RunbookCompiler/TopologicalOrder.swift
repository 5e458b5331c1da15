// Orders a graph so that every node stands after those that it needs.

/// A topological order (A. Kahn, "Topological sorting of large networks", 1962) with ties broken by rank.
enum TopologicalOrder {
  /// The nodes that can be ordered; those on a cycle, and those that need them, are left out.
  ///
  /// - Parameters:
  ///   - ranks: A number for each node, all different and below their count; of two that are ready, the one
  ///     with the smaller rank comes first.
  ///   - forEachNeed: Calls its second argument with each node that a node needs.
  static func find(ranks: [Int32], forEachNeed: (Int, (Int) -> Void) -> Void) -> [Int] {
    var waiting = [Int32](repeating: 0, count: ranks.count)
    let dependents = Dependents(count: ranks.count, &waiting, forEachNeed)
    var nodes = [Int32](repeating: 0, count: ranks.count)
    var ready = RankQueue()
    for (node, rank) in ranks.enumerated() {
      nodes[Int(rank)] = Int32(node)
      if waiting[node] == 0 { ready.push(rank) }
    }
    var order: [Int] = []
    order.reserveCapacity(ranks.count)
    while let rank = ready.pop() {
      let node = Int(nodes[Int(rank)])
      order.append(node)
      for dependent in dependents.list[dependents.starts[node]..<dependents.starts[node + 1]] {
        waiting[Int(dependent)] -= 1
        if waiting[Int(dependent)] == 0 { ready.push(ranks[Int(dependent)]) }
      }
    }
    return order
  }

  /// Who needs each node, as one flat list: those of node `i` are `list[starts[i]..<starts[i + 1]]`.
  private struct Dependents {
    var starts: [Int]
    var list: [Int32]

    /// Counts in `waiting` how many nodes each node needs.
    init(count: Int, _ waiting: inout [Int32], _ forEachNeed: (Int, (Int) -> Void) -> Void) {
      var starts = [Int](repeating: 0, count: count + 1)
      for node in 0..<count {
        forEachNeed(node) { need in
          waiting[node] += 1
          starts[need + 1] += 1
        }
      }
      for node in 0..<count { starts[node + 1] += starts[node] }
      var list = [Int32](repeating: 0, count: starts[count])
      var next = starts
      for node in 0..<count {
        forEachNeed(node) { need in
          list[next[need]] = Int32(node)
          next[need] += 1
        }
      }
      self.starts = starts
      self.list = list
    }
  }
}
