// Runbooks as values that tests write out in many spellings with the same meaning.

/// A YAML value of a test.
indirect enum YAMLValue: Hashable, Sendable {
  case text(String)
  /// Written plain: a number, a boolean, or text that needs no quotes.
  case plain(String)
  case list([YAMLValue])
  case map([String: YAMLValue])
}

extension YAMLValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .plain(String(value)) }
  init(booleanLiteral value: Bool) { self = .plain(value ? "true" : "false") }
  init(arrayLiteral elements: YAMLValue...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, YAMLValue)...) {
    self = .map(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }

  /// The value below these keys.
  subscript(keys: String...) -> YAMLValue? {
    get {
      var value: YAMLValue? = self
      for key in keys {
        guard case .map(let members)? = value else { return nil }
        value = members[key]
      }
      return value
    }
    set { self = replacing(keys[...], with: newValue) }
  }

  private func replacing(_ keys: ArraySlice<String>, with value: YAMLValue?) -> YAMLValue {
    guard let first = keys.first, case .map(var members) = self else { return value ?? self }
    members[first] =
      keys.count == 1 ? value : (members[first] ?? [:]).replacing(keys.dropFirst(), with: value)
    return .map(members)
  }
}

/// Writes a value as YAML, each time in another spelling: order of keys, flow or block style, quotes, comments.
struct YAMLSpelling<Generator: RandomNumberGenerator> {
  var generator: Generator

  mutating func document(_ value: YAMLValue) -> String {
    var text = chance(4) ? "\u{FEFF}" : ""
    if chance(2) { text += "# \(Int.random(in: 0..<1000, using: &generator))\n" }
    if chance(3) { text += "---\n" }
    text += block(value, indentation: "")
    if chance(3) { text += "...\n" }
    return chance(3)
      ? text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") : text
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }

  private mutating func block(_ value: YAMLValue, indentation: String) -> String {
    switch value {
    case .map(let members) where !members.isEmpty:
      let inner = indentation + String(repeating: " ", count: Int.random(in: 1...4, using: &generator))
      return members.keys.sorted().shuffled(using: &generator).map { key in
        "\(gap(indentation))\(indentation)\(scalar(key)):\(nested(members[key] ?? "", inner))"
      }.joined()
    case .list(let elements) where !elements.isEmpty:
      return elements.map { "\(gap(indentation))\(indentation)- \(flow($0))\n" }.joined()
    default: return "\(indentation)\(flow(value))\n"
    }
  }

  /// A comment or an empty line, sometimes.
  private mutating func gap(_ indentation: String) -> String {
    chance(8) ? "\(indentation)# note: [a, b]\n" : chance(8) ? "\n" : ""
  }

  private mutating func nested(_ value: YAMLValue, _ inner: String) -> String {
    let isContainer =
      switch value {
      case .map(let members): !members.isEmpty
      case .list(let elements): !elements.isEmpty
      case .text, .plain: false
      }
    if isContainer, !chance(3) { return "\(chance(4) ? "  # why" : "")\n" + block(value, indentation: inner) }
    return " \(flow(value))\(chance(6) ? " # so" : "")\n"
  }

  private mutating func flow(_ value: YAMLValue) -> String {
    switch value {
    case .text(let text): return scalar(text)
    case .plain(let text): return text
    case .list(let elements): return "[" + elements.map { flow($0) }.joined(separator: ", ") + "]"
    case .map(let members):
      let entries = members.keys.sorted().shuffled(using: &generator).map {
        "\(scalar($0)): \(flow(members[$0] ?? ""))"
      }
      return "{" + entries.joined(separator: chance(2) ? ", " : " , ") + "}"
    }
  }

  /// Text that is only letters may stand plain; everything may stand in quotes.
  private mutating func scalar(_ text: String) -> String {
    let isWord = !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
    switch Int.random(in: 0..<(isWord ? 4 : 2), using: &generator) {
    case 0: return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    case 1: return "'" + text.replacing("'", with: "''") + "'"
    default: return text
    }
  }
}
