// Everything that takes room in the ranks: items, passages of long edges, and gaps that keep a box open.

/// One thing with a place across the flow, the same in all ranks that it goes through.
///
/// The numbers of the items are theirs in the problem; passages and gaps follow.
struct LayoutElement {
  enum Kind { case item, passage, gap }

  let kind: Kind
  /// The box directly around it.
  let box: Int?
  let first: Int
  let last: Int
  let breadth: Double
  /// Elements in earlier ranks that lead to it, and those in later ones that it leads to.
  var before: [Int] = []
  var after: [Int] = []
}

/// The elements of a problem. An edge over more than one rank goes through a passage, and all long edges from one
/// item in one box share theirs: what Sugiyama's method does with a chain of dummy nodes for each edge, in one
/// straight piece, so that a hub with many consumers needs one line and not hundreds.
struct Passages {
  private(set) var elements: [LayoutElement] = []
  /// For each item and box its passage.
  private var passages: [Key: Int] = [:]
  /// Each edge as its source, its target, and the element that comes before the target.
  private(set) var edges: [(source: Int, target: Int, previous: Int)] = []

  private struct Key: Hashable {
    let source: Int
    let box: Int?
  }

  /// - Throws: ``PassageLimit`` when edges would go through too many ranks in all.
  init(_ problem: LayoutProblem, _ ranks: [Int], _ tree: BoxTree, limit: Int) throws(PassageLimit) {
    for (index, item) in problem.items.enumerated() {
      elements.append(
        LayoutElement(
          kind: .item, box: item.box, first: ranks[index], last: ranks[index], breadth: item.breadth))
    }
    try makePassages(problem, ranks, tree, limit)
    connect(problem, ranks, tree)
    try makeGaps(tree, limit)
  }

  private mutating func makePassages(
    _ problem: LayoutProblem, _ ranks: [Int], _ tree: BoxTree, _ limit: Int
  ) throws(PassageLimit) {
    var reach: [Key: Int] = [:]
    var order: [Key] = []
    for (index, item) in problem.items.enumerated() {
      for source in item.sources where ranks[index] > ranks[source] + 1 {
        let key = Key(source: source, box: tree.common(problem.items[source].box, item.box))
        if reach[key] == nil { order.append(key) }
        reach[key] = max(reach[key] ?? 0, ranks[index])
      }
    }
    var total = 0
    for key in order {
      let last = (reach[key] ?? 0) - 1
      total += last - ranks[key.source]
      guard total <= limit else { throw PassageLimit() }
      passages[key] = elements.count
      elements.append(
        LayoutElement(kind: .passage, box: key.box, first: ranks[key.source] + 1, last: last, breadth: 2))
    }
  }

  private mutating func connect(_ problem: LayoutProblem, _ ranks: [Int], _ tree: BoxTree) {
    var isConnected: Set<Int> = []
    for (index, item) in problem.items.enumerated() {
      for source in item.sources {
        var previous = source
        if ranks[index] > ranks[source] + 1 {
          let key = Key(source: source, box: tree.common(problem.items[source].box, item.box))
          previous = passages[key] ?? source
          if previous != source, isConnected.insert(previous).inserted { link(source, previous) }
        }
        link(previous, index)
        edges.append((source, index, previous))
      }
    }
  }

  private mutating func link(_ before: Int, _ after: Int) {
    elements[before].after.append(after)
    elements[after].before.append(before)
  }

  /// A box goes through all ranks from its first to its last, also where nothing is in it.
  private mutating func makeGaps(_ tree: BoxTree, _ limit: Int) throws(PassageLimit) {
    var total = 0
    var isFilled = tree.parents.indices.map {
      [Bool](repeating: false, count: tree.last[$0] - tree.first[$0] + 1)
    }
    for element in elements {
      for box in tree.path(to: element.box) {
        for rank in element.first...element.last { isFilled[box][rank - tree.first[box]] = true }
      }
    }
    // Inner boxes first: a gap in one fills those around it.
    for box in tree.parents.indices.reversed() {
      for offset in isFilled[box].indices where !isFilled[box][offset] {
        let rank = tree.first[box] + offset
        total += 1
        guard total <= limit else { throw PassageLimit() }
        elements.append(LayoutElement(kind: .gap, box: box, first: rank, last: rank, breadth: 0))
        for outer in tree.path(to: tree.parents[box]) { isFilled[outer][rank - tree.first[outer]] = true }
      }
    }
  }

  /// The elements of each rank, by number.
  func byRank(_ count: Int) -> [[Int]] {
    var ranks = [[Int]](repeating: [], count: count)
    for (index, element) in elements.enumerated() {
      for rank in element.first...element.last { ranks[rank].append(index) }
    }
    return ranks
  }
}

/// Edges would go through more ranks than are laid out.
struct PassageLimit: Error {}
