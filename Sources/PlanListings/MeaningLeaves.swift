// A JSON value as rows: one a leaf, with the JSON Pointer that leads to it.
internal import CanonicalJSON
internal import ExecutionPlan

/// The leaves of a value, in canonical order; empty arrays and objects are leaves too.
///
/// Arrays of plain values stay on one row. The walk keeps its own stack, so that depth costs no more than length.
struct MeaningLeaves {
  /// JSON Pointer (RFC 6901) and canonical text.
  let rows: [(pointer: String, value: String)]

  init(_ value: JSONValue) {
    var rows: [(String, String)] = []
    var rest: [(pointer: String, value: JSONValue)] = [("", value)]
    while let (pointer, value) = rest.popLast() {
      switch value {
      case .object(let object) where !object.isEmpty:
        for member in object.members.reversed() {
          rest.append((pointer + PropertyPointer(keys: [member.key]).text, member.value))
        }
      case .array(let elements) where elements.contains(where: Self.hasMembers):
        for (index, element) in elements.enumerated().reversed() {
          rest.append(("\(pointer)/\(index)", element))
        }
      default: rows.append((pointer, value.canonicalText))
      }
    }
    self.rows = rows
  }

  private static func hasMembers(_ value: JSONValue) -> Bool {
    switch value {
    case .object(let object): !object.isEmpty
    case .array(let elements): !elements.isEmpty
    default: false
    }
  }
}
