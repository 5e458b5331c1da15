// Where two JSON values differ, by JSON Pointer. Knows nothing of what they mean.
internal import CanonicalJSON

/// Compares JSON values member by member.
enum ValueDifference {
  /// How deep objects are looked into; what lies deeper is compared as a whole.
  private static let maximumDepth = 64

  /// The changes between two objects: objects are entered, everything else is compared as a whole.
  ///
  /// A list counts as one value: an element has no name by which it could be found again.
  static func changes(
    _ old: JSONObject, _ new: JSONObject, _ aspect: Change.Aspect, at pointer: String
  ) -> [Change] {
    var changes: [Change] = []
    compare(old, new, aspect, pointer, 0, &changes)
    return changes
  }

  private static func compare(
    _ old: JSONObject, _ new: JSONObject, _ aspect: Change.Aspect, _ pointer: String, _ depth: Int,
    _ changes: inout [Change]
  ) {
    // Both are sorted in the same order, so one walk over both sees every key once.
    var (left, right) = (old.members[...], new.members[...])
    while true {
      switch (left.first, right.first) {
      case (nil, nil): return
      case (let a?, nil):
        changes.append(Change(aspect, pointer + step(a.key), old: a.value, new: nil))
        left.removeFirst()
      case (nil, let b?):
        changes.append(Change(aspect, pointer + step(b.key), old: nil, new: b.value))
        right.removeFirst()
      case (let a?, let b?):
        if JSONObject.isOrdered(a.key, before: b.key) {
          changes.append(Change(aspect, pointer + step(a.key), old: a.value, new: nil))
          left.removeFirst()
        } else if JSONObject.isOrdered(b.key, before: a.key) {
          changes.append(Change(aspect, pointer + step(b.key), old: nil, new: b.value))
          right.removeFirst()
        } else {
          compare(a.value, b.value, aspect, pointer, a.key, depth, &changes)
          left.removeFirst()
          right.removeFirst()
        }
      }
    }
  }

  private static func compare(
    _ old: JSONValue, _ new: JSONValue, _ aspect: Change.Aspect, _ pointer: String, _ key: String,
    _ depth: Int, _ changes: inout [Change]
  ) {
    if case .object(let left) = old, case .object(let right) = new, depth < maximumDepth {
      if left != right { compare(left, right, aspect, pointer + step(key), depth + 1, &changes) }
    } else if old != new {
      changes.append(Change(aspect, pointer + step(key), old: old, new: new))
    }
  }

  /// One step of a JSON Pointer.
  static func step(_ key: String) -> String {
    var text = "/"
    for scalar in key.unicodeScalars {
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// Every value that is no object, with its pointer.
  static func leaves(_ object: JSONObject, _ body: (String, JSONValue) -> Void) {
    leaves(object, "", 0, body)
  }

  private static func leaves(
    _ object: JSONObject, _ pointer: String, _ depth: Int, _ body: (String, JSONValue) -> Void
  ) {
    for member in object.members {
      if case .object(let inner) = member.value, !inner.isEmpty, depth < maximumDepth {
        leaves(inner, pointer + step(member.key), depth + 1, body)
      } else {
        body(pointer + step(member.key), member.value)
      }
    }
  }
}
