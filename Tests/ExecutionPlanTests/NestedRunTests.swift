// Plans that execute a runbook which an artifact holds: what is written, read and refused.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import Testing

struct NestedRunTests {
  /// Its catalogue has the two formats that the operation speaks of.
  private static let catalog: ComponentCatalog? = {
    guard let runbook = try? WireFormat(.runbook, schema: ["type": "object"]),
      let result = try? WireFormat(.runResult, schema: ["type": "object"])
    else { return nil }
    return ComponentCatalog([], schemas: SchemaCatalog([runbook, result]))
  }()

  private func plan(
    _ run: NestedRun, operands: [Int] = [0], inputSchema: SchemaReference = .runbook
  ) -> Plan {
    var plan = Plan(runbook: RunbookLabel(name: "N", description: "D"))
    plan.instructions = [
      SamplePlan.instruction("book", .constant([:]), schema: inputSchema),
      SamplePlan.instruction("ran", .execute(run), operands, schema: .runResult),
    ]
    return SamplePlan.keyed(plan)
  }

  private func verify(_ plan: Plan) throws {
    _ = try PlanVerifier.verify(Plan.decode(plan.encoded().bytes), catalog: try #require(Self.catalog))
  }

  @Test(arguments: [
    NestedRun(maximumDepth: 2), NestedRun(timeout: 1.5, maximumDepth: 0),
    NestedRun(timeout: 60, costLimit: 2, maximumDepth: 1),
  ])
  func isReadAsItWasWritten(_ run: NestedRun) throws {
    let plan = plan(run)
    #expect(try Plan.decode(plan.encoded().bytes).plan == plan)
    #expect(throws: Never.self) { try verify(plan) }
  }

  @Test func everyLimitIsPartOfTheMeaning() {
    let runs = [
      NestedRun(maximumDepth: 2), NestedRun(maximumDepth: 1), NestedRun(timeout: 1, maximumDepth: 2),
      NestedRun(costLimit: 1, maximumDepth: 2),
    ]
    #expect(Set(runs.map { plan($0).encoded().id }).count == runs.count)
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    let good = NestedRun(maximumDepth: 0)
    let cases: [(Plan, String)] = [
      (plan(good, operands: []), "/instructions/1/inputs"),
      (plan(good, operands: [0, 0]), "/instructions/1/inputs"),
      (plan(good, inputSchema: .runResult), "/instructions/1/inputs"),
      (plan(NestedRun(maximumDepth: 3)), "/instructions/1/execute/max_depth"),
      (plan(NestedRun(maximumDepth: -1)), "/instructions/1/execute/max_depth"),
      (plan(NestedRun(maximumDepth: .max)), "/instructions/1/execute/max_depth"),
    ]
    for (plan, pointer) in cases {
      let error = try #require(throws: PlanError.self) { try verify(plan) }
      #expect(error.code == .meaning && error.pointer == pointer, "\(error)")
    }
  }
}
