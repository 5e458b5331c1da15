// The schema of one kind of mapping, made from the table of its fields. Does not know which mappings there are.
internal import CanonicalJSON
internal import RunbookSyntax

/// Builds the schema of a mapping whose fields a ``DescribedFieldSet`` lists.
enum MappingSchema {
  /// An object schema: every field described, `x-` keys allowed, all other keys refused.
  ///
  /// - Parameters:
  ///   - required: The fields that must be there.
  ///   - more: Keywords besides those of the fields.
  ///   - value: What a field's value must be.
  static func object<Field: DescribedFieldSet>(
    _ fields: Field.Type, required: [Field] = [], more: [(String, JSONValue)] = [],
    _ value: (Field) -> JSONValue
  ) -> JSONValue {
    var object: JSONObject = [
      "type": "object", "additionalProperties": false, "patternProperties": ["^x-": extensionKey],
      "properties": .object(JSONObject(Field.allCases.map { ($0.rawValue, described($0, value($0))) })),
    ]
    if !required.isEmpty { object["required"] = .array(required.map { .string($0.rawValue) }) }
    for (keyword, schema) in more { object[keyword] = schema }
    return .object(object)
  }

  static let extensionKey: JSONValue = [
    "description": "An extension: keys that begin with 'x-' are ignored."
  ]

  /// The field's own words, and advice where it is an older spelling.
  private static func described<Field: DescribedFieldSet>(_ field: Field, _ schema: JSONValue) -> JSONValue {
    var annotations: [(String, JSONValue)] = [("description", .string(field.summary))]
    if let present = field.presentSpelling {
      // `deprecated` is of later drafts, `deprecationMessage` of editors; validators ignore both.
      annotations.append(("deprecated", true))
      annotations.append(("deprecationMessage", .string("Write '\(present.rawValue)' instead.")))
    }
    return SchemaParts.annotated(schema, annotations)
  }
}

/// A mapping of names to values of one kind; names that begin with `x-` are extensions here too.
func mapSchema(of value: JSONValue, more: [(String, JSONValue)] = []) -> JSONValue {
  var object: JSONObject = [
    "type": "object", "additionalProperties": value, "patternProperties": ["^x-": MappingSchema.extensionKey],
  ]
  for (keyword, schema) in more { object[keyword] = schema }
  return .object(object)
}
