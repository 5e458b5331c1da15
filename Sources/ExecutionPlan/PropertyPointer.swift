// A place in a component's properties, as a late binding names it.
package import CanonicalJSON

/// A JSON Pointer (RFC 6901) of keys into a properties object.
package struct PropertyPointer: Sendable, Hashable {
  package let keys: [String]

  /// Nil for an empty pointer or one with a broken escape.
  package init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    for rest in text.split(separator: "~", omittingEmptySubsequences: false).dropFirst() {
      guard rest.utf8.first == UInt8(ascii: "0") || rest.utf8.first == UInt8(ascii: "1") else { return nil }
    }
    keys = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
      $0.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
        .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
    }
  }

  package init(keys: [String]) { self.keys = keys }

  package var text: String {
    keys.map {
      "/"
        + $0.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
        .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }.joined()
  }

  /// Sets the value at this place, making the objects on the way.
  package func set(_ value: JSONValue, in object: inout JSONObject) { Self.set(value, keys[...], &object) }

  /// Takes away the value at this place; fine when there is none.
  package func remove(from object: inout JSONObject) { Self.remove(keys[...], &object) }

  private static func remove(_ keys: ArraySlice<String>, _ object: inout JSONObject) {
    guard let first = keys.first else { return }
    if keys.count == 1 {
      object[first] = nil
    } else if var inner = object[first]?.objectValue {
      remove(keys.dropFirst(), &inner)
      object[first] = .object(inner)
    }
  }

  private static func set(_ value: JSONValue, _ keys: ArraySlice<String>, _ object: inout JSONObject) {
    guard let first = keys.first else { return }
    if keys.count == 1 {
      object[first] = value
      return
    }
    var inner = object[first]?.objectValue ?? JSONObject()
    set(value, keys.dropFirst(), &inner)
    object[first] = .object(inner)
  }
}
