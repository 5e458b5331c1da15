// Turns a YAML tree into a JSON value. Knows nothing of rules.
internal import CanonicalJSON
internal import YAMLReader

/// How whole numbers are written.
enum NumberForm {
  /// By the core schema of YAML 1.2.
  case yaml12
  /// As PyYAML has them, by YAML 1.1: `017` is octal, `0b11` binary, `_` parts digits (https://yaml.org/type/int.html),
  /// and `1e1` is a text, as a fraction has a point and its exponent a sign.
  case yaml11
}

extension JSONValue {
  /// The value of a node by YAML's core schema.
  init(ruleset node: YAMLNode, numbers: NumberForm = .yaml12) {
    switch node.kind {
    case .scalar: self = Self.scalar(node, numbers)
    case .sequence: self = .array(node.elements.map { JSONValue(ruleset: $0, numbers: numbers) })
    case .mapping:
      self = .object(
        JSONObject(node.entries.map { ($0.key.text, JSONValue(ruleset: $0.value, numbers: numbers)) }))
    case .unreadable: self = .null
    }
  }

  private static func scalar(_ node: YAMLNode, _ numbers: NumberForm) -> JSONValue {
    if numbers == .yaml11, node.isPlain, node.tag == nil {
      if let value = Self.yaml11Integer(node.text) { return .integer(value) }
      if Self.isYAML11Text(node.text) { return .string(node.text) }
    }
    return switch node.resolved {
    case .null: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    // JSON has no infinity and no hexadecimal digits.
    case .bigInteger(let digits): (try? JSONReader.read(text: digits)) ?? .string(digits)
    case .float(let value): value.isFinite ? .number(value) : .string(node.text)
    case .string(let text): .string(text)
    }
  }

  /// Numbers of YAML 1.2 that PyYAML takes for texts: `0o17`, `1e1`, `1.5e1`.
  private static func isYAML11Text(_ text: String) -> Bool {
    guard let first = text.utf8.first, first < 0x3A else { return false }
    if text.hasPrefix("0o") { return true }
    if text.hasPrefix("0x") { return false }
    guard let exponent = text.utf8.firstIndex(where: { $0 | 0x20 == 0x65 }) else { return false }
    let sign = text.utf8[text.utf8.index(after: exponent)...].first
    let isSigned = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    return !isSigned || !text.utf8[..<exponent].contains(UInt8(ascii: "."))
  }

  /// What YAML 1.1 takes for a whole number and YAML 1.2 for something else.
  private static func yaml11Integer(_ text: String) -> Int? {
    guard let first = text.utf8.first, first < 0x3A else { return nil }
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = text.dropFirst(first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? 1 : 0)
    let plain = digits.filter { $0 != "_" }
    if digits.hasPrefix("0b") { return Int(sign + plain.dropFirst(2), radix: 2) }
    guard digits.utf8.first.map({ 0x30...0x39 ~= $0 }) == true else { return nil }
    if digits.hasPrefix("0"), plain.utf8.count > 1 { return Int(sign + plain, radix: 8) }
    return digits.contains("_") ? Int(sign + plain) : nil
  }
}
