// Places along the flow: each rank is a column as long as its longest item, with room between for curves and borders.

struct AlongPlacement {
  /// The extent of each rank.
  private(set) var ranks: [Layout.Span] = []
  private let tree: BoxTree
  private let spacing: LayoutSpacing

  /// - Parameter slopes: For each rank but the first, how far across the steepest edge into it goes.
  init(_ problem: LayoutProblem, _ assignment: RankAssignment, _ tree: BoxTree, slopes: [Double]) {
    self.tree = tree
    spacing = problem.spacing
    var lengths = [Double](repeating: 0, count: assignment.count)
    for (index, item) in problem.items.enumerated() {
      lengths[assignment.ranks[index]] = max(lengths[assignment.ranks[index]], item.length)
    }
    let starts = levels(assignment.count, at: tree.first, tree.startLevels)
    let ends = levels(assignment.count, at: tree.last, tree.endLevels)
    var position = 0.0
    for rank in lengths.indices {
      if rank > 0 { position += spacing.betweenRanks + min(90, slopes[rank] * 0.12) }
      position += Double(starts[rank]) * (spacing.boxPadding + spacing.boxHeaderAlong)
      ranks.append(Layout.Span(start: position, end: position + lengths[rank]))
      position += lengths[rank] + Double(ends[rank]) * spacing.boxPadding
    }
  }

  private func levels(_ count: Int, at places: [Int], _ levels: [Int]) -> [Int] {
    var result = [Int](repeating: 0, count: count)
    for (box, rank) in places.enumerated() { result[rank] = max(result[rank], levels[box]) }
    return result
  }

  func span(ofBox box: Int) -> Layout.Span {
    Layout.Span(
      start: ranks[tree.first[box]].start
        - Double(tree.startLevels[box]) * (spacing.boxPadding + spacing.boxHeaderAlong),
      end: ranks[tree.last[box]].end + Double(tree.endLevels[box]) * spacing.boxPadding)
  }
}
