// Turns a YAML tree into a JSON value. Knows nothing of rules.
internal import CanonicalJSON
internal import YAMLReader

extension JSONValue {
  /// The value of a node by YAML's core schema, as far as rulesets need it: decimal numbers, true, false, null;
  /// any other scalar is text.
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
    let text = node.text
    guard node.isPlain, node.tag == nil else { return .string(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return number(text) ?? .string(text)
    }
  }

  /// JSON's numbers are those of the core schema that people write.
  private static func number(_ text: String) -> JSONValue? {
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first) else {
      return nil
    }
    return try? JSONReader.read(text: text)
  }
}
