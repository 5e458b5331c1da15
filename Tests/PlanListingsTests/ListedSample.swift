// Plans that are listed, and their listings as text.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanListings
import PlanSelection

enum ListedSample {
  static let read = ComponentManifest(
    kind: .connector, type: "read", version: "1.2.3", summary: "", outputs: [text],
    propertySchema: ["type": "object"])
  static let tag = ComponentManifest(
    kind: .processor, type: "tag", version: "0.1.0", summary: "", outputs: [text],
    inputCombinations: [[text]],
    propertySchema: ["type": "object"])
  static let text = SchemaReference("text")

  /// Every operation; two instructions that mean the same; a sensitive constant; a child; an alias.
  static let plan: Plan = {
    var plan = Plan(
      runbook: RunbookLabel(name: "Sample", description: "All there is", contact: "c"), framework: "GDPR",
      configuration: RunConfiguration(
        timeout: 1.5, maximumConcurrency: 3, maximumChildDepth: 2, costLimit: 10))
    plan.components = [ComponentImport(read), ComponentImport(tag)]
    plan.rulesets = [RulesetConstant(["name": "rules", "version": "2.0.0"])]
    plan.environment = [RequiredVariable(name: "TOKEN", isRequired: true, isSecret: true)]
    let secret = LateBinding(
      pointer: "/login/token", template: "${TOKEN}", type: .string, isSecret: true)
    add(
      "files", .extract(call(0, ["path": "./data", "login": ["user": "me", "ids": [1, 2]]], [secret])),
      flags: [.tainted], to: &plan)
    add("hidden", .constant(["data": ["p@ssw0rd"]]), flags: [.sensitive, .tainted], to: &plan)
    add("old", .reuse(run: "latest", artifact: "files"), to: &plan)
    add("all", .merge, [0, 1, 2], flags: [.tainted], to: &plan)
    let tagging = call(1, ["ruleset": "local/rules/2.0.0"], rulesets: ["local/rules/2.0.0": RulesetIndex(0)])
    add("audit/tagged", .process(tagging), [3], flags: [.output], timeout: 2, to: &plan)
    add("again", .process(tagging), [3], label: ArtifactLabel(name: "Again"), to: &plan)
    add("kept", .pass, [4], flags: [.optional], to: &plan)
    add("run", .execute(NestedRun(timeout: 5, maximumDepth: 1)), [2], flags: [.output], to: &plan)
    plan.aliases = [id("audit"): InstructionIndex(4)]
    return plan
  }()

  static let map = SourceMap(
    sources: ["runbooks/parent.yaml", "child.yaml"],
    places: [
      id("files"): [SourceMap.Place(source: 0, line: 4, column: 3)],
      id("audit/tagged"): [
        SourceMap.Place(source: 1, line: 7, column: 3), SourceMap.Place(source: 0, line: 12, column: 5),
      ],
    ])

  static func listed(
    _ plan: Plan = plan, _ selection: String? = nil, map: SourceMap? = map, showsSensitive: Bool = false
  ) throws -> ListedPlan {
    let encoded = plan.encoded()
    let listed = ListedPlan(
      plan, id: encoded.id, digest: encoded.digest, sourceMap: map, showsSensitive: showsSensitive)
    guard let selection else { return listed }
    return listed.showing(try SelectableGraph(plan).select([Selection(selection)]).artifacts)
  }

  /// What a view writes, with the hex digits of digests left out.
  static func text(_ write: (inout ListingSink) -> Void) -> String {
    var bytes: [UInt8] = []
    var sink = ListingSink {
      bytes += $0
      return true
    }
    write(&sink)
    sink.flush()
    return String(decoding: bytes, as: UTF8.self).replacing(/sha256:[0-9a-f]{64}/, with: "sha256:…")
  }

  static func id(_ text: String) -> ArtifactID {
    guard let id = ArtifactID(text) else { preconditionFailure("not an artifact id: \(text)") }
    return id
  }

  private static func call(
    _ component: Int, _ properties: JSONObject, _ bindings: [LateBinding] = [],
    rulesets: [String: RulesetIndex] = [:]
  ) -> ComponentCall {
    ComponentCall(
      component: ComponentIndex(component), properties: properties, bindings: bindings, rulesets: rulesets)
  }

  /// Appends an instruction with its key.
  static func add(
    _ id: String, _ operation: Operation, _ operands: [Int] = [], flags: Instruction.Flags = [],
    timeout: Double? = nil, label: ArtifactLabel = ArtifactLabel(), to plan: inout Plan
  ) {
    let key = InstructionMeaning.key(
      of: operation, schema: text, operandKeys: operands.map { plan.instructions[$0].key },
      components: plan.components, rulesets: plan.rulesets)
    plan.instructions.append(
      Instruction(
        id: self.id(id), operation: operation, operands: operands.map { InstructionIndex($0) }, schema: text,
        flags: flags, timeout: timeout, label: label, key: key))
  }
}
