// What must hold of every layout: nothing overlaps, boxes hold what is in them and nothing else, edges go forward.
import TestSupport
import Testing

@testable import RunbookGraphs

struct LayeredLayoutTests {
  private static let graphs: [RunbookGraph] =
    [SampleGraph.nested] + (1...12).map { SampleGraph.random($0) }

  private func layout(_ graph: RunbookGraph) throws -> (LayoutProblem, Layout) {
    let problem = LayoutProblem(
      items: graph.nodes.map { .init(length: 100, breadth: 50, box: $0.box, sources: $0.operands) },
      boxes: graph.boxes.map { .init(parent: $0.parent) })
    return (problem, try LayeredLayout.layout(problem, limit: 100_000))
  }

  @Test(arguments: graphs) func itemsDoNotOverlap(_ graph: RunbookGraph) throws {
    let (_, layout) = try layout(graph)
    let overlapping = layout.items.enumerated().filter { index, place in
      layout.items[..<index].contains { $0.overlaps(place) }
    }
    #expect(overlapping.isEmpty)
  }

  @Test(arguments: graphs) func boxesHoldWhatIsInThemAndNothingElse(_ graph: RunbookGraph) throws {
    let (problem, layout) = try layout(graph)
    for (index, item) in problem.items.enumerated() {
      let around = Self.boxes(around: item.box, problem)
      let wrong = layout.boxes.enumerated().filter { box, place in
        around.contains(box) ? !place.holds(layout.items[index]) : place.overlaps(layout.items[index])
      }
      #expect(wrong.isEmpty, "item \(index)")
    }
    for (box, place) in layout.boxes.enumerated() {
      let around = Self.boxes(around: problem.boxes[box].parent, problem)
      for (other, outer) in layout.boxes.enumerated().prefix(box) {
        #expect(around.contains(other) ? outer.holds(place) : !outer.overlaps(place))
      }
    }
  }

  @Test(arguments: graphs) func everyEdgeIsDrawnForwardsAndEndsAtItsTarget(_ graph: RunbookGraph) throws {
    let (problem, layout) = try layout(graph)
    var ends: Set<[Int]> = []
    for stroke in layout.strokes {
      var last = stroke.start
      for part in stroke.parts {
        let end =
          switch part {
          case .line(let point), .curve(let point): point
          }
        if end.along < last.along - 0.001 { Issue.record("backwards from \(last) to \(end)") }
        last = end
      }
      guard let target = stroke.target else { continue }
      ends.insert([stroke.source, target])
      let (along, across) = (layout.items[target].along, layout.items[target].across)
      let meets =
        abs(last.along - along.start) < 0.001 && across.start <= last.across && last.across <= across.end
      if !meets { Issue.record("an edge to \(target) ends at \(last)") }
    }
    let edges = problem.items.enumerated().flatMap { index, item in item.sources.map { [$0, index] } }
    #expect(ends == Set(edges))
  }

  /// Straight lines through a rank keep clear of its items.
  @Test(arguments: graphs) func passagesRunBesideItems(_ graph: RunbookGraph) throws {
    let (_, layout) = try layout(graph)
    for stroke in layout.strokes where stroke.target == nil {
      guard case .line(let end)? = stroke.parts.last,
        case .curve(let start) = stroke.parts[stroke.parts.count - 2]
      else { continue }
      let crossed = layout.items.filter { place in
        place.along.start < end.along && start.along < place.along.end && place.across.start < end.across
          && end.across < place.across.end
      }
      #expect(crossed.isEmpty)
    }
  }

  @Test func theSameGraphGivesTheSameLayout() throws {
    let graph = SampleGraph.random(7)
    let (first, second) = (try layout(graph).1, try layout(graph).1)
    #expect(first.items.map(\.along) == second.items.map(\.along))
    #expect(first.items.map(\.across) == second.items.map(\.across))
  }

  /// A tree, and a ladder whose sides are given crossed, can be drawn without any crossing.
  @Test func crossingsThatNeedNotBeAreNot() throws {
    let tree = SampleGraph.graph(
      [("r", [])] + (0..<4).map { ("a\($0)", ["r"]) } + (0..<16).map { ("b\($0)", ["a\(($0 * 5) % 4)"]) })
    #expect(try layout(tree).1.crossings == 0)
    let ladder = SampleGraph.graph([
      ("a", []), ("b", []), ("c", []), ("z", ["c"]), ("y", ["b"]), ("x", ["a"]), ("u", ["x"]), ("v", ["y"]),
      ("w", ["z"]),
    ])
    #expect(try layout(ladder).1.crossings == 0)
  }

  /// Without the limit, an edge from everything to everything later would take memory without end.
  @Test func whatIsTooMuchIsRefused() throws {
    let problem = LayoutProblem(
      items: (0..<400).map { .init(length: 10, breadth: 10, box: nil, sources: Array(0..<$0)) }, boxes: [])
    #expect(throws: PassageLimit.self) { try LayeredLayout.layout(problem, limit: 10_000) }
  }

  @Test func nothingAtAllCanBeLaidOut() throws {
    #expect(try layout(SampleGraph.graph([])).1.items.isEmpty)
  }

  private static func boxes(around box: Int?, _ problem: LayoutProblem) -> Set<Int> {
    var around: Set<Int> = []
    var current = box
    while let next = current {
      around.insert(next)
      current = problem.boxes[next].parent
    }
    return around
  }
}

extension Layout.Place {
  fileprivate func overlaps(_ other: Layout.Place) -> Bool {
    along.start < other.along.end - 0.001 && other.along.start < along.end - 0.001
      && across.start < other.across.end - 0.001 && other.across.start < across.end - 0.001
  }

  fileprivate func holds(_ other: Layout.Place) -> Bool {
    along.start < other.along.start && other.along.end < along.end && across.start < other.across.start
      && other.across.end < across.end
  }
}
