// The small schemas that all others are built of. Knows JSON Schema and how scalars are read, not the language.
internal import CanonicalJSON

/// Builders for parts of a schema (JSON Schema draft-07).
enum SchemaParts {
  /// Any scalar but null: where the language wants text, `2024` and `true` are text too.
  static let text: JSONValue = ["type": ["string", "number", "boolean"]]

  /// Text for people, which says something.
  static let spokenText: JSONValue = ["type": ["string", "number", "boolean"], "pattern": "\\S"]

  /// Text that is wholly one variable, which takes the type that is asked for.
  static let variable = reference("variable")
  /// Text with a variable somewhere in it: what it will be is not known before it is compiled.
  static let textWithVariable = reference("text_with_variable")

  static let positiveNumber: JSONValue = [
    "anyOf": [["type": "number", "exclusiveMinimum": 0], variable]
  ]

  static func count(upTo limit: Int) -> JSONValue {
    ["anyOf": [["type": "integer", "minimum": 1, "maximum": .integer(limit)], variable]]
  }

  /// True and false, quoted or not, and the spellings of YAML 1.1, about which the compiler warns.
  static let boolean: JSONValue = [
    "anyOf": [["type": "boolean"], reference("written_boolean"), textWithVariable]
  ]

  /// A boolean that is not false.
  static let trueOnly: JSONValue = [
    "anyOf": [
      ["const": true], ["type": "string", "pattern": "^(true|True|TRUE|yes|Yes|YES|on|On|ON)$"],
      textWithVariable,
    ]
  ]

  /// One of these texts, or a text that is not known yet.
  static func choice(_ values: [String]) -> JSONValue {
    ["anyOf": [["enum": .array(values.map { .string($0) })], textWithVariable]]
  }

  static let identifierPattern = "^[A-Za-z_][A-Za-z0-9_-]*$"

  /// A new artifact's id where a value holds it.
  static let identifier: JSONValue = [
    "anyOf": [["type": "string", "pattern": .string(identifierPattern)], textWithVariable]
  ]

  static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/definitions/\(name)")] }

  /// A schema with annotations; in draft-07 nothing counts beside `$ref`, so a reference is wrapped.
  static func annotated(_ schema: JSONValue, _ annotations: [(String, JSONValue)]) -> JSONValue {
    var object = schema.objectValue ?? JSONObject()
    if object["$ref"] != nil { object = ["allOf": [schema]] }
    for (key, value) in annotations { object[key] = value }
    return .object(object)
  }

  /// The definitions that the parts refer to.
  static let definitions: [(String, JSONValue)] = [
    (
      "variable",
      [
        "type": "string", "pattern": "^\\$\\{[A-Za-z_][A-Za-z0-9_]*(:[-?][^}]*)?\\}$",
        "description": "A variable: ${NAME}, ${NAME:-default} or ${NAME:?message}.",
      ]
    ),
    (
      "text_with_variable",
      [
        "type": "string", "pattern": "(^|[^$])\\$\\{[A-Za-z_]",
        "description": "Text with a variable in it: ${NAME}, ${NAME:-default} or ${NAME:?message}.",
      ]
    ),
    (
      "written_boolean",
      [
        "type": "string",
        "pattern":
          "^(true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$",
        "description": "A boolean in another spelling; write true or false.",
      ]
    ),
  ]
}
