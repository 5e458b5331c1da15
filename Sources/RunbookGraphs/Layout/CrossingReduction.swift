// The second step: an order of the elements across the flow with few crossings.

/// Sweeps over the ranks, forwards and backwards: each element goes to the mean place of its neighbours in the rank
/// before, and neighbours are pushed apart (the barycentre method of Sugiyama and others).
///
/// Every element has one value in all its ranks, and so has every box (the mean of what is in it). Orders by such
/// values agree between ranks, so that boxes stay whole.
struct CrossingReduction {
  private let elements: [LayoutElement]
  private let ranks: [[Int]]
  private let tree: BoxTree
  private let spacing: LayoutSpacing
  private let paths: [[Int]]
  private(set) var values: [Double]
  /// Crossings of the order that was kept; nil where they were not counted.
  private(set) var crossings: Int?

  /// Beyond this many edges crossings are not counted, and fewer sweeps are made.
  private static let countedEdges = 60_000

  init(_ passages: Passages, _ ranks: [[Int]], _ tree: BoxTree, _ spacing: LayoutSpacing) {
    elements = passages.elements
    self.ranks = ranks
    self.tree = tree
    self.spacing = spacing
    paths = tree.parents.indices.map { tree.path(to: $0) }
    values = elements.map { _ in 0 }
    for rank in ranks {
      for (place, element) in rank.enumerated() where elements[element].first == elements[element].last {
        values[element] = 60 * (Double(place) - Double(rank.count) / 2)
      }
    }
    improve()
  }

  private mutating func improve() {
    let size = elements.reduce(0) { $0 + $1.after.count }
    let isCounted = size <= Self.countedEdges
    var best = values
    for round in 0..<(size < 5_000 ? 16 : isCounted ? 8 : 4) {
      if round.isMultiple(of: 2) { sweepForwards() } else { sweepBackwards() }
      guard isCounted else { continue }
      let found = CrossingCount.count(elements, order: order(), ranks: ranks.count)
      if found < crossings ?? .max {
        crossings = found
        best = values
      }
      if found == 0, round > 1 { break }
    }
    if isCounted { values = best }
  }

  // MARK: - Sweeps

  private mutating func sweepForwards() {
    let boxes = boxValues()
    for rank in ranks.indices {
      for index in ranks[rank] where elements[index].first == rank {
        if let mean = mean(of: elements[index].before) { values[index] = mean }
      }
      spread(rank, boxes, moving: Set(ranks[rank].filter { elements[$0].first == rank }))
    }
  }

  private mutating func sweepBackwards() {
    let boxes = boxValues()
    for rank in ranks.indices.reversed() {
      for index in ranks[rank] where elements[index].last == rank {
        if let mean = mean(of: elements[index].after) { values[index] = mean }
      }
      spread(rank, boxes, moving: Set(ranks[rank].filter { elements[$0].last == rank }))
    }
  }

  private func mean(of neighbours: [Int]) -> Double? {
    guard !neighbours.isEmpty else { return nil }
    return neighbours.reduce(0) { $0 + values[$1] } / Double(neighbours.count)
  }

  /// The mean value of what is in each box.
  private func boxValues() -> [Double] {
    var sums = paths.map { _ in 0.0 }
    var counts = paths.map { _ in 0.0 }
    for (index, element) in elements.enumerated() where element.kind == .item {
      guard let box = element.box else { continue }
      for outer in paths[box] {
        sums[outer] += values[index]
        counts[outer] += 1
      }
    }
    return zip(sums, counts).map { $1 > 0 ? $0 / $1 : 0 }
  }

  /// Pushes the elements of a rank apart and keeps the new places of those in `moved`.
  private mutating func spread(_ rank: Int, _ boxes: [Double], moving moved: Set<Int>) {
    let order = ranks[rank].sorted { isBefore($0, $1, boxes) }
    guard !order.isEmpty else { return }
    var down = order.map { values[$0] }
    var up = down
    for place in order.indices.dropFirst() {
      down[place] = max(down[place], down[place - 1] + distance(order[place - 1], order[place]))
    }
    for place in order.indices.dropLast().reversed() {
      up[place] = min(up[place], up[place + 1] - distance(order[place], order[place + 1]))
    }
    for (place, element) in order.enumerated() where moved.contains(element) {
      values[element] = (down[place] + up[place]) / 2
    }
  }

  private func distance(_ left: Int, _ right: Int) -> Double {
    let gap =
      elements[left].kind == .item && elements[right].kind == .item
      ? spacing.betweenItems : spacing.besidePassage
    return (elements[left].breadth + elements[right].breadth) / 2 + gap
  }

  // MARK: - Order

  private func isBefore(_ left: Int, _ right: Int, _ boxes: [Double]) -> Bool {
    let leftPath = elements[left].box.map { paths[$0] } ?? []
    let rightPath = elements[right].box.map { paths[$0] } ?? []
    var depth = 0
    while depth < leftPath.count, depth < rightPath.count, leftPath[depth] == rightPath[depth] { depth += 1 }
    let leftValue = depth < leftPath.count ? boxes[leftPath[depth]] : values[left]
    let rightValue = depth < rightPath.count ? boxes[rightPath[depth]] : values[right]
    if leftValue != rightValue { return leftValue < rightValue }
    // A box before an element, then by number.
    let leftNumber = depth < leftPath.count ? leftPath[depth] - paths.count : left
    let rightNumber = depth < rightPath.count ? rightPath[depth] - paths.count : right
    return leftNumber < rightNumber
  }

  /// All elements across the flow; in each rank its elements keep this order.
  func order() -> [Int] {
    let boxes = boxValues()
    return elements.indices.sorted { isBefore($0, $1, boxes) }
  }
}
