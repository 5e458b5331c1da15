// The ways of the edges: straight through ranks, curved between them. Curves lie where there are no items.

struct EdgeRouting {
  private let elements: [LayoutElement]
  private let edges: [(source: Int, target: Int, previous: Int)]
  /// The middle of each element across the flow.
  private let places: [Double]
  /// For each edge where it meets its target, from the target's middle.
  private let ports: [Double]

  init(_ passages: Passages, _ places: [Double], _ problem: LayoutProblem) {
    elements = passages.elements
    edges = passages.edges
    self.places = places
    ports = Self.ports(passages.edges, places, problem)
  }

  /// Edges meet their target side by side, in the order in which they come.
  private static func ports(
    _ edges: [(source: Int, target: Int, previous: Int)], _ places: [Double], _ problem: LayoutProblem
  ) -> [Double] {
    var ports = edges.map { _ in 0.0 }
    var arriving = problem.items.map { _ in [Int]() }
    for (index, edge) in edges.enumerated() { arriving[edge.target].append(index) }
    for (target, unsorted) in arriving.enumerated() where unsorted.count > 1 {
      let sorted = unsorted.sorted { (places[edges[$0].previous], $0) < (places[edges[$1].previous], $1) }
      let room = max(0, problem.items[target].breadth - 20)
      let step = min(11, room / Double(sorted.count - 1))
      for (place, edge) in sorted.enumerated() {
        ports[edge] = step * (Double(place) - Double(sorted.count - 1) / 2)
      }
    }
    return ports
  }

  /// For each rank how far across the steepest edge into it goes.
  func slopes(_ count: Int) -> [Double] {
    var slopes = [Double](repeating: 0, count: count)
    for (index, edge) in edges.enumerated() {
      let rank = elements[edge.target].first
      slopes[rank] = max(slopes[rank], abs(places[edge.previous] - places[edge.target] - ports[index]))
      guard edge.previous != edge.source else { continue }
      let first = elements[edge.previous].first
      slopes[first] = max(slopes[first], abs(places[edge.source] - places[edge.previous]))
    }
    return slopes
  }

  func strokes(
    _ items: [Layout.Place], _ along: AlongPlacement, _ assignment: RankAssignment, offset: Double
  ) -> [Layout.Stroke] {
    var strokes: [Layout.Stroke] = []
    var drawn: Set<Int> = []
    for (index, edge) in edges.enumerated() {
      if edge.previous != edge.source, drawn.insert(edge.previous).inserted {
        strokes.append(trunk(edge.source, edge.previous, items, along, offset))
      }
      strokes.append(branch(index, items, along, assignment, offset))
    }
    return strokes
  }

  /// From an item into its passage, and through it.
  private func trunk(
    _ source: Int, _ passage: Int, _ items: [Layout.Place], _ along: AlongPlacement, _ offset: Double
  ) -> Layout.Stroke {
    let element = elements[passage]
    let (leaving, entering) = (along.ranks[element.first - 1].end, along.ranks[element.first].start)
    let (from, to) = (places[source] + offset, places[passage] + offset)
    return Layout.Stroke(
      start: Layout.Point(along: items[source].along.end, across: from),
      parts: [
        .line(Layout.Point(along: leaving, across: from)), .curve(Layout.Point(along: entering, across: to)),
        .line(Layout.Point(along: along.ranks[element.last].end, across: to)),
      ], source: source, target: nil)
  }

  /// The last piece: from the source, or out of its passage, to the target.
  private func branch(
    _ index: Int, _ items: [Layout.Place], _ along: AlongPlacement, _ assignment: RankAssignment,
    _ offset: Double
  ) -> Layout.Stroke {
    let edge = edges[index]
    let rank = assignment.ranks[edge.target]
    let leaving = along.ranks[rank - 1].end
    let from = places[edge.previous] + offset
    let to = places[edge.target] + ports[index] + offset
    let isDirect = edge.previous == edge.source
    var parts: [Layout.Stroke.Part] = [
      .curve(Layout.Point(along: along.ranks[rank].start, across: to)),
      .line(Layout.Point(along: items[edge.target].along.start, across: to)),
    ]
    if isDirect { parts.insert(.line(Layout.Point(along: leaving, across: from)), at: 0) }
    let start = isDirect ? items[edge.source].along.end : leaving
    return Layout.Stroke(
      start: Layout.Point(along: start, across: from), parts: parts, source: edge.source, target: edge.target)
  }
}
