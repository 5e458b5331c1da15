// The wire format of raw texts, each with where it comes from.
internal import CanonicalJSON
package import ComponentKit

extension SchemaReference {
  package static let standardInput = SchemaReference("standard_input")
}

extension WireFormat {
  /// `standard_input/1.0.0`: one item for each file, cell or field.
  static let standardInput = builtIn(
    .standardInput,
    [
      "title": "Standard input",
      "description": "Texts to examine. Each carries the place it was taken from.",
      "type": "object",
      "x-items": "data",
      "required": ["schemaVersion", "name", "data"],
      "properties": [
        "schemaVersion": ["const": "1.0.0"],
        "name": ["type": "string"],
        "description": ["type": ["string", "null"]],
        "contentEncoding": ["type": ["string", "null"]],
        "source": ["type": ["string", "null"]],
        "metadata": ["type": ["object", "null"]],
        "data": ["type": "array", "items": item],
      ],
    ])

  private static let item: JSONValue = [
    "type": "object",
    "required": ["content", "metadata"],
    "properties": [
      "content": ["type": "string"],
      "metadata": [
        "type": "object",
        "required": ["source", "connector_type"],
        "properties": [
          "source": ["type": "string", "description": "The place of the text, for people."],
          "connector_type": ["type": "string", "minLength": 1],
          "context": ["type": "object"],
          "file_path": optionalText,
          "table_name": optionalText,
          "column_name": optionalText,
          "schema_name": optionalText,
          "collection_name": optionalText,
          "field_name": optionalText,
        ],
      ],
    ],
  ]

  private static let optionalText: JSONValue = ["type": ["string", "null"]]
}
