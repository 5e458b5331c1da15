// Makes a wire format from a schema that this target holds.
internal import CanonicalJSON
internal import ComponentKit

extension WireFormat {
  /// A format whose schema is part of the program; the tests compile every one.
  static func builtIn(_ reference: SchemaReference, _ schema: JSONValue) -> WireFormat {
    do {
      return try WireFormat(reference, schema: schema)
    } catch {
      preconditionFailure("the built-in schema \(reference) does not compile: \(error)")
    }
  }
}
