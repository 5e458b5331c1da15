// The model of a graph: boxes from ids, selections, and the graph of a plan.
import PlanSelection
import RunbookGraphs
import Testing

struct RunbookGraphTests {
  @Test func boxesFollowFromIds() {
    let graph = SampleGraph.nested
    #expect(graph.boxes.map(\.id) == ["audit", "audit/clean", "other"])
    #expect(graph.boxes.map(\.parent) == [nil, 0, nil])
    #expect(graph.nodes.first { $0.id == "audit/clean/left" }?.box == 1)
    #expect(graph.nodes.first { $0.id == "all" }?.box == nil)
  }

  @Test func theSourceOfAnInlineProcessorStandsBesideIt() {
    let graph = SampleGraph.graph([("notes/source", []), ("notes", ["notes/source"])])
    #expect(graph.boxes.isEmpty)
  }

  @Test func anOperandThatIsNotEarlierIsLeftOut() {
    var node = GraphNode(id: "a", kind: .pass)
    node.operands = [0, 5, -1]
    #expect(RunbookGraph(title: "", description: "", nodes: [node]).edges.isEmpty)
  }

  @Test(arguments: [
    ("other/found", ["other/found"]), ("1+other/found", ["other/left", "other/right", "other/found"]),
    ("letters+1", ["letters", "other/left", "other/right"]), ("audit/found+", ["audit/found", "all"]),
    ("audit/clean", ["audit/clean/left", "audit/clean/right", "audit/clean/merged"]),
  ])
  func selectsAPart(_ text: String, _ expected: [String]) throws {
    #expect(try part(text).nodes.map(\.id) == expected)
  }

  @Test func aPartKeepsItsEdgesAndBoxes() throws {
    let part = try part("1+other/found")
    #expect(part.edges.map { [$0.from, $0.to] } == [[0, 2], [1, 2]])
    #expect(part.boxes.map(\.id) == ["other"])
    #expect(part.nodes.allSatisfy { $0.box == 0 })
  }

  private func part(_ selection: String) throws -> RunbookGraph {
    let graph = SampleGraph.nested
    return graph.restricted(to: try graph.selectable.select([Selection(selection)]).artifacts)
  }
}
