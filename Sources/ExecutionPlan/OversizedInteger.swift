// Finds whole numbers that no component could read as such. Knows nothing of plans.
internal import CanonicalJSON

extension JSONObject {
  /// Whether a whole number beyond 64 bits stands in it.
  var holdsBigInteger: Bool { members.contains { $0.value.holdsBigInteger } }
}

extension JSONValue {
  fileprivate var holdsBigInteger: Bool {
    switch self {
    case .bigInteger: true
    case .object(let object): object.holdsBigInteger
    case .array(let elements): elements.contains(where: \.holdsBigInteger)
    default: false
    }
  }

  /// The JSON Pointer of a whole number beyond 64 bits where this schema of properties asks for an integer: a
  /// component would read none there, and take its default.
  func placeOfOversizedInteger(in value: JSONValue) -> String? {
    switch value {
    case .bigInteger: return objectValue?["type"] == "integer" ? "" : nil
    case .object(let object):
      guard let properties = objectValue?["properties"]?.objectValue else { return nil }
      for member in object.members {
        guard let place = properties[member.key]?.placeOfOversizedInteger(in: member.value) else { continue }
        return PropertyPointer(keys: [member.key]).text + place
      }
      return nil
    case .array(let elements):
      guard let items = objectValue?["items"] else { return nil }
      for (index, element) in elements.enumerated() {
        if let place = items.placeOfOversizedInteger(in: element) { return "/\(index)\(place)" }
      }
      return nil
    default: return nil
    }
  }
}
