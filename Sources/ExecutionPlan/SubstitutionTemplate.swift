// The text of a value with `${NAME}` in it. Used when compiling and when a late binding is resolved.

/// A parsed substitution text: literal parts and variables.
package struct SubstitutionTemplate: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case literal(String)
    case variable(Variable)
  }

  /// One `${…}`.
  package struct Variable: Sendable, Hashable {
    package let name: String
    package let fallback: Fallback
    /// Byte offsets of `${…}` in the text.
    package let range: Range<Int>
  }

  /// What holds when the variable is unset or empty.
  package enum Fallback: Sendable, Hashable {
    /// `${NAME}`: unset is an error, empty is fine.
    case none
    /// `${NAME:-default}`.
    case value(String)
    /// `${NAME:?message}`.
    case failure(String)
  }

  /// Why a text is not a template, and the byte offset of the faulty `${`.
  package struct Malformed: Error, Sendable, Hashable {
    package let reason: String
    package let range: Range<Int>
  }

  package let parts: [Part]

  package init?(_ text: String) {
    guard let template = try? Self.parse(text) else { return nil }
    self = template
  }

  private init(parts: [Part]) { self.parts = parts }

  /// The variables in order.
  package var variables: [Variable] {
    parts.compactMap { if case .variable(let variable) = $0 { variable } else { nil } }
  }

  /// Whether the whole text is one variable.
  package var isSingleVariable: Bool { parts.count == 1 && variables.count == 1 }

  /// Reads a text.
  package static func parse(_ text: String) throws(Malformed) -> SubstitutionTemplate {
    let bytes = Array(text.utf8)
    var parts: [Part] = []
    var literal: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position...].starts(with: "$${".utf8) {
        literal += "${".utf8
        position += 3
      } else if bytes[position...].starts(with: "${".utf8) {
        if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
        literal = []
        let variable = try parseVariable(bytes, at: position)
        parts.append(.variable(variable))
        position = variable.range.upperBound
      } else {
        literal.append(bytes[position])
        position += 1
      }
    }
    if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
    return SubstitutionTemplate(parts: parts)
  }

  private static func parseVariable(_ bytes: [UInt8], at start: Int) throws(Malformed) -> Variable {
    guard let close = bytes[start...].firstIndex(of: UInt8(ascii: "}")) else {
      throw Malformed(reason: "'${' without '}'", range: start..<bytes.count)
    }
    let range = start..<(close + 1)
    let body = bytes[(start + 2)..<close]
    let nameEnd = body.firstIndex { !isNameByte($0) } ?? close
    let name = String(decoding: body[..<nameEnd], as: UTF8.self)
    guard let first = body.first, isNameByte(first), !(0x30...0x39).contains(first) else {
      throw Malformed(reason: "a variable's name begins with a letter or '_'", range: range)
    }
    let rest = body[nameEnd...]
    if rest.isEmpty { return Variable(name: name, fallback: .none, range: range) }
    let argument = String(decoding: rest.dropFirst(2), as: UTF8.self)
    if rest.starts(with: ":-".utf8) { return Variable(name: name, fallback: .value(argument), range: range) }
    if rest.starts(with: ":?".utf8) {
      return Variable(name: name, fallback: .failure(argument), range: range)
    }
    throw Malformed(reason: "expected '}', ':-' or ':?' after the name '\(name)'", range: range)
  }

  /// Whether a text is a letter or `_`, then letters, digits and `_`.
  static func isVariableName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return text.utf8.allSatisfy(isNameByte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }

  /// The text with every variable filled in, or the first variable that has no value.
  package func resolve(_ value: (String) -> String?) throws(Unresolved) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .variable(let variable): text += try Self.resolve(variable, value(variable.name))
      }
    }
    return text
  }

  /// The text that one variable stands for.
  package static func resolve(_ variable: Variable, _ value: String?) throws(Unresolved) -> String {
    switch variable.fallback {
    case .none:
      guard let value else { throw Unresolved(variable: variable, message: nil) }
      return value
    case .value(let fallback):
      return value.flatMap { $0.isEmpty ? nil : $0 } ?? fallback
    case .failure(let message):
      guard let value, !value.isEmpty else { throw Unresolved(variable: variable, message: message) }
      return value
    }
  }

  /// A variable without a value.
  package struct Unresolved: Error, Sendable, Hashable {
    package let variable: Variable
    /// The text after `:?`.
    package let message: String?
  }
}
