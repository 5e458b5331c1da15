// Differences of a part: only what concerns the artifacts that were asked for.
import PlanDifferences
import PlanSelection
import Testing

struct PartialDifferenceTests {
  private static let old = DifferenceTrial.runbook([
    "a: {source: {type: filesystem, properties: {path: ./a}}}",
    "b: {source: {type: filesystem, properties: {path: ./b}}}",
    "from_a: {inputs: a, output: true}", "from_b: {inputs: b, output: true}",
    "gone: {inputs: b, output: true, process: {type: test_mask}}",
  ])
  private static let new = DifferenceTrial.runbook([
    "a: {source: {type: filesystem, properties: {path: ./aa}}}",
    "b: {source: {type: filesystem, properties: {path: ./bb}}}",
    "from_a: {inputs: a, output: true}", "from_b: {inputs: b, output: true}",
    "fresh: {inputs: a, process: {type: test_relabel}, output: true}",
  ])

  private func difference(_ text: String) throws -> PlanDifference {
    let comparison = try DifferenceTrial.comparison(Self.old, Self.new)
    let states = comparison.selectionStates()
    let selection = try Selection(text)
    func members(_ plan: ComparablePlan, _ states: SelectionStates) -> [Bool] {
      let graph = SelectableGraph(plan.plan)
      let result = try? graph.select([selection], states: states)
      return result?.artifacts.isMember ?? Array(repeating: false, count: graph.artifacts.count)
    }
    return comparison.difference(
      of: PlanComparison.Part(
        old: members(comparison.old, states.old), new: members(comparison.new, states.new)))
  }

  @Test func onlyWhatTouchesOrReachesThePart() throws {
    let difference = try difference("from_a")
    #expect(difference.causes.map(\.subject) == ["a"])
    #expect(difference.causes.first?.reach.downstream == 1)
    #expect(difference.artifacts.map(\.id) == ["from_a"])
    #expect(difference.totals.madeAnew == 1 && difference.outputs.map(\.id) == ["from_a"])
    #expect(difference.artifacts.first?.causes == [0])
  }

  @Test func aNameMayBeOfTheOlderPlan() throws {
    let difference = try difference("gone")
    #expect(difference.causes.map(\.subject) == ["gone"] && difference.totals.removed == 1)
  }

  @Test(arguments: [
    ("state:added", ["fresh"]), ("state:new", ["fresh"]), ("state:removed", ["gone"]),
    ("state:affected", ["from_a", "from_b"]), ("state:modified", ["a", "b", "fresh"]),
    ("state:unchanged", []), ("state:changed,output:true", ["fresh", "from_a", "from_b", "gone"]),
    ("state:modified+,from_b", ["from_b"]),
  ])
  func states(_ text: String, _ ids: [String]) throws {
    #expect(try difference(text).artifacts.map(\.id).sorted() == ids)
  }
}
