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

  /// Reports one strongly connected component as its shortest cycle through its first node.
  private mutating func reportCycle(_ component: [NodeIndex]) {
    guard let start = component.min(by: { self[$0].id < self[$1].id }) else { return }
    let path = shortestCycle(from: start, within: Set(component))
    guard let first = path.first else { return }
    let names = path.map { self[$0.from].id.text } + [self[start].id.text]
    report(
      Diagnostic(
        .cycle, "artifacts depend on themselves: \(names.joined(separator: " → "))",
        at: first.place, annotation: "'\(self[first.from].id)' needs '\(self[first.to].id)'",
        labels: path.dropFirst().map {
          DiagnosticLabel("'\(self[$0.from].id)' needs '\(self[$0.to].id)'", at: $0.place)
        },
        notes: component.count > path.count
          ? ["\(component.count) artifacts depend on each other here; this is the shortest way round"] : []))
  }

  private struct Edge {
    let from: NodeIndex
    let to: NodeIndex
    let place: SourceSpan
  }

  /// Breadth-first from a node back to itself.
  private func shortestCycle(from start: NodeIndex, within members: Set<NodeIndex>) -> [Edge] {
    var reachedBy: [NodeIndex: Edge] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for operand in self[node].operands {
        guard let target = operand.target, members.contains(target) else { continue }
        let edge = Edge(from: node, to: target, place: operand.name.span)
        if target == start { return trace(reachedBy, edge, to: start) }
        if reachedBy[target] == nil {
          reachedBy[target] = edge
          queue.append(target)
        }
      }
    }
    return []
  }

  private func trace(_ reachedBy: [NodeIndex: Edge], _ last: Edge, to start: NodeIndex) -> [Edge] {
    var path = [last]
    while let earliest = path.last, earliest.from != start, let edge = reachedBy[earliest.from] {
      path.append(edge)
    }
    return path.reversed()
  }

  /// The nodes that can be ordered. A plan's order must not depend on the file's, so there ties are broken by id.
  private func topologicalOrder() -> [NodeIndex] {
    let ranks = goal == .plan ? ranksByID() : (0..<Int32(nodes.count)).map { $0 }
    return TopologicalOrder.find(ranks: ranks) { index, body in
      for operand in nodes[index].operands {
        if let target = operand.target { body(target.value) }
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
