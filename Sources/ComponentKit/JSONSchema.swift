// A JSON Schema, compiled to a tree that checks values quickly.
public import CanonicalJSON

/// Why a JSON Schema can't be used: a keyword that the validator does not know, or a malformed one.
public struct JSONSchemaError: Error, Sendable, CustomStringConvertible {
  /// What is wrong.
  public let message: String
  /// JSON Pointer to the place in the schema.
  public let pointer: String

  /// The message with its place.
  public var description: String { "\(message) (schema at '\(pointer)')" }
}

/// A checked JSON Schema (draft 2020-12, the keywords listed at ``JSONSchema/supportedKeywords``).
///
/// There is no `$ref` and no `pattern`: the wire formats and property schemas of this project need neither.
public struct JSONSchema: Sendable {
  /// What `type` may name.
  enum TypeName: String { case null, boolean, integer, number, string, array, object }

  /// What values must fulfil; annotations are kept apart in ``source``.
  final class Node: Sendable {
    let types: [TypeName]
    let constant: JSONValue?
    let enumeration: [JSONValue]?
    let minimum: Double?
    let maximum: Double?
    let exclusiveMinimum: Double?
    let exclusiveMaximum: Double?
    let minimumLength: Int?
    let maximumLength: Int?
    let minimumItems: Int?
    let maximumItems: Int?
    let items: Node?
    let properties: [(name: String, node: Node)]
    let required: [String]
    let additional: Additional
    let anyOf: [Node]
    let defaultValue: JSONValue?
    /// What an absent value becomes: the default, with the defaults of its own properties filled in.
    let filledDefault: JSONValue?
    /// The properties that a default or an inner object may change, in canonical order.
    let fillable: [(name: String, node: Node)]

    init(_ keywords: SchemaKeywords) throws(JSONSchemaError) {
      types = try keywords.types()
      constant = keywords.object["const"]
      enumeration = try keywords.array("enum")
      minimum = try keywords.number("minimum")
      maximum = try keywords.number("maximum")
      exclusiveMinimum = try keywords.number("exclusiveMinimum")
      exclusiveMaximum = try keywords.number("exclusiveMaximum")
      minimumLength = try keywords.count("minLength")
      maximumLength = try keywords.count("maxLength")
      minimumItems = try keywords.count("minItems")
      maximumItems = try keywords.count("maxItems")
      items = try keywords.subschema("items")
      properties = try keywords.properties()
      required = try keywords.strings("required")
      additional = try keywords.additional()
      anyOf = try keywords.subschemas("anyOf")
      defaultValue = keywords.object["default"]
      fillable = Self.fillable(among: properties)
      if case .object(let object)? = defaultValue {
        filledDefault = .object(object.merging(defaultsOf: fillable))
      } else {
        filledDefault = defaultValue
      }
    }

    private static func fillable(
      among properties: [(name: String, node: Node)]
    ) -> [(name: String, node: Node)] {
      properties.filter { $0.node.filledDefault != nil || !$0.node.fillable.isEmpty }
        .sorted { JSONObject.isOrdered($0.name, before: $1.name) }
    }
  }

  enum Additional: Sendable {
    case allowed
    case refused
    case checked(Node)
  }

  /// The keywords that are understood; any other (but `x-…`) is refused when the schema is compiled.
  public static let supportedKeywords: Set<String> = [
    "type", "const", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength",
    "maxLength", "minItems", "maxItems", "items", "properties", "required", "additionalProperties", "anyOf",
    "default", "title", "description", "examples", "format", "writeOnly", "deprecated", "$schema", "$id",
    "$comment",
  ]

  let root: Node
  /// The schema as written, annotations included.
  public let source: JSONValue

  /// Compiles a schema.
  public init(_ source: JSONValue) throws(JSONSchemaError) {
    self.source = source
    root = try Node(SchemaKeywords(source, pointer: ""))
  }
}
