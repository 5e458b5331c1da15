// Counts how often edges cross in a layered order.

enum CrossingCount {
  /// The crossings between neighbouring ranks, counted in O(e log v) with a tree of sums (W. Barth, P. Mutzel,
  /// M. Jünger, "Simple and efficient bilayer cross counting", 2004).
  static func count(_ elements: [LayoutElement], order: [Int], ranks: Int) -> Int {
    var place = elements.map { _ in 0 }
    for (index, element) in order.enumerated() { place[element] = index }
    var gaps = [[(left: Int, right: Int)]](repeating: [], count: max(0, ranks))
    for (index, element) in elements.enumerated() {
      for next in element.after {
        // An edge leaves a passage in the rank before the one that it ends in.
        gaps[elements[next].first - 1].append((place[index], place[next]))
      }
      if element.kind == .passage, element.first < element.last {
        for rank in element.first..<element.last { gaps[rank].append((place[index], place[index])) }
      }
    }
    return gaps.reduce(0) { $0 + inversions($1) }
  }

  private static func inversions(_ edges: [(left: Int, right: Int)]) -> Int {
    guard edges.count > 1 else { return 0 }
    let rights = Set(edges.map(\.right)).sorted()
    var rank: [Int: Int] = [:]
    for (index, right) in rights.enumerated() { rank[right] = index }
    var sums = [Int](repeating: 0, count: rights.count + 1)
    var total = 0
    let sorted = edges.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    for (seen, edge) in sorted.enumerated() {
      var node = (rank[edge.right] ?? 0) + 1
      var before = 0
      var probe = node
      while probe > 0 {
        before += sums[probe]
        probe &= probe - 1
      }
      total += seen - before
      while node < sums.count {
        sums[node] += 1
        node += node & -node
      }
    }
    return total
  }
}
