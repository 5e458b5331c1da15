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
    type = Self.type(schema["type"])
    isSecret = schema["writeOnly"] == true
    items = schema["items"]?.objectValue.map(PropertyGuide.init)
    properties = (schema["properties"]?.objectValue?.members ?? []).compactMap { member in
      member.value.objectValue.map { (member.key, PropertyGuide($0)) }
    }
  }

  /// A type by itself, or with `null` beside it, which is no type to convert to.
  private static func type(_ value: JSONValue?) -> LateBinding.ValueType? {
    let names = value?.arrayValue?.compactMap(\.stringValue) ?? [value?.stringValue].compactMap(\.self)
    let types = names.filter { $0 != "null" }
    return types.count == 1 ? types.first.flatMap(LateBinding.ValueType.init) : nil
  }

  /// The property of a mapping; nil for one that the schema does not describe.
  func property(_ name: String) -> PropertyGuide? {
    for property in properties where property.name == name { return property.guide }
    return nil
  }
}
