// Finds a shortest cycle among nodes that all lead to each other.

/// One reference on a cycle.
struct CycleEdge {
  let from: NodeIndex
  let to: NodeIndex
  /// Its place among the operands of `from`.
  let operand: Int
}

/// A shortest cycle of a strongly connected component.
enum ShortestCycle {
  /// How many references are followed before the shortest one so far is taken.
  private static let maximumSteps = 4_000_000

  /// Breadth-first from each member that several others need back to itself, in the order given; of equally short
  /// cycles the first. It begins with its member that stands first.
  ///
  /// Every cycle that is not all there is has such a member: the others lead into it somewhere.
  static func find(in members: [NodeIndex], of model: Compilation) -> [CycleEdge] {
    var places: [NodeIndex: Int] = [:]
    for (place, member) in members.enumerated() { places[member] = place }
    var best: [CycleEdge] = []
    var steps = 0
    for start in starts(among: members, places, model) {
      if best.count == 1 || (steps > maximumSteps && !best.isEmpty) { break }
      let limit = best.isEmpty ? Int.max : best.count - 1
      if let path = path(from: start, within: places, shorterThan: limit, of: model, &steps) { best = path }
    }
    let first =
      best.indices.min { places[best[$0].from, default: 0] < places[best[$1].from, default: 0] } ?? 0
    return Array(best[first...] + best[..<first])
  }

  private static func starts(
    among members: [NodeIndex], _ places: [NodeIndex: Int], _ model: Compilation
  ) -> [NodeIndex] {
    var counts = [Int](repeating: 0, count: members.count)
    for member in members {
      for target in Set(model[member].operands.compactMap(\.target)) {
        if let place = places[target] { counts[place] += 1 }
      }
    }
    let shared = members.indices.filter { counts[$0] > 1 }.map { members[$0] }
    return shared.isEmpty ? Array(members.prefix(1)) : shared
  }

  /// The shortest way from a node back to itself of at most `limit` references.
  private static func path(
    from start: NodeIndex, within members: [NodeIndex: Int], shorterThan limit: Int, of model: Compilation,
    _ steps: inout Int
  ) -> [CycleEdge]? {
    var reachedBy: [NodeIndex: CycleEdge] = [:]
    var wave = [start]
    var length = 1
    while !wave.isEmpty, length <= limit {
      var next: [NodeIndex] = []
      for node in wave {
        for place in model[node].operands.indices {
          steps += 1
          guard let target = model[node].operands[place].target, members[target] != nil else { continue }
          let edge = CycleEdge(from: node, to: target, operand: place)
          if target == start { return trace(reachedBy, edge, to: start) }
          guard reachedBy[target] == nil else { continue }
          reachedBy[target] = edge
          next.append(target)
        }
      }
      wave = next
      length += 1
    }
    return nil
  }

  private static func trace(
    _ reachedBy: [NodeIndex: CycleEdge], _ last: CycleEdge, to start: NodeIndex
  ) -> [CycleEdge] {
    var path = [last]
    while let earliest = path.last, earliest.from != start, let edge = reachedBy[earliest.from] {
      path.append(edge)
    }
    return path.reversed()
  }
}
