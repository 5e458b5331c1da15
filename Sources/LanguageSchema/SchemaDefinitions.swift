// How wire formats are named in runbooks, and what content of each looks like.
internal import CanonicalJSON
internal import ComponentKit

/// The part of the schema that speaks about wire formats.
struct SchemaDefinitions {
  private let catalog: SchemaCatalog

  init(_ catalog: SchemaCatalog) { self.catalog = catalog }

  /// One of the installed formats: `name/version`, or `name` for version 1.0.0.
  var known: JSONValue { SchemaParts.reference("schema_reference") }

  /// One of these formats.
  static func oneOf(_ references: [SchemaReference]) -> JSONValue {
    SchemaParts.choice(names(of: references))
  }

  private static func names(of references: [SchemaReference]) -> [String] {
    references.flatMap { $0.version == "1.0.0" ? [$0.description, $0.name] : [$0.description] }
  }

  /// A default must be content of the schema that its input declares.
  var defaultConditions: [JSONValue] {
    catalog.references.map { reference in
      let names = JSONValue.array(Self.names(of: [reference]).map { .string($0) })
      return [
        "if": ["required": ["input_schema"], "properties": ["input_schema": ["enum": names]]],
        "then": ["properties": ["default": SchemaParts.reference(Self.contentName(reference))]],
      ]
    }
  }

  var definitions: [(String, JSONValue)] {
    let contents = catalog.references.compactMap { reference -> (String, JSONValue)? in
      guard let schema = catalog[reference]?.schema.source.objectValue else { return nil }
      let content = PropertySchema(keepsRequired: true).rewritten(schema)
      return (
        Self.contentName(reference), SchemaParts.annotated(content, [("title", .string("\(reference)"))])
      )
    }
    return contents + [("schema_reference", Self.oneOf(catalog.references))]
  }

  private static func contentName(_ reference: SchemaReference) -> String {
    "content.\(reference.name).\(reference.version)"
  }
}
