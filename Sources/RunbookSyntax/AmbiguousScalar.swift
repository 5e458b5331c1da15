// Plain scalars that YAML 1.1 readers take for something else than YAML 1.2 readers do.
import Diagnostics
import YAMLReader

/// What a field takes, as far as it matters for a scalar that may be misread.
package enum ScalarExpectation: Sendable {
  case text, boolean, number, anything

  /// What to call the value in messages.
  var name: String {
    switch self {
    case .text, .anything: "a single value"
    case .boolean: "true or false"
    case .number: "a number"
    }
  }
}

extension RunbookParser {
  /// Warns of a plain scalar that YAML 1.1 and YAML 1.2 readers read differently.
  mutating func checkAmbiguity(of node: YAMLNode, _ expectation: ScalarExpectation) {
    // Most scalars are cleared by their first character, before a string is made.
    guard node.isPlain, node.withText({ AmbiguousScalar.mayBeAmbiguous($0) }) else { return }
    let scalar = ScalarSyntax(node)
    guard scalar.tag == nil, let reading = AmbiguousScalar.reading(of: scalar.text) else { return }
    let fix = AmbiguousScalar.fix(scalar, expectation)
    report(
      .ambiguousScalar, "YAML 1.1 readers take '\(scalar.text)' for \(reading)", at: scalar.span,
      fixes: fix.map { [FixIt($0.message, $0.applicability, replacing: scalar.span, with: $0.replacement)] }
        ?? [])
  }
}

enum AmbiguousScalar {
  /// Whether a text begins as something that is read differently does.
  static func mayBeAmbiguous(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    switch text[0] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return true
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "o"),
      UInt8(ascii: "O"):
      return text.count <= 3
    default: return false
    }
  }

  /// What a YAML 1.1 reader takes a plain scalar for, where YAML 1.2 readers differ; else nil.
  static func reading(of text: String) -> String? {
    olderBoolean(text).map { "the boolean \($0)" } ?? numberReading(Array(text.utf8))
  }

  /// The YAML 1.1 booleans that YAML 1.2 has not. One-letter `y` and `n` are left out: readers never took them.
  static func olderBoolean(_ text: String) -> Bool? {
    guard (2...3).contains(text.utf8.count) else { return nil }
    return switch text {
    case "yes", "Yes", "YES", "on", "On", "ON": true
    case "no", "No", "NO", "off", "Off", "OFF": false
    default: nil
    }
  }

  /// The text that means the same to every reader, what to say about it, and whether it means the same to this
  /// compiler as before; nil where there is none.
  static func fix(
    _ scalar: ScalarSyntax, _ expectation: ScalarExpectation
  ) -> (message: String, replacement: String, applicability: FixApplicability)? {
    if expectation == .boolean, let value = olderBoolean(scalar.text) {
      return ("write '\(value)'", "\(value)", .safe)
    }
    // Too large for a number: neither reading is what the field takes.
    if expectation == .number, case .float(let value) = scalar.resolved, !value.isFinite { return nil }
    if expectation == .number, let number = plainNumber(scalar) {
      return ("write '\(number)'", number, isText(scalar) ? .unsafe : .safe)
    }
    // Where a field takes anything, it may take a boolean or a number, which quotes would turn into text.
    let isSafe = expectation == .text || (isText(scalar) && olderBoolean(scalar.text) == nil)
    return ("quote it", "\"\(scalar.text)\"", isSafe ? .safe : .unsafe)
  }

  private static func isText(_ scalar: ScalarSyntax) -> Bool {
    if case .string = scalar.resolved { true } else { false }
  }

  /// The number that this compiler takes the scalar for, or that it is without its `_`; nil when it is none.
  private static func plainNumber(_ scalar: ScalarSyntax) -> String? {
    switch scalar.resolved {
    case .integer(let value): return String(value)
    // A whole number in the way that fields for whole numbers take too.
    case .float(let value): return Int(exactly: value).map { String($0) } ?? "\(value)"
    default:
      let digits = Array(scalar.text.utf8.filter { $0 != 0x5F })
      return NumberShape(digits) == .integer ? String(decoding: digits, as: UTF8.self) : nil
    }
  }

  private static func numberReading(_ bytes: [UInt8]) -> String? {
    var rest = bytes[...]
    if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
    let isSigned = rest.count < bytes.count
    if rest.contains(0x3A) { return isSexagesimal(rest) ? "a number in base 60" : nil }
    if isDate(bytes) { return "a date" }
    if rest.first == 0x30, rest.count > 1 { return zeroReading(rest, isSigned: isSigned) }
    if rest.contains(0x5F) {
      let digits = rest.filter { $0 != 0x5F }
      return NumberShape(digits) == .none ? nil : "a number without the '_'"
    }
    if NumberShape(bytes) == .float, rest.contains(where: { $0 | 0x20 == 0x65 }), !isOlderFloat(rest) {
      return "text, not a number"
    }
    return nil
  }

  /// Numbers that begin with a zero: octal, hexadecimal and binary.
  private static func zeroReading(_ rest: ArraySlice<UInt8>, isSigned: Bool) -> String? {
    let digits = rest.dropFirst(2).filter { $0 != 0x5F }
    let second = rest[rest.startIndex + 1]
    switch second {
    case UInt8(ascii: "o"):
      return !digits.isEmpty && digits.allSatisfy { (0x30...0x37).contains($0) } ? "text, not a number" : nil
    case UInt8(ascii: "b"):
      return !digits.isEmpty && digits.allSatisfy { $0 == 0x30 || $0 == 0x31 } ? "a binary number" : nil
    case UInt8(ascii: "x"):
      let isHexadecimal = !digits.isEmpty && Int(String(decoding: digits, as: UTF8.self), radix: 16) != nil
      return isHexadecimal && (isSigned || rest.contains(0x5F)) ? "a hexadecimal number" : nil
    default:
      let all = rest.filter { $0 != 0x5F }
      if all.allSatisfy({ (0x30...0x37).contains($0) }) { return "an octal number" }
      if rest.contains(0x5F) { return NumberShape(all) == .none ? nil : "a number without the '_'" }
      return NumberShape(all) == .integer ? "text, not a number" : nil
    }
  }

  /// `[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?`
  private static func isSexagesimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard let first = parts.first, isDigits(first.filter { $0 != 0x5F }) else { return false }
    return parts.dropFirst().enumerated().allSatisfy { index, part in
      let isLast = index == parts.count - 2
      let digits = isLast ? part.prefix { $0 != 0x2E } : part
      let fraction = part.dropFirst(digits.count + 1)
      return isDigits(Array(digits)) && (digits.count == 1 || digits.count == 2 && (digits.first ?? 0) < 0x36)
        && fraction.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// `2024-01-31`; longer timestamps hold a colon or a letter and are rare enough to be left alone.
  private static func isDate(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
    return isDigits(bytes.enumerated().filter { $0.offset != 4 && $0.offset != 7 }.map(\.element))
  }

  /// YAML 1.1 readers want a point and a signed exponent.
  private static func isOlderFloat(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.contains(0x2E), let exponent = bytes.firstIndex(where: { $0 | 0x20 == 0x65 }) else {
      return false
    }
    return bytes.dropFirst(exponent + 1 - bytes.startIndex).first.map { $0 == 0x2B || $0 == 0x2D } ?? false
  }

  private static func isDigits(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }
}
