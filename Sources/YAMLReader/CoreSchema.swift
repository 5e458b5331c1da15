// What a scalar stands for by the core schema of YAML 1.2.2 (chapter 10.3).

/// The value of a scalar.
package enum ResolvedScalar: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A whole number beyond 64 bits, in decimal digits as written; hexadecimal and octal ones as written too.
  case bigInteger(String)
  case float(Double)
  case string(String)
}

/// The resolution of plain scalars.
package enum CoreSchema {
  /// The value of a scalar: a plain one may be null, a boolean or a number, an explicit tag decides.
  ///
  /// - Parameter tag: `tag:yaml.org,2002:int` or `!!int` and the like.
  package static func resolve(_ text: String, isPlain: Bool, tag: String?) -> ResolvedScalar {
    guard let tag else { return isPlain ? resolve(text) : .string(text) }
    return switch shortTag(tag) {
    case "!!int", "!!bool", "!!null": resolve(text)
    case "!!float": resolveFloat(text)
    default: .string(text)
    }
  }

  /// A tag of YAML's own as it is usually written; another as it is.
  package static func shortTag(_ tag: String) -> String {
    let standard = "tag:yaml.org,2002:"
    return tag.hasPrefix(standard) ? "!!" + tag.dropFirst(standard.count) : tag
  }

  private static func resolve(_ text: String) -> ResolvedScalar {
    guard let first = text.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"):
      return word(text) ?? .string(text)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return number(text) ?? .string(text)
    default: return .string(text)
    }
  }

  private static func resolveFloat(_ text: String) -> ResolvedScalar {
    switch resolve(text) {
    case .integer(let value): .float(Double(value))
    case .bigInteger(let digits): .float(Double(digits) ?? .infinity)
    case let other: other
    }
  }

  private static func word(_ text: String) -> ResolvedScalar? {
    switch text {
    case "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    default: nil
    }
  }

  private static func number(_ text: String) -> ResolvedScalar? {
    // A word ends with a letter.
    if let last = text.utf8.last, last >= 0x41, let word = numberWord(text) { return word }
    let bytes = Array(text.utf8)
    if bytes.count > 2, bytes[0] == 0x30, bytes[1] == 0x6F || bytes[1] == 0x78 { return radix(text, bytes) }
    switch NumberShape(bytes) {
    case .integer: return Int(text).map { .integer($0) } ?? .bigInteger(text)
    case .float: return Double(text).map { .float($0) }
    case .none: return nil
    }
  }

  private static func numberWord(_ text: String) -> ResolvedScalar? {
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
    case ".nan", ".NaN", ".NAN": return .float(.nan)
    default: return nil
    }
  }

  /// `0o14` and `0x1F`.
  private static func radix(_ text: String, _ bytes: [UInt8]) -> ResolvedScalar? {
    let radix = bytes[1] == 0x6F ? 8 : 16
    let digits = bytes.dropFirst(2)
    let isWhole = digits.allSatisfy { byte in
      (0x30...0x39).contains(byte) && Int(byte) - 0x30 < radix
        || radix == 16 && ((0x41...0x46).contains(byte) || (0x61...0x66).contains(byte))
    }
    guard isWhole else { return nil }
    return Int(text.dropFirst(2), radix: radix).map { .integer($0) } ?? .bigInteger(text)
  }
}

/// Whether text is a decimal number by the core schema:
/// `[-+]? [0-9]+` or `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`.
package enum NumberShape {
  case integer, float, none

  package init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
    let whole = Self.dropDigits(&rest)
    if whole > 0, rest.isEmpty {
      self = .integer
      return
    }
    var fraction = 0
    if rest.first == 0x2E {
      rest.removeFirst()
      fraction = Self.dropDigits(&rest)
    }
    let hasExponent = rest.first == 0x65 || rest.first == 0x45
    if hasExponent {
      rest.removeFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
    }
    let exponent = hasExponent ? Self.dropDigits(&rest) : 1
    self = rest.isEmpty && whole + fraction > 0 && exponent > 0 ? .float : .none
  }

  private static func dropDigits(_ bytes: inout ArraySlice<UInt8>) -> Int {
    let before = bytes.count
    bytes = bytes.drop { (0x30...0x39).contains($0) }
    return before - bytes.count
  }
}
