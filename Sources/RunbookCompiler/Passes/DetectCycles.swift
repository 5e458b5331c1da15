// Pass: finds every cycle, and an order in which everything can be made but for the references on cycles.
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  mutating func detectCycles() {
    order = topologicalOrder()
    // What can be ordered has no cycle.
    guard order.count < nodes.count else { return }
    let components = StronglyConnectedComponents.find(
      edges: nodes.map { $0.operands.compactMap(\.target) })
    for (number, component) in components.enumerated() {
      reportCycle(component)
      for member in component { cycles[member] = number }
    }
    for component in components {
      for member in component { cutReferences(of: member) }
    }
    order = topologicalOrder()
  }

  /// References on a cycle lead nowhere any more: one of them is wrong, and what would follow from it is not a mistake
  /// of its own. Everything else is checked as if there were no cycle.
  private mutating func cutReferences(of member: NodeIndex) {
    for place in self[member].operands.indices {
      let operand = self[member].operands[place]
      guard let target = operand.target, cycles[target] == cycles[member] else { continue }
      self[member].operands[place].target = nil
      cyclicMappings.formUnion(route(of: operand.name.text, in: self[member].scope).map(\.span))
    }
  }

  /// The nodes that can be ordered. A plan's order must not depend on the file's, so there ties are broken by id.
  private func topologicalOrder() -> [NodeIndex] {
    if goal != .plan, isWrittenInOrder { return nodes.indices.map { NodeIndex(value: $0) } }
    let ranks = goal == .plan ? ranksByID() : (0..<Int32(nodes.count)).map { $0 }
    return TopologicalOrder.find(ranks: ranks) { index, body in
      for place in nodes[index].operands.indices {
        if let target = nodes[index].operands[place].target { body(target.value) }
      }
    }.map { NodeIndex(value: $0) }
  }

  /// Whether every artifact stands behind those that it needs, as in most runbooks.
  private var isWrittenInOrder: Bool {
    for index in nodes.indices {
      for place in nodes[index].operands.indices {
        if let target = nodes[index].operands[place].target, target.value >= index { return false }
      }
    }
    return true
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
