// Parses what begins with `(`. Knows how groups are written, not how they match.

extension PatternParser {
  /// The group whose parenthesis has just been taken; nil for comments and flags of the whole pattern.
  mutating func group(
    flags: PatternFlags, canSetFlags: Bool
  ) throws(RegularExpressionError) -> PatternNode? {
    let start = tokenizer.position - 1
    guard tokenizer.match("?") else { return try capture(name: nil, flags: flags, start: start) }
    guard let token = tokenizer.take(), let character = token.first, token.count == 1 else {
      throw invalid(tokenizer.next == nil ? "unexpected end of pattern" : "unknown extension")
    }
    switch Unicode.Scalar(character) {
    case "P": return try named(flags: flags, start: start)
    case ":": return .group(try content(flags: flags, start: start))
    case ">": return .atomic(try content(flags: flags, start: start))
    case "=", "!":
      return .look(behind: false, negated: character == 0x21, try content(flags: flags, start: start))
    case "<": return try lookbehind(flags: flags, start: start)
    case "(": return try conditional(flags: flags, start: start)
    case "#":
      while let token = tokenizer.take() { if token.first == 0x29, token.count == 1 { return nil } }
      throw invalid("missing ), unterminated comment", at: start)
    default: return try flagged(character, flags: flags, canSetFlags: canSetFlags, start: start)
    }
  }

  private mutating func content(
    flags: PatternFlags, start: Int
  ) throws(RegularExpressionError) -> PatternNode {
    let tree = try alternatives(flags: flags)
    guard tokenizer.match(")") else { throw invalid("missing ), unterminated subpattern", at: start) }
    return tree
  }

  private mutating func capture(
    name: String?, flags: PatternFlags, start: Int
  ) throws(RegularExpressionError) -> PatternNode {
    let number = try groups.open(name: name, at: start)
    let tree = try content(flags: flags, start: start)
    groups.close(number, tree)
    return .capture(number, tree)
  }

  /// `(?P<name>…)` and `(?P=name)`.
  private mutating func named(
    flags: PatternFlags, start: Int
  ) throws(RegularExpressionError) -> PatternNode {
    if tokenizer.match("<") {
      let name = try groupName(until: ">")
      return try capture(name: name, flags: flags, start: start)
    }
    guard tokenizer.match("=") else { throw invalid("unknown extension ?P") }
    let number = try groups.number(named: groupName(until: ")"), at: start)
    try groups.refer(to: number, at: start)
    return .backreference(number, flags)
  }

  private mutating func groupName(until terminator: Unicode.Scalar) throws(RegularExpressionError) -> String {
    let start = tokenizer.position
    let name = try tokenizer.name(until: terminator, "group name")
    guard Self.isIdentifier(name) else { throw invalid("bad character in group name \(name)", at: start) }
    return name
  }

  private static func isIdentifier(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isXIDStart else {
      return false
    }
    return name.unicodeScalars.allSatisfy(\.properties.isXIDContinue)
  }

  private mutating func lookbehind(
    flags: PatternFlags, start: Int
  ) throws(RegularExpressionError) -> PatternNode {
    let negated = tokenizer.isNext("!")
    guard tokenizer.match("=") || tokenizer.match("!") else {
      throw invalid(tokenizer.next == nil ? "unexpected end of pattern" : "unknown extension ?<")
    }
    let isOutermost = groups.beginLookbehind()
    let tree = try content(flags: flags, start: start)
    if isOutermost { groups.endLookbehind() }
    guard PatternWidth(of: tree, groups: groups).isFixed else {
      throw invalid("look-behind requires fixed-width pattern", at: start)
    }
    return .look(behind: true, negated: negated, tree)
  }

  /// `(?(1)yes|no)` and `(?(name)yes|no)`.
  private mutating func conditional(
    flags: PatternFlags, start: Int
  ) throws(RegularExpressionError) -> PatternNode {
    let nameStart = tokenizer.position
    let name = try tokenizer.name(until: ")", "group name")
    let number: Int
    if Self.isIdentifier(name) {
      number = try groups.number(named: name, at: nameStart)
    } else {
      let digits = name.unicodeScalars.map(\.value)
      guard digits.allSatisfy(PatternDigits.isDecimal) else {
        throw invalid("bad character in group name \(name)", at: nameStart)
      }
      number = Int(PatternDigits.value(digits, radix: 10) ?? .max)
      guard number > 0 else { throw invalid("bad group number", at: nameStart) }
    }
    try groups.condition(on: number, at: nameStart)
    let yes = try sequence(flags: flags)
    let no = tokenizer.match("|") ? try sequence(flags: flags) : nil
    if tokenizer.isNext("|") { throw invalid("conditional backref with more than two branches") }
    guard tokenizer.match(")") else { throw invalid("missing ), unterminated subpattern", at: start) }
    return .conditional(number, yes, no)
  }

  /// `(?i)` for the whole pattern, `(?i:…)` and `(?-i:…)` for a part.
  private mutating func flagged(
    _ first: UInt32, flags: PatternFlags, canSetFlags: Bool, start: Int
  ) throws(RegularExpressionError) -> PatternNode? {
    let change = try PatternFlagSyntax.read(first, from: &tokenizer)
    if change.isGlobal {
      guard canSetFlags else { throw invalid("global flags not at the start of the expression", at: start) }
      globalFlags = change.applied(to: globalFlags)
      return nil
    }
    return .group(try content(flags: change.applied(to: flags), start: start))
  }
}
