// Builds verified plans for tests, the way a compiler would.
import CanonicalJSON
import ComponentKit
import ExecutionPlan

/// Two wire formats, a connector `source` and a processor `derive`.
enum TestCatalog {
  static let items = SchemaReference("items")
  static let findings = SchemaReference("findings")

  static func make() throws -> ComponentCatalog {
    let schemas = SchemaCatalog([
      try WireFormat(
        items,
        schema: [
          "x-items": "data", "type": "object", "required": ["title", "data"],
          "properties": [
            "title": ["type": "string"],
            "data": [
              "type": "array",
              "items": [
                "type": "object", "required": ["value"], "properties": ["value": ["type": "integer"]],
              ],
            ],
          ],
        ]),
      try WireFormat(
        findings,
        schema: [
          "x-items": "findings", "type": "object", "required": ["summary", "findings"],
          "properties": [
            "summary": ["type": "object", "required": ["total_findings"]],
            "findings": ["type": "array", "items": ["type": "object"]],
          ],
        ]),
    ])
    return ComponentCatalog(
      [
        manifest(.connector, "source", inputs: []),
        manifest(.connector, "unlinked", inputs: []),
        manifest(.processor, "derive", inputs: [[items]]),
        manifest(.processor, "guess", inputs: [[items]], isDeterministic: false),
      ], schemas: schemas)
  }

  private static func manifest(
    _ kind: ComponentKind, _ type: String, inputs: [Set<SchemaReference>], isDeterministic: Bool = true
  ) -> ComponentManifest {
    ComponentManifest(
      kind: kind, type: type, version: "1.0.0", summary: "", outputs: [items, findings],
      inputCombinations: inputs,
      propertySchema: [
        "type": "object", "required": ["name"], "additionalProperties": false,
        "properties": [
          "name": ["type": "string"],
          "password": ["type": "string", "writeOnly": true],
          "port": ["type": "integer", "minimum": 1, "maximum": 65_535],
          "ratio": ["type": "number"],
          "strict": ["type": "boolean"],
          "keys": ["type": "array", "items": ["type": "string", "writeOnly": true]],
        ],
      ], isDeterministic: isDeterministic)
  }
}

/// A plan that grows instruction by instruction.
struct PlanBuilder {
  let catalog: ComponentCatalog
  var plan = Plan(runbook: RunbookLabel(name: "Test", description: "A test"))

  init(maximumConcurrency: Int = 10, timeout: Double? = nil) throws {
    catalog = try TestCatalog.make()
    plan.configuration.maximumConcurrency = maximumConcurrency
    plan.configuration.timeout = timeout
  }

  mutating func component(_ kind: ComponentKind, _ type: String) throws -> ComponentIndex {
    guard let manifest = catalog.manifest(kind, type) else { throw ComponentFailure("no \(type)") }
    let component = ComponentImport(manifest)
    if let index = plan.components.firstIndex(of: component) { return ComponentIndex(index) }
    plan.components.append(component)
    return ComponentIndex(plan.components.count - 1)
  }

  @discardableResult
  mutating func add(
    _ id: String, _ operation: Operation, _ operands: [InstructionIndex] = [],
    schema: SchemaReference = TestCatalog.items, flags: Instruction.Flags = [], timeout: Double? = nil
  ) throws -> InstructionIndex {
    guard let artifact = ArtifactID(id) else { throw ComponentFailure("no id: \(id)") }
    let key = InstructionMeaning.key(
      of: operation, schema: schema, operandKeys: operands.map { plan.instructions[$0.value].key },
      components: plan.components, rulesets: plan.rulesets)
    plan.instructions.append(
      Instruction(
        id: artifact, operation: operation, operands: operands, schema: schema, flags: flags,
        timeout: timeout, key: key))
    return InstructionIndex(plan.instructions.count - 1)
  }

  /// A source whose behaviour the test's registry looks up by the artifact's name.
  @discardableResult
  mutating func source(
    _ id: String, type: String = "source", bindings: [LateBinding] = [], flags: Instruction.Flags = [],
    schema: SchemaReference = TestCatalog.items, timeout: Double? = nil, properties: JSONObject = JSONObject()
  ) throws -> InstructionIndex {
    var properties = properties
    properties["name"] = .string(id)
    let call = ComponentCall(
      component: try component(.connector, type), properties: properties, bindings: bindings)
    declare(bindings)
    return try add(id, .extract(call), schema: schema, flags: flags, timeout: timeout)
  }

  @discardableResult
  mutating func derive(
    _ id: String, from operands: [InstructionIndex], flags: Instruction.Flags = []
  ) throws -> InstructionIndex {
    let call = ComponentCall(
      component: try component(.processor, "derive"), properties: JSONObject([("name", .string(id))]))
    return try add(id, .process(call), operands, flags: flags)
  }

  private mutating func declare(_ bindings: [LateBinding]) {
    for variable in bindings.flatMap({ SubstitutionTemplate($0.template)?.variables ?? [] })
    where !plan.environment.contains(where: { $0.name == variable.name }) {
      plan.environment.append(RequiredVariable(name: variable.name, isRequired: true, isSecret: false))
    }
    plan.environment.sort { $0.name < $1.name }
  }

  /// Encoded, decoded and verified, as a machine would get it.
  func verified() throws -> VerifiedPlan {
    try PlanVerifier.verify(Plan.decode(plan.encoded().bytes), catalog: catalog)
  }
}
