// Runs one component by itself: fake context, fake input, items kept in memory.
import CanonicalJSON
import ComponentKit
import StandardComponents
import StandardManifests
import Testing

/// What a component is given by the tests instead of a machine.
final class TrialContext: ComponentContext, @unchecked Sendable {  // Its component's threads only read.
  let resources: WorkResources
  let artifact = "artifact"
  let runID = "run"
  let baseDirectory: String
  private(set) var warnings: [String] = []
  private(set) var progress: [ComponentProgress] = []
  /// Turns true once so many items were reported or checks were made.
  var checksBeforeCancellation = Int.max

  init(baseDirectory: String = ".", resources: WorkResources = WorkResources()) {
    self.baseDirectory = baseDirectory
    self.resources = resources
  }

  var isCancelled: Bool {
    checksBeforeCancellation -= 1
    return checksBeforeCancellation < 0
  }

  func timestamp() -> String { "2026-01-31T12:00:00.000000+00:00" }
  func report(_ progress: ComponentProgress) { self.progress.append(progress) }
  func warn(_ message: String) { warnings.append(message) }
}

/// Keeps the items that a component writes and checks each against a schema.
final class TrialSink: ItemSink {
  private(set) var items: [JSONValue] = []
  private let view: JSONSchemaView?

  init(_ format: WireFormat?) {
    view = format?.itemsProperty.flatMap { format?.schema.subschema(ofItemsOf: $0) }
  }

  func append(_ item: JSONValue) throws {
    let violations = view?.violations(of: item) ?? []
    guard violations.isEmpty else { throw ComponentFailure("\(violations)") }
    items.append(item)
  }
}

/// An artifact in memory.
struct TrialArtifact: ArtifactReader {
  let schema: SchemaReference
  let artifact = "input"
  var head = JSONObject()
  let items: [JSONValue]

  var itemCount: Int { items.count }

  func forEachItem(_ body: (JSONValue) throws -> Void) throws {
    for item in items { try body(item) }
  }

  /// Texts as a connector gives them, from sources `s0`, `s1`, …
  static func texts(_ texts: [String]) -> TrialArtifact {
    TrialArtifact(
      schema: .standardInput,
      items: texts.enumerated().map { index, text in
        [
          "content": .string(text),
          "metadata": ["source": .string("s\(index)"), "connector_type": "filesystem_connector"],
        ]
      })
  }
}

/// What a component produced.
struct TrialResult {
  let head: JSONObject
  let items: [JSONValue]
  let context: TrialContext

  /// The whole content.
  func content(itemsProperty: String) -> JSONValue {
    var object = head
    object[itemsProperty] = .array(items)
    return .object(object)
  }
}

/// Runs the connector of a type.
func extract(_ type: String, _ properties: JSONValue, context: TrialContext = TrialContext()) throws
  -> TrialResult
{
  let manifest = try #require(ComponentCatalog.standard.manifest(.connector, type))
  let configuration = ComponentConfiguration(
    properties: try filled(properties, manifest), outputSchema: manifest.outputs[0])
  let factory = try #require(ComponentRegistry.standard.connectors[type])
  let connector = try factory(configuration)
  let sink = TrialSink(ComponentCatalog.standard.schemas[manifest.outputs[0]])
  let head = try connector.extract(into: sink, context: context)
  return TrialResult(head: head, items: sink.items, context: context)
}

/// Runs the processor of a type with one ruleset under the URI that its properties name.
func process(
  _ type: String, _ properties: JSONValue = [:], rulesets: [String: JSONValue],
  inputs: [any ArtifactReader], context: TrialContext = TrialContext()
) throws -> TrialResult {
  let manifest = try #require(ComponentCatalog.standard.manifest(.processor, type))
  let configuration = ComponentConfiguration(
    properties: try filled(properties, manifest), rulesets: rulesets.mapValues(carried),
    outputSchema: manifest.outputs[0])
  let factory = try #require(ComponentRegistry.standard.processors[type])
  let processor = try factory(configuration)
  let format = ComponentCatalog.standard.schemas[manifest.outputs[0]]
  let sink = TrialSink(format)
  let head = try processor.process(inputs, into: sink, context: context)
  let result = TrialResult(head: head, items: sink.items, context: context)
  let items = format?.itemsProperty ?? "findings"
  #expect(format?.schema.violations(of: result.content(itemsProperty: items)) == [])
  return result
}

/// A ruleset as a plan would carry it.
func carried(_ ruleset: JSONValue) -> CarriedRuleset {
  CarriedRuleset(ruleset, digest: ContentDigest(of: JSONWriter.bytes(of: ruleset)))
}

/// The properties with the manifest's defaults; they must fit.
private func filled(_ properties: JSONValue, _ manifest: ComponentManifest) throws -> JSONObject {
  let schema = try JSONSchema(manifest.propertySchema)
  #expect(schema.violations(of: properties) == [])
  return schema.fillingDefaults(in: properties.objectValue ?? JSONObject())
}

extension JSONValue {
  /// A member of an object; null when there is none.
  subscript(_ key: String) -> JSONValue { objectValue?[key] ?? .null }

  /// An element of an array; null when there is none.
  subscript(_ index: Int) -> JSONValue {
    guard let elements = arrayValue, elements.indices.contains(index) else { return .null }
    return elements[index]
  }
}
