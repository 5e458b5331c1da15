// Walks over random graphs against the plainest way to find the same: following edges one by one.
import PlanSelection
import TestSupport
import Testing

@Suite struct SelectionReferenceTests {
  private static func graph(_ seed: UInt64, count: Int) -> [SelectableArtifact] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      var artifact = SelectableArtifact(id: "n\(number)", operation: "merge")
      let wanted = number == 0 ? 0 : Int.random(in: 0...3, using: &generator)
      artifact.operands = (0..<wanted).map { _ in
        Int.random(in: max(0, number - 9)..<number, using: &generator)
      }
      return artifact
    }
  }

  /// Step by step, with a set of what was met.
  private func reached(_ start: Int, _ steps: Int, _ next: (Int) -> [Int]) -> Set<Int> {
    var met: Set<Int> = [start]
    var front: Set<Int> = [start]
    for _ in 0..<min(steps, 1_000) where !front.isEmpty {
      front = Set(front.flatMap(next)).subtracting(met)
      met.formUnion(front)
    }
    return met
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>) func agrees(_ seed: UInt64) throws {
    let artifacts = Self.graph(seed, count: 60)
    let graph = SelectableGraph(artifacts)
    let operands = { artifacts[$0].operands }
    let consumers = { start in artifacts.indices.filter { artifacts[$0].operands.contains(start) } }
    for start in stride(from: 0, to: 60, by: 7) {
      for steps in [0, 1, 2, 5, Int.max] {
        let count = steps == .max ? "" : "\(steps)"
        let before = reached(start, steps, operands)
        let after = reached(start, steps, consumers)
        #expect(try Set(select("\(count)+n\(start)", graph)) == before)
        #expect(try Set(select("n\(start)+\(count)", graph)) == after)
        #expect(try Set(select("\(count)+n\(start)+\(count)", graph)) == before.union(after))
        #expect(try Set(select("** -n\(start)+\(count)", graph)) == Set(0..<60).subtracting(after))
      }
      let family = reached(start, .max, consumers).reduce(into: Set<Int>()) {
        $0.formUnion(reached($1, .max, operands))
      }
      #expect(try Set(select("@n\(start)", graph)) == family)
    }
  }

  private func select(_ text: String, _ graph: SelectableGraph) throws -> [Int] {
    try graph.select([Selection(text)]).artifacts.indices
  }

  /// A long chain is no deep recursion, and a dense graph no long walk.
  @Test func manyArtifacts() throws {
    let count = 100_000
    let chain = SelectableGraph(
      (0..<count).map { number in
        var artifact = SelectableArtifact(id: "n\(number)", operation: "pass")
        artifact.operands = number == 0 ? [] : [number - 1, number / 2]
        return artifact
      })
    #expect(try select("+n\(count - 1)", chain).count == count)
    #expect(try select("n0+", chain).count == count)
    #expect(try select("+n\(count - 1),n0+ -n5+", chain).count == 5)
    let fault = #expect(throws: SelectionFault.self) { try select("m99999", chain) }
    #expect(fault?.suggestion != nil)
  }
}
