// The first step of a layered layout: each item gets a rank, so that every edge leads to a higher one.

/// Ranks by longest path from the sources, then pulled towards what follows where that shortens edges.
///
/// K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system structures", 1981.
struct RankAssignment {
  private(set) var ranks: [Int]
  let count: Int

  init(_ problem: LayoutProblem) {
    let items = problem.items
    var ranks = items.map { _ in 0 }
    for (index, item) in items.enumerated() {
      for source in item.sources { ranks[index] = max(ranks[index], ranks[source] + 1) }
    }
    var consumers = items.map { _ in 0 }
    var nearest = items.map { _ in Int.max }
    for index in items.indices.reversed() {
      let isPulled = consumers[index] > items[index].sources.count
      if isPulled, nearest[index] != .max { ranks[index] = max(ranks[index], nearest[index] - 1) }
      for source in items[index].sources {
        consumers[source] += 1
        nearest[source] = min(nearest[source], ranks[index])
      }
    }
    self.ranks = ranks
    count = (ranks.max() ?? -1) + 1
  }
}
