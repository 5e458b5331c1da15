// The whole layered layout: ranks, order, places, and the ways of the edges.

/// Lays out a problem in layers (K. Sugiyama and others, 1981), boxes kept whole and apart.
enum LayeredLayout {
  /// - Throws: ``PassageLimit`` when edges would go through more than `limit` ranks in all.
  static func layout(_ problem: LayoutProblem, limit: Int) throws(PassageLimit) -> Layout {
    let assignment = RankAssignment(problem)
    let tree = BoxTree(problem, ranks: assignment.ranks)
    let passages = try Passages(problem, assignment.ranks, tree, limit: limit)
    let ranks = passages.byRank(assignment.count)
    let reduction = CrossingReduction(passages, ranks, tree, problem.spacing)
    let across = AcrossPlacement(
      passages, order: reduction.order(), values: reduction.values, ranks: ranks, tree, problem.spacing)
    let routing = EdgeRouting(passages, across.places, problem)
    let along = AlongPlacement(problem, assignment, tree, slopes: routing.slopes(assignment.count))
    return assemble(problem, assignment, tree, across, along, routing, crossings: reduction.crossings)
  }

  private static func assemble(
    _ problem: LayoutProblem, _ assignment: RankAssignment, _ tree: BoxTree, _ across: AcrossPlacement,
    _ along: AlongPlacement, _ routing: EdgeRouting, crossings: Int?
  ) -> Layout {
    var items = problem.items.enumerated().map { index, item in
      let rank = along.ranks[assignment.ranks[index]]
      let middle = across.places[index]
      return Layout.Place(
        along: Layout.Span(start: rank.middle - item.length / 2, end: rank.middle + item.length / 2),
        across: Layout.Span(start: middle - item.breadth / 2, end: middle + item.breadth / 2))
    }
    var boxes = across.boxSpans().enumerated().map { box, span in
      Layout.Place(along: along.span(ofBox: box), across: span)
    }
    let origin = (items + boxes).map(\.across.start).min() ?? 0
    // Passages may run outside of all items.
    let least = min(origin, across.places.min() ?? 0)
    for index in items.indices { items[index].across = items[index].across.moved(by: -least) }
    for index in boxes.indices { boxes[index].across = boxes[index].across.moved(by: -least) }
    let strokes = routing.strokes(items, along, assignment, offset: -least)
    let start = boxes.map(\.along.start).min() ?? 0
    return Layout(
      items: items, boxes: boxes, strokes: strokes,
      length: max((items + boxes).map(\.along.end).max() ?? 0, 0) - min(start, 0),
      breadth: max((items + boxes).map(\.across.end).max() ?? 0, (across.places.max() ?? 0) - least),
      crossings: crossings)
  }
}

extension Layout.Span {
  func moved(by distance: Double) -> Layout.Span {
    Layout.Span(start: start + distance, end: end + distance)
  }
}
