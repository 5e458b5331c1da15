// A place in a component's properties, as a late binding names it.
package import CanonicalJSON

/// A JSON Pointer (RFC 6901) of keys, and indexes of lists, into a properties object.
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

  /// Sets the value at this place, making the objects on the way; a list has the place already.
  package func set(_ value: JSONValue, in object: inout JSONObject) {
    var root = JSONValue.object(object)
    // Given up, so that what changes is not copied.
    object = JSONObject()
    Self.set(value, keys[...], &root)
    object = root.objectValue ?? JSONObject()
  }

  /// Takes away the value at this place; fine when there is none. An element of a list stays, since others are named
  /// by their index.
  package func remove(from object: inout JSONObject) {
    var root = JSONValue.object(object)
    object = JSONObject()
    Self.remove(keys[...], &root)
    object = root.objectValue ?? JSONObject()
  }

  /// The value at this place; nil when there is none.
  package func value(in object: JSONObject) -> JSONValue? {
    keys.reduce(JSONValue.object(object)) { value, key in
      switch value {
      case .object(let object)?: object[key]
      case .array(let elements)?: Self.index(key, in: elements).map { elements[$0] }
      default: nil
      }
    }
  }

  /// Whether there is a place for a value: where the way leads through a list, its element is there.
  package func hasPlace(in object: JSONObject) -> Bool {
    var value: JSONValue? = .object(object)
    for key in keys {
      if case .array(let elements)? = value {
        guard let index = Self.index(key, in: elements) else { return false }
        value = elements[index]
      } else {
        value = value?.objectValue?[key]
      }
    }
    return true
  }

  /// The element that a part of the pointer names; nil when it names none, or not as RFC 6901 (section 4) has it.
  private static func index(_ key: String, in elements: [JSONValue]) -> Int? {
    guard let index = Int(key), elements.indices.contains(index), String(index) == key else { return nil }
    return index
  }

  private static func remove(_ keys: ArraySlice<String>, _ value: inout JSONValue) {
    guard let first = keys.first else { return }
    switch value {
    case .array(var elements):
      guard keys.count > 1, let index = index(first, in: elements) else { return }
      value = .null
      remove(keys.dropFirst(), &elements[index])
      value = .array(elements)
    case .object(var object):
      value = .null
      if keys.count == 1 {
        object[first] = nil
      } else if var inner = object[first] {
        remove(keys.dropFirst(), &inner)
        object[first] = inner
      }
      value = .object(object)
    default: return
    }
  }

  private static func set(_ new: JSONValue, _ keys: ArraySlice<String>, _ value: inout JSONValue) {
    guard let first = keys.first else {
      value = new
      return
    }
    if case .array(var elements) = value {
      guard let index = index(first, in: elements) else { return }
      value = .null
      set(new, keys.dropFirst(), &elements[index])
      value = .array(elements)
      return
    }
    var object = value.objectValue ?? JSONObject()
    value = .null
    var inner = object[first] ?? .null
    set(new, keys.dropFirst(), &inner)
    object[first] = inner
    value = .object(object)
  }
}
