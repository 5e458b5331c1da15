// A store in a directory of its own, plans to run on it, and a machine.
import CanonicalJSON
import ComponentKit
import EnvironmentFiles
import ExecutionPlan
import PlanMachine
import RunHistory
import RunStore
import SystemFiles

/// A directory that goes away with this object.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    path = "/tmp/run-store-tests.\(RunID.random().text)"
    try makeDirectory(path, permissions: 0o700)
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    if (try? FileStatus.of(path, followingLinks: false))?.kind == .directory {
      for entry in (try? listDirectory(path)) ?? [] { remove("\(path)/\(entry.text ?? "")") }
      removeDirectory(path)
    } else {
      try? removeFile(path)
    }
  }
}

let itemsSchema = SchemaReference("items")

/// One wire format, a connector that emits as many items as its property `count` says, and a processor.
func makeCatalog() throws -> ComponentCatalog {
  let format = try WireFormat(
    itemsSchema,
    schema: [
      "x-items": "data", "type": "object", "required": ["data"],
      "properties": ["data": ["type": "array", "items": ["type": "object"]]],
    ])
  let properties: JSONValue = [
    "type": "object", "properties": ["count": ["type": "integer"], "name": ["type": "string"]],
  ]
  return ComponentCatalog(
    [
      ComponentManifest(
        kind: .connector, type: "source", version: "1.0.0", summary: "", outputs: [itemsSchema],
        propertySchema: properties),
      ComponentManifest(
        kind: .processor, type: "copy", version: "1.0.0", summary: "", outputs: [itemsSchema],
        inputCombinations: [[itemsSchema]], propertySchema: properties),
    ], schemas: SchemaCatalog([format]))
}

/// A plan that grows instruction by instruction.
struct TestPlan {
  let catalog: ComponentCatalog
  var plan: Plan

  init(name: String = "Test") throws {
    catalog = try makeCatalog()
    plan = Plan(runbook: RunbookLabel(name: name, description: ""))
    for (kind, type) in [(ComponentKind.connector, "source"), (.processor, "copy")] {
      if let manifest = catalog.manifest(kind, type) { plan.components.append(ComponentImport(manifest)) }
    }
  }

  @discardableResult
  mutating func add(
    _ id: String, _ operation: Operation, _ operands: [InstructionIndex] = []
  ) throws -> InstructionIndex {
    guard let artifact = ArtifactID(id) else { throw ComponentFailure("not an id: \(id)") }
    let key = InstructionMeaning.key(
      of: operation, schema: itemsSchema, operandKeys: operands.map { plan.instructions[$0.value].key },
      components: plan.components, rulesets: [])
    plan.instructions.append(
      Instruction(id: artifact, operation: operation, operands: operands, schema: itemsSchema, key: key))
    return InstructionIndex(plan.instructions.count - 1)
  }

  @discardableResult
  mutating func source(_ id: String, count: Int = 1) throws -> InstructionIndex {
    try add(
      id,
      .extract(
        ComponentCall(
          component: ComponentIndex(0),
          properties: JSONObject([("name", .string(id)), ("count", .integer(count))]))))
  }

  @discardableResult
  mutating func copy(_ id: String, of operand: InstructionIndex) throws -> InstructionIndex {
    try add(
      id,
      .process(
        ComponentCall(component: ComponentIndex(1), properties: JSONObject([("name", .string(id))]))),
      [operand])
  }

  func verified() throws -> VerifiedPlan {
    try PlanVerifier.verify(Plan.decode(plan.encoded().bytes), catalog: catalog)
  }

  func newRun(
    path: String? = nil, startedAt: Int = 1_000_000, reuse: ReuseMode = .off
  ) throws -> NewRun {
    NewRun(
      try verified(), planBytes: plan.encoded().bytes, runbookPath: path,
      options: RunOptions(
        baseDirectory: "/base", environmentFiles: ["/base/.env"], maximumConcurrency: 4, reuse: reuse),
      startedAt: Timestamp(microseconds: startedAt))
  }

  /// `sources` is what each source is told to read, by its artifact; a source that is not named can't tell.
  func machine(
    _ artifacts: any ArtifactStore, memory: (any RunMemory)? = nil, sources: [String: String] = [:],
    onProcess: @escaping @Sendable (String) throws -> Void = { _ in }
  ) -> Machine {
    Machine(
      components: ComponentRegistry(
        connectors: [
          "source": { SourceComponent(configuration: $0, sources: sources, onProcess: onProcess) }
        ],
        processors: ["copy": { CopyComponent(configuration: $0, onProcess: onProcess) }]),
      catalog: catalog, environment: Environment(process: [:]), artifacts: artifacts, memory: memory)
  }
}

private struct SourceComponent: Connector {
  let configuration: ComponentConfiguration
  let sources: [String: String]
  let onProcess: @Sendable (String) throws -> Void

  func extract(into items: any ItemSink, context: any ComponentContext) throws -> JSONObject {
    try onProcess(context.artifact)
    for number in 0..<(configuration.properties["count"]?.integerValue ?? 0) {
      try items.append(["number": .integer(number), "of": .string(context.artifact)])
    }
    return JSONObject([("name", .string(context.artifact))])
  }

  func fingerprint(
    into parts: any SourcePartSink, context: any ComponentContext
  ) throws -> FingerprintAnswer {
    guard let text = sources[context.artifact] else { return .alwaysFresh }
    try parts.append(SourcePart("text", size: text.utf8.count, digest: ContentDigest(of: Array(text.utf8))))
    return .complete
  }
}

private struct CopyComponent: Processor {
  let configuration: ComponentConfiguration
  let onProcess: @Sendable (String) throws -> Void

  func process(
    _ inputs: [any ArtifactReader], into items: any ItemSink, context: any ComponentContext
  ) throws -> JSONObject {
    try onProcess(context.artifact)
    for input in inputs { try input.forEachItem { try items.append($0) } }
    return JSONObject([("name", .string(context.artifact))])
  }
}

extension RunStore {
  /// All items of an artifact.
  func items(_ record: ArtifactRecord, _ name: String = "artifact") throws -> [JSONValue] {
    var items: [JSONValue] = []
    guard let id = ArtifactID(name) else { return [] }
    try reader(of: record, artifact: id).forEachItem { items.append($0) }
    return items
  }
}
