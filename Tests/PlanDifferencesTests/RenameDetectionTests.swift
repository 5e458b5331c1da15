// Renamed artifacts that have nothing in common but what they do, or where many do the same.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanDifferences
import Testing

struct RenameDetectionTests {
  /// One source and processors without properties that read it: alike in all but their ids.
  private func plan(_ name: String, path: String, _ ids: [String]) throws -> ComparablePlan {
    var plan = Plan(runbook: RunbookLabel(name: "Many", description: "D"))
    plan.components = [
      ComponentImport(
        kind: .connector, type: "filesystem", version: "1.0.0", manifest: ContentDigest(of: [1])),
      ComponentImport(
        kind: .processor, type: "test_mask", version: "1.0.0", manifest: ContentDigest(of: [2])),
    ]
    try append(
      .extract(ComponentCall(component: ComponentIndex(0), properties: ["path": .string(path)])), "data", [],
      &plan)
    for id in ids {
      try append(
        .process(ComponentCall(component: ComponentIndex(1), properties: JSONObject())), id, [0], &plan)
    }
    return try ComparablePlan(Plan.decode(plan.encoded().bytes), name: name)
  }

  private func append(_ operation: Operation, _ id: String, _ operands: [Int], _ plan: inout Plan) throws {
    let schema = SchemaReference("standard_input")
    let key = InstructionMeaning.key(
      of: operation, schema: schema, operandKeys: operands.map { plan.instructions[$0].key },
      components: plan.components, rulesets: [])
    plan.instructions.append(
      Instruction(
        id: try #require(ArtifactID(id)), operation: operation,
        operands: operands.map { InstructionIndex($0) }, schema: schema, flags: [.output], key: key))
  }

  private func renames(_ old: ComparablePlan, _ new: ComparablePlan) -> [String: String] {
    let causes = PlanComparison(old, new, catalog: DifferenceCatalog.catalog).difference().causes
    let renamed = causes.filter { $0.kind == .renamed }.map { ($0.previous ?? "", $0.subject) }
    return Dictionary(renamed) { first, _ in first }
  }

  private static let before = (10..<40).map { "before\($0)" }
  private static let after = (10..<40).map { "named\($0)" }

  /// The same keys.
  @Test func manyThatDoTheSameAreRenamed() throws {
    let found = renames(
      try plan("a", path: "x", Self.before), try plan("b", path: "x", Self.after))
    #expect(found == Dictionary(uniqueKeysWithValues: zip(Self.before, Self.after)))
  }

  /// Other keys, as their input changed, and the same definitions.
  @Test func manyThatDoTheSameAreRenamedBelowAChange() throws {
    let found = renames(
      try plan("a", path: "x", Self.before), try plan("b", path: "y", Self.after))
    #expect(found == Dictionary(uniqueKeysWithValues: zip(Self.before, Self.after)))
  }

  /// Of several that do the same, those go together that are called the same within their runbooks.
  @Test func theLastPartOfTheIDDecidesAmongEquals() throws {
    let found = renames(
      try plan("a", path: "x", ["p/first", "q/second"]), try plan("b", path: "x", ["r/second", "s/first"]))
    #expect(found == ["p/first": "s/first", "q/second": "r/second"])
  }
}
