// Properties are the same whether defaults are written out or left out, for every component and every one of them.
import CanonicalJSON
import ComponentKit
import StandardManifests
import Testing

struct PropertyDefaultsTests {
  static let manifests = ComponentKind.allCases.flatMap { ComponentCatalog.standard.manifests($0) }

  @Test(arguments: manifests)
  func writtenOutOrLeftOut(_ manifest: ComponentManifest) throws {
    let schema = try JSONSchema(manifest.propertySchema)
    let filled = schema.fillingDefaults(in: JSONObject())
    #expect(schema.fillingDefaults(in: filled) == filled, "\(manifest.type)")
    for partial in Self.leavingOut(.object(filled), by: manifest.propertySchema) {
      let object = try #require(partial.objectValue)
      #expect(schema.fillingDefaults(in: object) == filled, "\(manifest.type): \(partial.canonicalText)")
    }
  }

  /// The value without one member that has a default, each such member at any depth in turn.
  private static func leavingOut(_ value: JSONValue, by schema: JSONValue) -> [JSONValue] {
    guard let object = value.objectValue, let properties = schema.objectValue?["properties"]?.objectValue
    else {
      return []
    }
    var partial: [JSONValue] = []
    for member in object.members {
      guard let inner = properties[member.key] else { continue }
      if inner.objectValue?["default"] != nil {
        var rest = object
        rest[member.key] = nil
        partial.append(.object(rest))
      }
      for value in leavingOut(member.value, by: inner) {
        var changed = object
        changed[member.key] = value
        partial.append(.object(changed))
      }
    }
    return partial
  }
}
