// The schema of an artifact: its fields, and exactly one way in which it is made.
internal import CanonicalJSON
internal import RunbookSyntax

/// The part of the schema that speaks about artifacts.
struct ArtifactDefinition {
  let components: ComponentDefinitions
  let schemas: SchemaDefinitions

  var schema: JSONValue {
    let conditions = components.outputConditions
    return MappingSchema.object(
      ArtifactField.self,
      more: [
        ("anyOf", .array(Self.methods.map(\.schema))),
        (
          "dependencies",
          ["from": ["properties": ["inputs": false]], "transform": ["properties": ["process": false]]]
        ),
      ] + (conditions.isEmpty ? [] : [("allOf", .array(conditions))]),
      value)
  }

  private func value(of field: ArtifactField) -> JSONValue {
    switch field {
    case .name, .description, .contact: SchemaParts.text
    case .source: SchemaParts.reference("source")
    case .process, .transform: SchemaParts.reference("process")
    case .inputs, .from: Self.references
    case .reuse:
      MappingSchema.object(ReuseField.self, required: [.fromRun, .artifact]) { _ in SchemaParts.text }
    case .childRunbook: Self.childRunbook
    case .execute: Self.execute
    case .merge: SchemaParts.choice(["concatenate"])
    case .outputSchema: schemas.known
    case .output, .sensitive, .optional:
      SchemaParts.annotated(SchemaParts.boolean, [("default", false)])
    case .timeout: SchemaParts.positiveNumber
    }
  }

  /// An id, or a list of ids without repetition.
  private static let references: JSONValue = [
    "anyOf": [
      SchemaParts.text,
      ["type": "array", "items": SchemaParts.text, "minItems": 1, "uniqueItems": true],
    ]
  ]

  private static let execute = MappingSchema.object(ExecuteField.self, required: [.mode]) { field in
    switch field {
    case .mode: SchemaParts.choice(["child"])
    case .timeout, .costLimit: SchemaParts.positiveNumber
    }
  }

  private static let childRunbook = MappingSchema.object(
    ChildRunbookField.self, required: [.path],
    more: [
      (
        "anyOf",
        [
          [
            "title": "output: one output takes this artifact's place", "required": ["output"],
            "properties": ["output_mapping": false],
          ],
          [
            "title": "output_mapping: outputs get names of their own", "required": ["output_mapping"],
            "properties": ["output": false],
          ],
        ]
      )
    ]
  ) { field in
    switch field {
    case .path: path
    case .inputMapping: mapSchema(of: SchemaParts.text)
    case .output: SchemaParts.text
    case .outputMapping: mapSchema(of: SchemaParts.identifier)
    }
  }

  /// A relative path that does not lead upwards.
  private static let path: JSONValue = [
    "anyOf": [
      [
        "type": "string", "minLength": 1, "not": ["pattern": "^/|(^|/)\\.\\.(/|$)|\\u0000"],
      ], ["type": ["number", "boolean"]], SchemaParts.textWithVariable,
    ]
  ]

  // MARK: - Production methods

  /// One way to make an artifact: the fields that it needs, and those that can't stand beside it.
  private struct Method {
    let title: String
    /// Each a choice of fields, of which one must be there.
    let needs: [[ArtifactField]]
    let excludes: [ArtifactField]
    var inputs: JSONValue?

    var schema: JSONValue {
      var properties = JSONObject(excludes.map { ($0.rawValue, false) })
      if let inputs {
        properties["inputs"] = inputs
        properties["from"] = inputs
      }
      var schema: JSONObject = ["title": .string(title), "properties": .object(properties)]
      let single = needs.filter { $0.count == 1 }.flatMap(\.self)
      if !single.isEmpty { schema["required"] = .array(single.map { .string($0.rawValue) }) }
      let choices = needs.filter { $0.count > 1 }.map { choice -> JSONValue in
        ["anyOf": .array(choice.map { ["required": [.string($0.rawValue)]] })]
      }
      if !choices.isEmpty { schema["allOf"] = .array(choices) }
      return .object(schema)
    }
  }

  private static let methods = [
    Method(
      title: "source: a connector extracts the artifact", needs: [[.source]],
      excludes: [.inputs, .from, .reuse, .childRunbook, .execute, .merge]),
    Method(
      title: "inputs with process: a processor derives the artifact",
      needs: [[.inputs, .from], [.process, .transform]],
      excludes: [.source, .reuse, .childRunbook, .execute, .merge]),
    Method(
      title: "inputs alone: one input is passed through, several are merged", needs: [[.inputs, .from]],
      excludes: [.source, .process, .transform, .reuse, .childRunbook, .execute]),
    Method(
      title: "child_runbook: another runbook makes the artifact", needs: [[.childRunbook]],
      excludes: [.source, .process, .transform, .reuse, .execute, .merge]),
    Method(
      title: "reuse: the artifact is copied from an earlier run", needs: [[.reuse]],
      excludes: [.source, .process, .transform, .inputs, .from, .childRunbook, .execute, .merge]),
    Method(
      title: "execute: the one input is a runbook, which is run", needs: [[.execute], [.inputs, .from]],
      excludes: [.source, .process, .transform, .reuse, .childRunbook, .merge],
      inputs: ["anyOf": [["type": ["string", "number", "boolean"]], ["type": "array", "maxItems": 1]]]),
  ]
}
