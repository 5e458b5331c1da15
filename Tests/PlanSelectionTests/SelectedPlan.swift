// The plan that selections are tried on.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanSelection

enum SelectedPlan {
  /// Two sources, a child runbook with another inside, an inline processor, and every kind of operation.
  static let plan: Plan = {
    var plan = Plan(runbook: RunbookLabel(name: "Selected", description: ""))
    plan.components = [
      component(.connector, "filesystem", "1.0.0"), component(.connector, "mysql", "1.1.0"),
      component(.processor, "personal_data", "2.0.0"),
    ]
    let secret = LateBinding(
      pointer: "/password", template: "${DB_PASSWORD}", type: .string, isSecret: true)
    let rules = ["local/personal_data/1.0.0": RulesetIndex(0)]
    plan.rulesets = [RulesetConstant("rules")]
    plan.instructions = [
      instruction("files", .extract(call(0))),
      instruction("customers", .extract(call(1, [secret])), flags: [.tainted]),
      instruction("audit/deep/raw", .merge, [0, 1], flags: [.tainted]),
      instruction("audit/found", .process(call(2, rulesets: rules)), [2], schema: "finding/1.2.0"),
      instruction("audit/kept", .pass, [3], schema: "finding/1.2.0", flags: [.sensitive, .tainted]),
      instruction("notes/source", .constant([:])),
      instruction("notes", .process(call(2)), [5], schema: "finding/1.0.0", flags: [.optional]),
      instruction("old", .reuse(run: "latest", artifact: "x")),
      instruction("all", .merge, [4, 6, 7], schema: "finding/1.2.0", flags: [.output, .tainted]),
    ]
    plan.aliases = [id("audit"): InstructionIndex(4), id("result"): InstructionIndex(4)]
    return plan
  }()

  static let graph = SelectableGraph(plan)

  private static func id(_ text: String) -> ArtifactID {
    guard let id = ArtifactID(text) else { preconditionFailure("not an artifact id: \(text)") }
    return id
  }

  private static func component(_ kind: ComponentKind, _ type: String, _ version: String) -> ComponentImport {
    ComponentImport(kind: kind, type: type, version: version, manifest: ContentDigest(of: []))
  }

  private static func call(
    _ component: Int, _ bindings: [LateBinding] = [], rulesets: [String: RulesetIndex] = [:]
  ) -> ComponentCall {
    ComponentCall(
      component: ComponentIndex(component), properties: [:], bindings: bindings, rulesets: rulesets)
  }

  private static func instruction(
    _ id: String, _ operation: Operation, _ operands: [Int] = [], schema: String = "standard_input/1.0.0",
    flags: Instruction.Flags = []
  ) -> Instruction {
    Instruction(
      id: self.id(id), operation: operation, operands: operands.map { InstructionIndex($0) },
      schema: SchemaReference(parsing: schema) ?? SchemaReference("none"), flags: flags,
      key: ContentDigest(of: []))
  }
}
