// Differences with very many causes: counts stay right, and what is shown stays bounded.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanDifferences
import Testing

struct LargeDifferenceTests {
  /// A plan of sources, each with a chain of two below it, and one merge of everything.
  static func plan(_ count: Int, name: String, changed: (Int) -> Bool) throws -> ComparablePlan {
    var plan = Plan(runbook: RunbookLabel(name: "Large", description: "D"))
    plan.components = [
      ComponentImport(
        kind: .connector, type: "filesystem", version: "1.0.0", manifest: ContentDigest(of: [1]))
    ]
    for index in 0..<count {
      let path: JSONValue = .string(changed(index) ? "other\(index)" : "path\(index)")
      append(
        .extract(ComponentCall(component: ComponentIndex(0), properties: ["path": path])), "s\(index)", [],
        &plan)
      append(.pass, "p\(index)", [plan.instructions.count - 1], &plan)
    }
    append(.merge, "all", (0..<count).map { $0 * 2 + 1 }, &plan)
    let last = plan.instructions.count - 1
    plan.instructions[last].flags = [.output]
    return try ComparablePlan(Plan.decode(plan.encoded().bytes), name: name)
  }

  private static func append(_ operation: Operation, _ id: String, _ operands: [Int], _ plan: inout Plan) {
    guard let id = ArtifactID(id) else { return }
    let schema = SchemaReference("standard_input")
    let key = InstructionMeaning.key(
      of: operation, schema: schema, operandKeys: operands.map { plan.instructions[$0].key },
      components: plan.components, rulesets: [])
    plan.instructions.append(
      Instruction(
        id: id, operation: operation, operands: operands.map { InstructionIndex($0) }, schema: schema,
        key: key))
  }

  private func difference(_ count: Int, _ changed: (Int) -> Bool) throws -> PlanDifference {
    let old = try Self.plan(count, name: "a", changed: { _ in false })
    return PlanComparison(
      old, try Self.plan(count, name: "b", changed: changed), catalog: DifferenceCatalog.catalog
    ).difference()
  }

  /// More causes than go along in one walk.
  @Test func manyCausesAreCountedExactly() throws {
    let difference = try difference(300) { $0 % 2 == 0 }
    #expect(difference.causes.count == 150)
    #expect(difference.causes.allSatisfy { $0.reach.downstream == 2 && $0.reach.firstOutputs == ["all"] })
    #expect(difference.totals.affected == 151 && difference.totals.madeAnew == 301)
    #expect(difference.totals.reusable == 300)
  }

  @Test func beyondTheBoundOnlyTotalsAreExact() throws {
    let difference = try difference(4500) { _ in true }
    #expect(difference.causes.count == 4500)
    #expect(difference.causes[4095].reach.downstream == 2 && difference.causes[4096].reach.downstream == nil)
    #expect(difference.totals.madeAnew == 9001 && difference.totals.affected == 4501)
  }

  /// GitHub takes comments of 65,536 characters.
  @Test func markdownStaysWithinItsBound() throws {
    let difference = try difference(3000) { _ in true }
    let whole = MarkdownDifferenceRenderer().render(difference)
    #expect(whole.utf16.count <= MarkdownDifferenceRenderer.standardLength)
    #expect(whole.utf16.count > MarkdownDifferenceRenderer.standardLength / 2)
    #expect(whole.contains("more causes left out"))
    #expect(whole.split(separator: "<details>").count == whole.split(separator: "</details>").count)
    #expect(MarkdownDifferenceRenderer(limit: 3000).render(difference).utf16.count <= 3000)
  }

  /// Operands, components and rulesets that are not there, and ids that stand twice, are refused.
  @Test func plansOfNoSenseAreRefused() throws {
    let sound = try Self.plan(3, name: "a", changed: { _ in false }).plan
    func fault(_ edit: (inout Plan) -> Void) throws -> PlanError? {
      var plan = sound
      edit(&plan)
      let decoded = try Plan.decode(plan.encoded().bytes)
      return #expect(throws: PlanError.self) { _ = try ComparablePlan(decoded, name: "a") }
    }
    #expect(
      try fault { $0.instructions[1].operands = [InstructionIndex(9)] }?.pointer == "/instructions/1/inputs")
    #expect(
      try fault { $0.instructions[1].operands = [InstructionIndex(1)] }?.pointer == "/instructions/1/inputs")
    #expect(
      try fault { $0.instructions[1].operands = [InstructionIndex(-1)] }?.pointer == "/instructions/1/inputs")
    #expect(try fault { $0.components = [] }?.pointer == "/instructions/0/component")
    #expect(try fault { $0.instructions[2].id = $0.instructions[0].id }?.pointer == "/instructions/2/id")
    if let alias = ArtifactID("x") {
      #expect(try fault { $0.aliases[alias] = InstructionIndex(99) }?.pointer == "/aliases")
    }
  }
}
