// Turns a YAML tree into a JSON value. Knows nothing of rules.
internal import CanonicalJSON
internal import YAMLReader

extension JSONValue {
  /// The value of a node by YAML's core schema.
  init(ruleset node: YAMLNode) {
    switch node.kind {
    case .scalar: self = Self.scalar(node)
    case .sequence: self = .array(node.elements.map { JSONValue(ruleset: $0) })
    case .mapping:
      self = .object(JSONObject(node.entries.map { ($0.key.text, JSONValue(ruleset: $0.value)) }))
    case .unreadable: self = .null
    }
  }

  private static func scalar(_ node: YAMLNode) -> JSONValue {
    switch node.resolved {
    case .null: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    // JSON has no infinity and no hexadecimal digits.
    case .bigInteger(let digits): (try? JSONReader.read(text: digits)) ?? .string(digits)
    case .float(let value): value.isFinite ? .number(value) : .string(node.text)
    case .string(let text): .string(text)
    }
  }
}
