// Pass: finds every cycle, and the order in which the rest can be made.
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  mutating func detectCycles() {
    order = topologicalOrder()
    // What can be ordered has no cycle.
    guard order.count < nodes.count else { return }
    for component in StronglyConnectedComponents.find(edges: nodes.map { $0.operands.compactMap(\.target) }) {
      reportCycle(component)
    }
  }

  /// The nodes that can be ordered. A plan's order must not depend on the file's, so there ties are broken by id.
  private func topologicalOrder() -> [NodeIndex] {
    let ranks = goal == .plan ? ranksByID() : (0..<Int32(nodes.count)).map { $0 }
    return TopologicalOrder.find(ranks: ranks) { index, body in
      for place in nodes[index].operands.indices {
        if let target = nodes[index].operands[place].target { body(target.value) }
      }
    }.map { NodeIndex(value: $0) }
  }

  /// The place of each node when all are sorted by id: comparing numbers is cheaper than comparing names.
  private func ranksByID() -> [Int32] {
    let ids = nodes.map(\.id)
    let sorted = ids.indices.sorted { ids[$0] < ids[$1] }
    var ranks = [Int32](repeating: 0, count: ids.count)
    for (rank, index) in sorted.enumerated() { ranks[index] = Int32(rank) }
    return ranks
  }
}
