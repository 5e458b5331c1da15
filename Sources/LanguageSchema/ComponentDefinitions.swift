// The schemas of 'source' and 'process': for each installed type its properties and what it can produce.
internal import CanonicalJSON
internal import ComponentKit
internal import RunbookSyntax

/// The part of the schema that speaks about components.
struct ComponentDefinitions {
  private let connectors: [ComponentManifest]
  private let processors: [ComponentManifest]

  init(_ catalog: ComponentCatalog) {
    connectors = catalog.manifests(.connector)
    processors = catalog.manifests(.processor)
  }

  var definitions: [(String, JSONValue)] {
    (connectors + processors).map { (name(of: $0), properties(of: $0)) } + [
      ("source", component(connectors, "a connector")), ("process", component(processors, "a processor")),
    ]
  }

  private func name(of manifest: ComponentManifest) -> String { "\(manifest.kind.rawValue).\(manifest.type)" }

  private func properties(of manifest: ComponentManifest) -> JSONValue {
    let schema = PropertySchema().rewritten(manifest.propertySchema.objectValue ?? JSONObject())
    return SchemaParts.annotated(schema, [("title", .string("Properties of \(manifest.type)"))])
  }

  private func component(_ manifests: [ComponentManifest], _ kind: String) -> JSONValue {
    MappingSchema.object(
      ComponentField.self, required: [.type], more: [("allOf", .array(manifests.map(condition)))]
    ) { field in
      switch field {
      case .type:
        [
          "anyOf": [
            [
              "enum": .array(manifests.map { .string($0.type) }),
              "enumDescriptions": .array(manifests.map { .string(summary(of: $0)) }),
            ], SchemaParts.textWithVariable,
          ]
        ]
      case .properties: ["type": "object"]
      }
    }
  }

  private func summary(of manifest: ComponentManifest) -> String {
    manifest.summary + (manifest.deprecation.map { " Deprecated: \($0)." } ?? "")
  }

  /// If `type` is this component, `properties` are its own.
  private func condition(_ manifest: ComponentManifest) -> JSONValue {
    let own = SchemaParts.reference(name(of: manifest))
    let required =
      PropertySchema().rewritten(manifest.propertySchema.objectValue ?? JSONObject())
      .objectValue?["required"]?.arrayValue ?? []
    var type: JSONObject = ["description": .string(summary(of: manifest))]
    if let advice = manifest.deprecation {
      type["deprecated"] = true
      type["deprecationMessage"] = .string("'\(manifest.type)' is deprecated: \(advice)")
    }
    var then: JSONObject = ["properties": ["type": .object(type), "properties": own]]
    if !required.isEmpty { then["required"] = ["properties"] }
    return ["if": isType(manifest.type), "then": .object(then)]
  }

  private func isType(_ type: String) -> JSONValue {
    ["required": ["type"], "properties": ["type": ["const": .string(type)]]]
  }

  /// If an artifact is made by a component, `output_schema` is one that it can produce.
  var outputConditions: [JSONValue] {
    connectors.map { connector in
      [
        "if": [
          "required": ["source"],
          "properties": ["source": isType(connector.type), "process": false, "transform": false],
        ], "then": outputSchema(of: connector),
      ]
    }
      + processors.map { processor in
        let uses = ["process", "transform"].map { key -> JSONValue in
          ["required": [.string(key)], "properties": .object(JSONObject([(key, isType(processor.type))]))]
        }
        return ["if": ["anyOf": .array(uses)], "then": outputSchema(of: processor)]
      }
  }

  private func outputSchema(of manifest: ComponentManifest) -> JSONValue {
    ["properties": ["output_schema": SchemaDefinitions.oneOf(manifest.outputs)]]
  }
}
