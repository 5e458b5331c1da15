// What reading a component's properties needs of their schema, looked up once.
internal import CanonicalJSON
internal import ExecutionPlan

/// One property: what type a substituted value takes, whether it is a secret, and what lies within.
final class PropertyGuide: Sendable {
  let type: LateBinding.ValueType?
  let isSecret: Bool
  let items: PropertyGuide?
  private let properties: [(name: String, guide: PropertyGuide)]

  init(_ schema: JSONObject) {
    type = schema["type"]?.stringValue.flatMap(LateBinding.ValueType.init)
    isSecret = schema["writeOnly"] == true
    items = schema["items"]?.objectValue.map(PropertyGuide.init)
    properties = (schema["properties"]?.objectValue?.members ?? []).compactMap { member in
      member.value.objectValue.map { (member.key, PropertyGuide($0)) }
    }
  }

  /// The property of a mapping; nil for one that the schema does not describe.
  func property(_ name: String) -> PropertyGuide? {
    for property in properties where property.name == name { return property.guide }
    return nil
  }
}
