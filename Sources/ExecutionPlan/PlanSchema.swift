// The published JSON Schema of plan files, made from the tables that the reader goes by. It says what the decoder
// says about structure; what a plan means (operands, keys, digests) no schema can check.
package import CanonicalJSON

/// The JSON Schema (draft 7) of plan files.
package enum PlanSchema {
  /// The schema as a document.
  package static let document: JSONValue = {
    var definitions = Definitions()
    let file = definitions.object(ObjectShape("plan", HeaderField.self))
    var document = JSONObject([
      ("$schema", "http://json-schema.org/draft-07/schema#"),
      ("title", "Plan of wct"),
      (
        "description",
        """
        What 'wct compile' writes and 'wct-exec' runs. A plan file is canonical JSON (RFC 8785) and a line break; \
        digests, keys and operands are checked by 'wct-exec verify'.
        """
      ),
      ("definitions", .object(definitions.all)),
    ])
    for member in file.members { document[member.key] = member.value }
    return .object(document)
  }()
}

/// The objects that were described so far, by name.
private struct Definitions {
  private(set) var all: JSONObject = [
    "digest": ["type": "string", "pattern": "^sha256:[0-9a-f]{64}$(?!\\n)"],
    "artifact_id": [
      "type": "string", "maxLength": 4096,
      "pattern": "^[A-Za-z_][A-Za-z0-9_-]*(/[A-Za-z_][A-Za-z0-9_-]*)*$(?!\\n)",
    ],
    "schema_reference": [
      "type": "string", "pattern": "^[A-Za-z0-9_-]+/[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,9}$(?!\\n)",
    ],
    // What fits 64 bits.
    "integer": ["type": "integer", "minimum": .integer(.min), "maximum": .integer(.max)],
  ]

  mutating func object(_ shape: ObjectShape) -> JSONObject {
    var properties = JSONObject()
    for field in shape.fields {
      // A reference has no siblings in draft 7, so the description stands around it.
      properties[field.name] = [
        "description": .string(field.meaning), "allOf": .array([schema(of: field.shape)]),
      ]
    }
    var object = JSONObject([
      ("type", "object"), ("additionalProperties", false), ("properties", .object(properties)),
    ])
    let required = shape.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !required.isEmpty { object["required"] = .array(required) }
    if shape.name == "instruction" { object["allOf"] = .array(OperationKind.allCases.map(rule)) }
    return object
  }

  private mutating func schema(of shape: ValueShape) -> JSONValue {
    switch shape {
    case .string: ["type": "string"]
    case .name: ["type": "string", "not": ["pattern": .string(MisleadingText.pattern)]]
    case .variableName: ["type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$(?!\\n)"]
    case .integer: reference("integer")
    case .positiveNumber: ["type": "number", "exclusiveMinimum": 0]
    case .boolean: ["type": "boolean"]
    case .flag: ["const": true]
    case .digest: reference("digest")
    case .artifactID: reference("artifact_id")
    case .schemaReference: reference("schema_reference")
    case .word(let words): ["enum": .array(words.map { .string($0) })]
    case .formatVersion: ["const": .integer(PlanFormat.version)]
    case .anything: [:]
    case .anyObject: ["type": "object"]
    case .object(let shape): named(shape)
    case .array(let element): ["type": "array", "items": schema(of: element)]
    case .nonEmptyArray(let element): ["type": "array", "minItems": 1, "items": schema(of: element)]
    case .map(let value): map(of: value)
    case .artifactMap(let value): map(of: value, keys: reference("artifact_id"))
    }
  }

  private mutating func map(of value: ValueShape, keys: JSONValue? = nil) -> JSONValue {
    var map = JSONObject([
      ("type", "object"), ("minProperties", 1), ("additionalProperties", schema(of: value)),
    ])
    map["propertyNames"] = keys
    return .object(map)
  }

  private mutating func named(_ shape: ObjectShape) -> JSONValue {
    all[shape.name] = .object(object(shape))
    return reference(shape.name)
  }

  private func reference(_ name: String) -> JSONValue { ["$ref": .string("#/definitions/\(name)")] }

  /// What an operation must have, and what it can't have.
  private func rule(_ kind: OperationKind) -> JSONValue {
    let fields = kind.fields
    let forbidden = InstructionField.allCases.filter {
      !(OperationKind.common + fields.required + fields.optional).contains($0)
    }
    return [
      "if": ["properties": [InstructionField.operation.rawValue: ["const": .string(kind.rawValue)]]],
      "then": [
        "required": .array(fields.required.map { JSONValue.string($0.rawValue) }),
        "properties": .object(JSONObject(forbidden.map { ($0.rawValue, JSONValue.bool(false)) })),
      ],
    ]
  }
}
