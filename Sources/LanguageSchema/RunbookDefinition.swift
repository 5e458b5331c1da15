// The schema of a runbook's own fields, its configuration and its declarations.
internal import CanonicalJSON
internal import RunbookSyntax

/// The top of the schema.
struct RunbookDefinition {
  let schemas: SchemaDefinitions

  var root: JSONValue {
    MappingSchema.object(
      RunbookField.self, required: [.name, .description, .artifacts],
      more: [("if", Self.hasInputs), ("then", Self.withoutSources)]
    ) { field in
      switch field {
      case .name, .description: SchemaParts.spokenText
      case .contact: SchemaParts.text
      case .policy: PolicyDefinition.schema
      case .framework: SchemaParts.annotated(SchemaParts.text, [("examples", ["GDPR", "UK_GDPR", "CCPA"])])
      case .config: configuration
      case .inputs: mapSchema(of: inputDeclaration)
      case .outputs: mapSchema(of: outputDeclaration)
      case .artifacts: artifacts
      }
    }
  }

  private var artifacts: JSONValue {
    mapSchema(
      of: SchemaParts.reference("artifact"),
      more: [
        ("minProperties", 1),
        (
          "propertyNames",
          [
            "pattern": .string("^x-|\(SchemaParts.identifierPattern)"),
            "patternErrorMessage": "An id is a letter or '_', then letters, digits, '_' and '-'.",
          ]
        ),
      ])
  }

  /// A runbook with inputs gets its data through them.
  private static let hasInputs: JSONValue = [
    "required": ["inputs"], "properties": ["inputs": ["type": "object", "minProperties": 1]],
  ]

  private static let withoutSources: JSONValue = [
    "properties": [
      "artifacts": [
        "additionalProperties": [
          "properties": ["source": false], "description": "A runbook with inputs holds no source.",
        ]
      ]
    ]
  ]

  private var configuration: JSONValue {
    MappingSchema.object(ConfigurationField.self) { field in
      switch field {
      case .timeout, .costLimit: SchemaParts.positiveNumber
      case .maximumConcurrency: SchemaParts.annotated(SchemaParts.count(upTo: 100_000), [("default", 10)])
      case .maximumChildDepth: SchemaParts.annotated(SchemaParts.count(upTo: 1000), [("default", 3)])
      case .templatePaths: ["type": "array", "items": Self.relativeDirectory]
      }
    }
  }

  private static let relativeDirectory: JSONValue = [
    "anyOf": [
      ["type": "string", "minLength": 1, "not": ["pattern": "^/|\\u0000"]], ["type": ["number", "boolean"]],
      SchemaParts.textWithVariable,
    ]
  ]

  private var inputDeclaration: JSONValue {
    let conditions = schemas.defaultConditions
    return MappingSchema.object(
      InputDeclarationField.self, required: [.inputSchema],
      more: [
        (
          "dependencies",
          ["default": ["required": ["optional"], "properties": ["optional": SchemaParts.trueOnly]]]
        )
      ] + (conditions.isEmpty ? [] : [("allOf", .array(conditions))])
    ) { field in
      switch field {
      case .inputSchema: schemas.known
      case .optional, .sensitive: SchemaParts.annotated(SchemaParts.boolean, [("default", false)])
      case .defaultValue: [:]
      case .description: SchemaParts.text
      }
    }
  }

  private var outputDeclaration: JSONValue {
    MappingSchema.object(OutputDeclarationField.self, required: [.artifact]) { _ in SchemaParts.text }
  }
}
