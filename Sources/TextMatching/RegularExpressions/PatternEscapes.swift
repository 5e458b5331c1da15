// Reads backslash escapes of a pattern. Knows no groups except by number.

/// What a backslash escape stands for.
enum PatternEscape {
  case literal(UInt32)
  case category(PatternSet.Category, negated: Bool)
  case anchor(PatternAnchor)
  /// A number that names a group.
  case reference(Int)

  /// Reads the escape `token` (a backslash and a character), which has just been taken.
  ///
  /// - Parameter inSet: within `[…]`, where `\b` is a backspace and there are no references.
  static func read(
    _ token: ArraySlice<UInt32>, from tokenizer: inout PatternTokenizer, inSet: Bool
  ) throws(RegularExpressionError) -> PatternEscape {
    let start = tokenizer.position - token.count
    guard token.count == 2, let character = token.last, let scalar = Unicode.Scalar(character) else {
      throw .invalidPattern(message: "bad escape (end of pattern)", offset: start)
    }
    if let fixed = fixed(scalar, inSet: inSet) { return fixed }
    switch scalar {
    case "x": return .literal(try hexadecimal(2, from: &tokenizer, start: start))
    case "u": return .literal(try hexadecimal(4, from: &tokenizer, start: start))
    case "U": return .literal(try hexadecimal(8, from: &tokenizer, start: start))
    case "N": return .literal(try named(from: &tokenizer, start: start))
    case "0"..."9": return try number(character, from: &tokenizer, inSet: inSet, start: start)
    default:
      guard !PatternDigits.isASCIILetter(character) else {
        throw .invalidPattern(message: "bad escape \\\(scalar)", offset: start)
      }
      return .literal(character)
    }
  }

  private static func fixed(_ scalar: Unicode.Scalar, inSet: Bool) -> PatternEscape? {
    switch scalar {
    case "a": return .literal(7)
    case "f": return .literal(12)
    case "n": return .literal(10)
    case "r": return .literal(13)
    case "t": return .literal(9)
    case "v": return .literal(11)
    case "d", "D": return .category(.digit, negated: scalar == "D")
    case "s", "S": return .category(.space, negated: scalar == "S")
    case "w", "W": return .category(.word, negated: scalar == "W")
    case "b": return inSet ? .literal(8) : .anchor(.wordBoundary)
    default: return inSet ? nil : anchor(scalar)
    }
  }

  private static func anchor(_ scalar: Unicode.Scalar) -> PatternEscape? {
    switch scalar {
    case "A": .anchor(.textStart)
    case "B": .anchor(.notWordBoundary)
    case "Z": .anchor(.textEnd)
    default: nil
    }
  }

  private static func hexadecimal(
    _ count: Int, from tokenizer: inout PatternTokenizer, start: Int
  ) throws(RegularExpressionError) -> UInt32 {
    let digits = tokenizer.takeWhile(count, PatternDigits.isHexadecimal)
    guard digits.count == count, let value = PatternDigits.value(digits, radix: 16) else {
      throw .invalidPattern(message: "incomplete escape", offset: start)
    }
    guard value <= 0x10FFFF else {
      throw .invalidPattern(message: "bad escape, beyond U+10FFFF", offset: start)
    }
    return value
  }

  private static func named(
    from tokenizer: inout PatternTokenizer, start: Int
  ) throws(RegularExpressionError) -> UInt32 {
    guard tokenizer.match("{") else {
      throw .invalidPattern(message: "missing {", offset: tokenizer.position)
    }
    let name = try tokenizer.name(until: "}", "character name")
    guard let codePoint = UnicodeNames.codePoint(named: name) else {
      throw .invalidPattern(message: "undefined character name \(name)", offset: start)
    }
    return codePoint
  }

  /// An octal escape or a reference: three octal digits, or a leading zero, make it octal.
  private static func number(
    _ first: UInt32, from tokenizer: inout PatternTokenizer, inSet: Bool, start: Int
  ) throws(RegularExpressionError) -> PatternEscape {
    var digits = [first]
    if inSet || first == 0x30 {
      guard PatternDigits.isOctal(first) else {
        throw .invalidPattern(message: "bad escape", offset: start)
      }
      digits += tokenizer.takeWhile(2, PatternDigits.isOctal)
      return .literal(try octal(digits, start: start))
    }
    digits += tokenizer.takeWhile(1, PatternDigits.isDecimal)
    if digits.count == 2, digits.allSatisfy(PatternDigits.isOctal) {
      let third = tokenizer.takeWhile(1, PatternDigits.isOctal)
      if !third.isEmpty { return .literal(try octal(digits + third, start: start)) }
    }
    return .reference(Int(PatternDigits.value(digits, radix: 10) ?? 0))
  }

  private static func octal(_ digits: [UInt32], start: Int) throws(RegularExpressionError) -> UInt32 {
    guard let value = PatternDigits.value(digits, radix: 8), value <= 0o377 else {
      throw .invalidPattern(message: "octal escape value outside of range 0-0o377", offset: start)
    }
    return value
  }
}
