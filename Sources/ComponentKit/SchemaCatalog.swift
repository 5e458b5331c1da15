// The JSON Schemas of the wire formats.
public import CanonicalJSON

/// One wire format: its name, its JSON Schema, and which array of the content streams.
public struct WireFormat: Sendable {
  /// Its name and version.
  public let reference: SchemaReference
  /// The JSON Schema of a message's content.
  public let schema: JSONSchema
  /// The property whose array is written and read item by item (`x-items` of the schema); nil when none is.
  public let itemsProperty: String?
  /// What says when and by what a content was made, not what it is (`x-volatile` of the schema).
  public let volatileFields: VolatileFields

  /// A format from its JSON Schema text.
  ///
  /// - Throws: ``JSONSchemaError`` when the schema uses what the validator does not know.
  public init(_ reference: SchemaReference, schema: JSONValue) throws(JSONSchemaError) {
    self.reference = reference
    self.schema = try JSONSchema(schema)
    itemsProperty = schema.objectValue?["x-items"]?.stringValue
    let places = schema.objectValue?["x-volatile"]?.arrayValue ?? []
    guard let fields = VolatileFields(places.map { $0.stringValue ?? "" }, itemsProperty: itemsProperty)
    else {
      throw JSONSchemaError(
        message: "expected places such as '/metadata/timestamp', ending in a name", pointer: "/x-volatile")
    }
    volatileFields = fields
  }
}

/// The wire formats that are installed.
public struct SchemaCatalog: Sendable {
  private let formats: [SchemaReference: @Sendable () -> WireFormat]

  /// A catalogue of these formats.
  public init(_ formats: [WireFormat]) {
    self.init(deferred: formats.map { format in (format.reference, { format }) })
  }

  /// A catalogue of formats that are made when they are first asked for: to compile all their schemas takes longer
  /// than to check a small runbook, which asks for few of them.
  ///
  /// - Parameter formats: Each reference with what gives its format, the same one each time.
  public init(deferred formats: [(SchemaReference, @Sendable () -> WireFormat)]) {
    self.formats = Dictionary(formats, uniquingKeysWith: { _, last in last })
  }

  /// The format of that name and version.
  public subscript(_ reference: SchemaReference) -> WireFormat? { formats[reference]?() }

  /// All references, sorted.
  public var references: [SchemaReference] { formats.keys.sorted() }
}
