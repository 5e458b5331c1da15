// The tree: every artifact once, whatever the shape of the graph.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanListings
import Testing

@Suite struct PlanTreeTests {
  private func tree(_ plan: Plan = ListedSample.plan, _ selection: String? = nil, width: Int = .max) throws
    -> String
  {
    let listed = try ListedSample.listed(plan, selection)
    return ListedSample.text { PlanTree(listed, style: ListingStyle(width: width)).write(to: &$0) }
  }

  @Test func sharedPartsAreShownOnce() throws {
    let expected = """
      #7 run  execute  [output]
      └─ #2 old  reuse files of latest
      #5 again  process tag@0.1.0  [same as #4]
      └─ #3 all  merge  [tainted]
         ├─ #0 files  extract read@1.2.3  [tainted]
         ├─ #1 hidden  constant  [sensitive, tainted]
         └─ #2 old  reuse files of latest
      #6 kept  pass  [optional]
      └─ #4 audit/tagged  process tag@0.1.0  [output]
         └─ #3 all  (see above)

      """
    #expect(try tree() == expected)
  }

  @Test func aPartHasItsOwnRoots() throws {
    #expect(
      try tree(ListedSample.plan, "all audit files") == """
        #4 audit/tagged  process tag@0.1.0  [output]
        └─ #3 all  merge  [tainted]
           └─ #0 files  extract read@1.2.3  [tainted]

        """)
  }

  @Test func anOperandThatIsUsedTwiceIsOneBranch() throws {
    var plan = Plan(runbook: RunbookLabel(name: "", description: ""))
    ListedSample.add("a", .constant([:]), to: &plan)
    ListedSample.add("b", .merge, [0, 0], to: &plan)
    #expect(try tree(plan) == "#1 b  merge\n└─ #0 a  constant\n")
  }

  /// A chain of any length takes space in proportion to it.
  @Test func deepChainsGoOnBelow() throws {
    var plan = Plan(runbook: RunbookLabel(name: "", description: ""))
    ListedSample.add("n0", .constant([:]), to: &plan)
    let count = 20_000
    for number in 1..<count { ListedSample.add("n\(number)", .pass, [number - 1], to: &plan) }
    let text = try tree(plan)
    #expect(text.utf8.count < count * 120)
    let lines = text.split(separator: "\n")
    #expect(lines.count { !$0.contains("(see below)") } == count)
    #expect(lines.allSatisfy { $0.unicodeScalars.count < 120 })
  }

  /// Every edge is one line, so what is shared costs no more than it has edges.
  @Test func latticesAreNotUnfolded() throws {
    var plan = Plan(runbook: RunbookLabel(name: "", description: ""))
    ListedSample.add("a0", .constant([:]), to: &plan)
    ListedSample.add("b0", .constant(["x": 1]), to: &plan)
    for level in 1...60 {
      let last = plan.instructions.count
      ListedSample.add("a\(level)", .merge, [last - 2, last - 1], to: &plan)
      ListedSample.add("b\(level)", .merge, [last - 2, last - 1, 0], to: &plan)
    }
    let edges = plan.instructions.reduce(0) { $0 + Set($1.operands).count }
    let lines = try tree(plan).split(separator: "\n")
    #expect(lines.count <= edges + plan.instructions.count)
    for instruction in plan.instructions {
      #expect(lines.contains { $0.contains(" \(instruction.id)  \(instruction.operation.name)") })
    }
  }

  @Test func linesAreCutToTheTerminal() throws {
    #expect(try tree(width: 24).split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 24 })
  }
}
