// The third step: places across the flow. The order is given; distances are kept, and edges are made short.

/// Solves "each at least so far after that one" for elements and the borders of boxes.
///
/// Every constraint leads from something earlier in the order to something later, so one pass over the order gives
/// the nearest places at or after what is wanted, one pass backwards the nearest at or before. Both keep all
/// distances, and so does their mean, since distances are linear; it pushes crowded neighbours apart to both sides.
struct AcrossPlacement {
  private let elements: [LayoutElement]
  private let tree: BoxTree
  private let spacing: LayoutSpacing
  /// Elements, and the starts and ends of boxes, in an order that all constraints follow.
  private var sequence: [Int] = []
  private var constraints: [(from: Int, to: Int, distance: Double)] = []
  private var seen: Set<UInt64> = []
  /// The constraints that end at a variable, and those that begin there.
  private var incoming: [[Int]]
  private var outgoing: [[Int]]
  /// The middle of each element.
  private(set) var places: [Double]

  init(
    _ passages: Passages, order: [Int], values: [Double], ranks: [[Int]], _ tree: BoxTree,
    _ spacing: LayoutSpacing
  ) {
    elements = passages.elements
    self.tree = tree
    self.spacing = spacing
    let variables = passages.elements.count + 2 * tree.parents.count
    incoming = [[Int]](repeating: [], count: variables)
    outgoing = incoming
    places = values
    makeSequence(order)
    makeConstraints(order, ranks.count)
    let rounds = elements.count < 5_000 ? 24 : 10
    for round in 0..<rounds { settle(round, of: rounds) }
  }

  private func start(of box: Int) -> Int { elements.count + 2 * box }
  private func end(of box: Int) -> Int { elements.count + 2 * box + 1 }

  // MARK: - Constraints

  /// The elements in order, with the borders of boxes around what is in them.
  private mutating func makeSequence(_ order: [Int]) {
    var open: [Int] = []
    for element in order {
      let path = tree.path(to: elements[element].box)
      var shared = 0
      while shared < open.count, shared < path.count, open[shared] == path[shared] { shared += 1 }
      for box in open[shared...].reversed() { sequence.append(end(of: box)) }
      for box in path[shared...] { sequence.append(start(of: box)) }
      open = path
      sequence.append(element)
    }
    for box in open.reversed() { sequence.append(end(of: box)) }
  }

  private mutating func makeConstraints(_ order: [Int], _ rankCount: Int) {
    for (index, element) in elements.enumerated() {
      guard let box = element.box else { continue }
      let half = element.breadth / 2 + spacing.boxPadding
      constrain(start(of: box), index, half + spacing.boxHeader)
      constrain(index, end(of: box), half)
    }
    for (box, parent) in tree.parents.enumerated() {
      constrain(start(of: box), end(of: box), 2 * spacing.boxPadding + spacing.boxHeader)
      guard let parent else { continue }
      constrain(start(of: parent), start(of: box), spacing.boxPadding + spacing.boxHeader)
      constrain(end(of: box), end(of: parent), spacing.boxPadding)
    }
    var previous = [Int?](repeating: nil, count: rankCount)
    for element in order {
      for rank in elements[element].first...elements[element].last {
        if let before = previous[rank] { separate(before, element) }
        previous[rank] = element
      }
    }
  }

  /// Neighbours in a rank stay apart: themselves, or the outermost boxes that only one of them lies in.
  private mutating func separate(_ left: Int, _ right: Int) {
    guard seen.insert(UInt64(left) << 32 | UInt64(right)).inserted else { return }
    let common = tree.common(elements[left].box, elements[right].box)
    var (from, to) = (left, right)
    var distance =
      elements[left].kind == .item && elements[right].kind == .item
      ? spacing.betweenItems : spacing.besidePassage
    if let box = elements[left].box, box != common {
      from = end(of: tree.child(of: common, around: box))
    } else {
      distance += elements[left].breadth / 2
    }
    if let box = elements[right].box, box != common {
      to = start(of: tree.child(of: common, around: box))
    } else {
      distance += elements[right].breadth / 2
    }
    constrain(from, to, distance)
  }

  private mutating func constrain(_ from: Int, _ to: Int, _ distance: Double) {
    outgoing[from].append(constraints.count)
    incoming[to].append(constraints.count)
    constraints.append((from, to, distance))
  }

  // MARK: - Solving

  /// One round: what each element wants, then the places that come nearest.
  private mutating func settle(_ round: Int, of rounds: Int) {
    var wanted = places
    for (index, element) in elements.enumerated() {
      let neighbours: [Int]
      switch round {
      case _ where round >= rounds - 4: neighbours = element.before + element.after
      case _ where round.isMultiple(of: 2): neighbours = element.before
      default: neighbours = element.after
      }
      if let target = median(of: neighbours) { wanted[index] = target }
    }
    places = solve(wanted)
  }

  private func median(of neighbours: [Int]) -> Double? {
    guard let first = neighbours.first else { return nil }
    if neighbours.count == 1 { return places[first] }
    let sorted = neighbours.map { places[$0] }.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  private func solve(_ wanted: [Double]) -> [Double] {
    var down = wanted + [Double](repeating: -.infinity, count: 2 * tree.parents.count)
    var up = wanted + [Double](repeating: .infinity, count: 2 * tree.parents.count)
    for variable in sequence {
      for index in incoming[variable] {
        down[variable] = max(down[variable], down[constraints[index].from] + constraints[index].distance)
      }
    }
    for variable in sequence.reversed() {
      for index in outgoing[variable] {
        up[variable] = min(up[variable], up[constraints[index].to] - constraints[index].distance)
      }
    }
    return elements.indices.map { (down[$0] + up[$0]) / 2 }
  }

  /// The extent of each box around what is in it.
  func boxSpans() -> [Layout.Span] {
    var spans = tree.parents.map { _ in Layout.Span(start: .infinity, end: -.infinity) }
    for (index, element) in elements.enumerated() {
      guard let box = element.box else { continue }
      let half = element.breadth / 2 + spacing.boxPadding
      spans[box].start = min(spans[box].start, places[index] - half - spacing.boxHeader)
      spans[box].end = max(spans[box].end, places[index] + half)
    }
    for (box, parent) in tree.parents.enumerated().reversed() {
      guard let parent else { continue }
      spans[parent].start = min(
        spans[parent].start, spans[box].start - spacing.boxPadding - spacing.boxHeader)
      spans[parent].end = max(spans[parent].end, spans[box].end + spacing.boxPadding)
    }
    return spans
  }
}
