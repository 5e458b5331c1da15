// The components that fixtures may use: some of the built-in ones, fixed by name so that a new component changes
// no golden file, and some that exist for tests only, to reach every kind of property, schema and capability.
import CanonicalJSON
import ComponentKit
import StandardManifests

enum FixtureCatalog {
  static let standardInput = SchemaReference("standard_input")
  static let sourceCode = SchemaReference("source_code")

  static let catalog = ComponentCatalog(
    builtIn + [table, relabel, join, mask, retired, summary, upload, generator],
    schemas: ComponentCatalog.standard.schemas)

  private static let builtIn: [ComponentManifest] = [
    ComponentCatalog.standard.manifest(.connector, "filesystem"),
    ComponentCatalog.standard.manifest(.connector, "mysql"),
    ComponentCatalog.standard.manifest(.processor, "personal_data"),
    ComponentCatalog.standard.manifest(.processor, "gdpr_personal_data_classifier"),
  ].compactMap(\.self)

  /// A connector with two output schemas, a nested secret and a secret under `x-environment`.
  private static let table = ComponentManifest(
    kind: .connector, type: "test_table", version: "1.0.0", summary: "Reads a table.",
    outputs: [standardInput, sourceCode],
    propertySchema: [
      "type": "object", "additionalProperties": false, "required": ["name"],
      "properties": [
        "name": ["type": "string", "minLength": 1],
        "token": ["type": "string", "writeOnly": true],
        "keys": ["type": "array", "items": ["type": "string", "writeOnly": true]],
        "login": [
          "type": "object",
          "properties": [
            "user": ["type": "string"], "password": ["type": "string", "writeOnly": true],
          ],
        ],
      ],
    ], isSensitive: true, isDeterministic: false)

  /// A processor with a property of every type.
  private static let relabel = ComponentManifest(
    kind: .processor, type: "test_relabel", version: "2.1.0", summary: "Changes labels.",
    outputs: [standardInput], inputCombinations: [[standardInput], [standardInput, sourceCode]],
    propertySchema: [
      "type": "object", "additionalProperties": false,
      "properties": [
        "label": ["type": "string", "maxLength": 20],
        "level": ["type": "integer", "minimum": 1, "maximum": 5, "default": 2],
        "ratio": ["type": "number", "minimum": 0, "exclusiveMaximum": 1],
        "strict": ["type": "boolean", "default": false],
        "mode": ["type": "string", "enum": ["fast", "careful"], "default": "fast"],
        "tags": ["type": "array", "items": ["type": "string"], "maxItems": 3],
        "limits": [
          "type": "object",
          "properties": ["depth": ["type": "integer", "minimum": 0], "width": ["type": "integer"]],
        ],
      ],
    ])

  /// A processor that takes two schemas together only.
  private static let join = ComponentManifest(
    kind: .processor, type: "test_join", version: "1.0.0", summary: "Joins texts and code.",
    outputs: [sourceCode, standardInput], inputCombinations: [[standardInput, sourceCode]],
    propertySchema: ["type": "object", "additionalProperties": false, "properties": [:]])

  /// A processor whose output is not sensitive any more.
  private static let mask = ComponentManifest(
    kind: .processor, type: "test_mask", version: "1.0.0", summary: "Masks values.",
    outputs: [standardInput], inputCombinations: [[standardInput]],
    propertySchema: ["type": "object", "additionalProperties": false, "properties": [:]], declassifies: true)

  /// A processor that sends what it is given to a model on another machine.
  private static let summary = ComponentManifest(
    kind: .processor, type: "test_summary", version: "1.0.0", summary: "Lets a model sum texts up.",
    outputs: [standardInput], inputCombinations: [[standardInput]],
    propertySchema: ["type": "object", "additionalProperties": false, "properties": [:]],
    capabilities: [.network, .llm], isDeterministic: false)

  /// A processor that uses a network, declassifies what it gives, and still sees what it is given.
  private static let upload = ComponentManifest(
    kind: .processor, type: "test_upload", version: "1.0.0", summary: "Sends texts away.",
    outputs: [standardInput], inputCombinations: [[standardInput]],
    propertySchema: ["type": "object", "additionalProperties": false, "properties": [:]],
    capabilities: [.network], declassifies: true)

  /// A connector that gives a runbook.
  private static let generator = ComponentManifest(
    kind: .connector, type: "test_runbook", version: "1.0.0", summary: "Makes a runbook.",
    outputs: [.runbook], propertySchema: ["type": "object", "additionalProperties": false, "properties": [:]])

  /// A processor that is not to be used any more.
  private static let retired = ComponentManifest(
    kind: .processor, type: "test_retired", version: "1.0.0", summary: "Was useful once.",
    outputs: [standardInput], inputCombinations: [[standardInput]],
    propertySchema: ["type": "object", "additionalProperties": false, "properties": [:]],
    deprecation: "use 'test_relabel'")
}
