// The components that fixtures of differences may use: some of the built-in ones, and some made for tests.
import CanonicalJSON
import ComponentKit
import StandardManifests

enum DifferenceCatalog {
  private static let standardInput = SchemaReference("standard_input")
  private static let sourceCode = SchemaReference("source_code")
  private static let nothing: JSONValue = [
    "type": "object", "additionalProperties": false, "properties": [:],
  ]

  static let manifests: [ComponentManifest] =
    [
      ComponentCatalog.standard.manifest(.connector, "filesystem"),
      ComponentCatalog.standard.manifest(.connector, "mysql"),
      ComponentCatalog.standard.manifest(.processor, "personal_data"),
    ].compactMap(\.self) + [table, relabel, mask, summary, upload, generator]

  static let catalog = ComponentCatalog(manifests, schemas: ComponentCatalog.standard.schemas)

  /// The catalogue with other versions, or with another interface, of some components
  /// (`processor:test_relabel`).
  static func catalog(versions: [String: String], otherInterfaces: Set<String>) -> ComponentCatalog {
    let changed = manifests.map { manifest in
      let name = "\(manifest.kind.rawValue):\(manifest.type)"
      return ComponentManifest(
        kind: manifest.kind, type: manifest.type, version: versions[name] ?? manifest.version,
        summary: manifest.summary, outputs: manifest.outputs, inputCombinations: manifest.inputCombinations,
        propertySchema: manifest.propertySchema, capabilities: manifest.capabilities,
        isSensitive: manifest.isSensitive, declassifies: manifest.declassifies,
        isDeterministic: manifest.isDeterministic != otherInterfaces.contains(name))
    }
    return ComponentCatalog(changed, schemas: ComponentCatalog.standard.schemas)
  }

  /// A connector whose data is sensitive, with two output schemas and a secret.
  private static let table = ComponentManifest(
    kind: .connector, type: "test_table", version: "1.0.0", summary: "Reads a table.",
    outputs: [standardInput, sourceCode],
    propertySchema: [
      "type": "object", "additionalProperties": false, "required": ["name"],
      "properties": ["name": ["type": "string"], "token": ["type": "string", "writeOnly": true]],
    ], isSensitive: true)

  /// A processor with a property of every type, and one that lets it use a model.
  private static let relabel = ComponentManifest(
    kind: .processor, type: "test_relabel", version: "2.1.0", summary: "Changes labels.",
    outputs: [standardInput], inputCombinations: [[standardInput]],
    propertySchema: [
      "type": "object", "additionalProperties": false,
      "properties": [
        "label": ["type": "string"],
        "level": ["type": "integer", "minimum": 1, "maximum": 9, "default": 2],
        "strict": ["type": "boolean", "default": false],
        "ask": ["type": "boolean", "default": false, "x-capabilities": ["llm"]],
        "mode": ["type": "string", "enum": ["fast", "careful"], "default": "fast"],
        "tags": ["type": "array", "items": ["type": "string"]],
        "limits": [
          "type": "object", "properties": ["depth": ["type": "integer"], "width": ["type": "integer"]],
        ],
      ],
    ])

  private static let mask = ComponentManifest(
    kind: .processor, type: "test_mask", version: "1.0.0", summary: "Masks values.",
    outputs: [standardInput], inputCombinations: [[standardInput]], propertySchema: nothing,
    declassifies: true)

  private static let summary = ComponentManifest(
    kind: .processor, type: "test_summary", version: "1.0.0", summary: "Lets a model sum texts up.",
    outputs: [standardInput], inputCombinations: [[standardInput]], propertySchema: nothing,
    capabilities: [.network, .llm], isDeterministic: false)

  private static let upload = ComponentManifest(
    kind: .processor, type: "test_upload", version: "1.0.0", summary: "Sends texts away.",
    outputs: [standardInput], inputCombinations: [[standardInput]], propertySchema: nothing,
    capabilities: [.network], declassifies: true)

  private static let generator = ComponentManifest(
    kind: .connector, type: "test_runbook", version: "1.0.0", summary: "Makes a runbook.",
    outputs: [.runbook], propertySchema: nothing)
}
