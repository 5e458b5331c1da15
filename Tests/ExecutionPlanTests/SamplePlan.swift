// A plan that uses every operation and field, and the components that it needs.
internal import CanonicalJSON
import ComponentKit
import ExecutionPlan

enum SamplePlan {
  static let text = SchemaReference("text")
  static let code = SchemaReference("code", "2.0.1")

  static let catalog: ComponentCatalog = {
    let formats = [text, code].compactMap { reference in
      try? WireFormat(
        reference,
        schema: [
          "type": "object", "required": ["data"], "x-items": "data",
          "properties": ["data": ["type": "array", "items": ["type": "string"]]],
        ])
    }
    return ComponentCatalog([read, write, tag, join, mark], schemas: SchemaCatalog(formats))
  }()

  static let read = ComponentManifest(
    kind: .connector, type: "read", version: "1.2.3", summary: "Reads.", outputs: [text, code],
    propertySchema: [
      "type": "object", "required": ["path"], "additionalProperties": false,
      "properties": [
        "path": ["type": "string"], "count": ["type": "integer", "minimum": 1],
        "token": ["type": "string", "writeOnly": true],
        "login": ["type": "object", "required": ["user"], "properties": ["user": ["type": "string"]]],
      ],
    ])

  static let tag = ComponentManifest(
    kind: .processor, type: "tag", version: "0.1.0", summary: "Tags.", outputs: [text],
    inputCombinations: [[text]],
    propertySchema: [
      "type": "object", "additionalProperties": false, "properties": ["ruleset": ["type": "string"]],
    ])

  static let join = ComponentManifest(
    kind: .processor, type: "join", version: "0.1.0", summary: "Joins.", outputs: [code],
    inputCombinations: [[text, code]], propertySchema: ["type": "object"])

  /// Not called by the plan.
  static let mark = ComponentManifest(
    kind: .processor, type: "mark", version: "0.1.0", summary: "Marks.", outputs: [text],
    inputCombinations: [[text]],
    propertySchema: [
      "type": "object",
      "properties": ["ruleset": ["type": "string", "format": "ruleset", "x-ruleset-kind": "test"]],
    ])

  static let write = ComponentManifest(
    kind: .exporter, type: "write", version: "1.0.0", summary: "Writes.", outputs: [],
    propertySchema: ["type": "object"])

  static let plan: Plan = keyed(unkeyed)

  private static let unkeyed: Plan = {
    var plan = Plan(
      runbook: RunbookLabel(name: "Sample \u{1F600} \"quoted\"", description: "é\n", contact: "c"),
      framework: "GDPR",
      configuration: RunConfiguration(
        timeout: 1.5, maximumConcurrency: 3, maximumChildDepth: 2, costLimit: 10))
    plan.components = [ComponentImport(read), ComponentImport(tag), ComponentImport(join)]
    plan.rulesets = [RulesetConstant(["name": "rules", "weights": [1, .double(2.5), 12_345_678_901]])]
    plan.environment = [
      RequiredVariable(name: "PASSWORD", isRequired: true, isSecret: true),
      RequiredVariable(name: "USER", isRequired: false, isSecret: false),
    ]
    plan.instructions = [
      instruction("files", .extract(call(0, ["path": "a b"])), flags: [.sensitive, .tainted]),
      instruction(
        "rows",
        .extract(
          ComponentCall(
            component: ComponentIndex(0), properties: ["path": "x", "login": [:]],
            bindings: [
              LateBinding(pointer: "/count", template: "${USER:-3}", type: .integer, isSecret: false),
              LateBinding(
                pointer: "/login/user", template: "a${PASSWORD:?set it}", type: .string, isSecret: true,
                isOverride: true),
            ])), schema: code, flags: [.output], timeout: 2),
      instruction("old", .reuse(run: "3f2b", artifact: "files")),
      instruction("none", .constant(["data": ["a", "b"]])),
      instruction("both", .merge, [0, 2, 3]),
      instruction("same", .pass, [4], label: ArtifactLabel(name: "Same", description: "", contact: "x")),
      instruction(
        "audit/tagged",
        .process(
          ComponentCall(
            component: ComponentIndex(1), properties: ["ruleset": "local/x/1.0.0"],
            rulesets: ["local/x/1.0.0": RulesetIndex(0)])), [5], flags: [.optional, .output]),
      instruction("audit/joined", .process(call(2, [:])), [6, 1], schema: code),
    ]
    plan.aliases = [id("audit"): InstructionIndex(6), id("final"): InstructionIndex(7)]
    return plan
  }()

  static func id(_ text: String) -> ArtifactID {
    guard let id = ArtifactID(text) else { preconditionFailure("not an artifact id: \(text)") }
    return id
  }

  static func call(_ component: Int, _ properties: JSONObject) -> ComponentCall {
    ComponentCall(component: ComponentIndex(component), properties: properties)
  }

  static func instruction(
    _ id: String, _ operation: Operation, _ operands: [Int] = [], schema: SchemaReference = text,
    flags: Instruction.Flags = [], timeout: Double? = nil, label: ArtifactLabel = ArtifactLabel()
  ) -> Instruction {
    Instruction(
      id: self.id(id), operation: operation, operands: operands.map { InstructionIndex($0) }, schema: schema,
      flags: flags, timeout: timeout, label: label, key: ContentDigest(of: []))
  }

  /// The plan with the key of every instruction set, as far as its operands and components are there.
  static func keyed(_ plan: Plan) -> Plan {
    var plan = plan
    for index in plan.instructions.indices {
      let instruction = plan.instructions[index]
      let operands = instruction.operands.map(\.value)
      let call = instruction.operation.call
      guard operands.allSatisfy({ (0..<index).contains($0) }),
        call.map({ plan.components.indices.contains($0.component.value) }) ?? true,
        call.map({ $0.rulesets.values.allSatisfy { plan.rulesets.indices.contains($0.value) } }) ?? true
      else { continue }
      plan.instructions[index].key = InstructionMeaning.key(
        of: instruction.operation, schema: instruction.schema,
        operandKeys: operands.map { plan.instructions[$0].key }, components: plan.components,
        rulesets: plan.rulesets)
    }
    return plan
  }
}
