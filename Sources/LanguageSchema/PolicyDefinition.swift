// The schema of 'policy': what a runbook forbids. Whether a name in it is installed, the compiler says.
internal import CanonicalJSON
internal import ComponentKit

enum PolicyDefinition {
  static let schema = object(
    [
      ("forbid", "What is forbidden, one rule an entry.", ["type": "array", "items": rule]),
      ("allow_components", "The only components that may be used; '*' stands for any part of a name.", names),
      ("forbid_components", "Components that may not be used.", names),
    ], more: [("minProperties", 1)])

  private static let rule = object(
    [
      ("name", "What people call the rule.", spoken),
      ("flow", "Data that must not get from one place to another.", flow),
      ("use", "Artifacts that must not be there at all.", selector),
      ("because", "Why it is forbidden; shown with the error.", spoken),
      ("severity", "How much it matters.", SchemaParts.choice(["error", "warning", "note"])),
      ("except", "What is permitted all the same.", ["type": "array", "items": exception]),
    ],
    more: [
      (
        "anyOf",
        [
          ["title": "flow: from one place to another", "required": ["flow"], "properties": ["use": false]],
          ["title": "use: at all", "required": ["use"], "properties": ["flow": false]],
        ]
      )
    ])

  private static let flow = object(
    [("from", "Where the data comes from.", selector), ("to", "Where it must not go.", selector)],
    more: [("required", ["from", "to"])])

  private static let exception = object(
    [
      ("from", "Where the data comes from.", selector), ("to", "Where it may go.", selector),
      ("use", "What may be used.", selector), ("because", "Why it is permitted.", spoken),
      ("until", "The last day of the exception, YYYY-MM-DD.", date),
    ],
    more: [
      ("required", ["because"]),
      ("anyOf", [["required": ["from"]], ["required": ["to"]], ["required": ["use"]]]),
    ])

  private static let date: JSONValue = [
    "anyOf": [
      ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"], SchemaParts.textWithVariable,
    ]
  ]

  /// Which artifacts a rule speaks of; choices nest, so it is a definition.
  private static let selector = SchemaParts.reference("policy_selector")

  static let definitions: [(String, JSONValue)] = [
    (
      "policy_selector",
      [
        "description": "Which artifacts: 'sensitive', 'output', or a mapping of what they have in common.",
        "anyOf": [SchemaParts.choice(["sensitive", "output"]), criteria],
      ]
    )
  ]

  private static let criteria = object(
    [
      ("sensitive", "Those that are, or derive from, something sensitive.", SchemaParts.boolean),
      ("output", "Those that stand in the results.", SchemaParts.boolean),
      ("component", "Those made by one of these components: TYPE or KIND:TYPE.", names),
      (
        "capability", "Those made by a component that can do one of these.",
        oneOrMore(SchemaParts.choice(Capability.allCases.map(\.rawValue)))
      ),
      ("schema", "Those of one of these schemas: NAME or NAME/VERSION.", names),
      ("artifact", "Those with one of these ids.", names),
      ("not", "Without these.", selector),
    ], more: [("minProperties", 1)])

  private static let spoken: JSONValue = SchemaParts.spokenText

  private static let names = oneOrMore(["type": ["string", "number", "boolean"], "minLength": 1])

  private static func oneOrMore(_ value: JSONValue) -> JSONValue {
    ["anyOf": [value, ["type": "array", "items": value, "minItems": 1]]]
  }

  private static func object(
    _ fields: [(name: String, summary: String, schema: JSONValue)], more: [(String, JSONValue)]
  ) -> JSONValue {
    let properties = fields.map { field in
      (field.name, SchemaParts.annotated(field.schema, [("description", .string(field.summary))]))
    }
    var object: JSONObject = [
      "type": "object", "additionalProperties": false,
      "patternProperties": ["^x-": MappingSchema.extensionKey], "properties": .object(JSONObject(properties)),
    ]
    for (keyword, value) in more { object[keyword] = value }
    return .object(object)
  }
}
