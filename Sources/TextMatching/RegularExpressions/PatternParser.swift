// Parses a pattern in Python 3.11's `re` syntax and refuses what Python refuses. Knows no engine.

/// A recursive-descent parser; the tree carries the flags that hold at each place.
///
/// Source: the chapter "Regular Expression Syntax" of the Python 3.11 library reference.
struct PatternParser {
  /// Groups within groups that are read; Python and PCRE2 have limits of their own.
  static let maximumDepth = 200

  var tokenizer: PatternTokenizer
  var groups = PatternGroups()
  /// Flags for the whole pattern: the given ones and those of `(?i)` at its beginning.
  var globalFlags: PatternFlags
  private var depth = 0

  /// The tree of `pattern`, and its groups.
  static func parse(
    _ pattern: String, flags: PatternFlags
  ) throws(RegularExpressionError) -> (tree: PatternNode, groups: PatternGroups) {
    var parser = PatternParser(tokenizer: PatternTokenizer(pattern), globalFlags: flags)
    let tree = try parser.alternatives(flags: nil)
    guard parser.tokenizer.next == nil else { throw parser.invalid("unbalanced parenthesis") }
    try parser.groups.checkConditions()
    return (tree, parser.groups)
  }

  private init(tokenizer: PatternTokenizer, globalFlags: PatternFlags) {
    self.tokenizer = tokenizer
    self.globalFlags = globalFlags
  }

  func invalid(_ message: String, at offset: Int? = nil) -> RegularExpressionError {
    .invalidPattern(message: message, offset: offset ?? tokenizer.position)
  }

  /// `a|b|c`; without flags of its own it is the whole pattern.
  mutating func alternatives(flags: PatternFlags?) throws(RegularExpressionError) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw .unsupportedPattern(message: "groups nested too deeply", offset: tokenizer.position)
    }
    var branches: [PatternNode] = []
    repeat {
      branches.append(try sequence(flags: flags, mayBeginWithFlags: flags == nil && branches.isEmpty))
    } while tokenizer.match("|")
    return branches.count == 1 ? branches[0] : PatternBranches.join(branches, flags: flags ?? globalFlags)
  }

  /// Items up to `|`, `)` or the end.
  mutating func sequence(
    flags: PatternFlags?, mayBeginWithFlags: Bool = false
  ) throws(RegularExpressionError) -> PatternNode {
    var items: [PatternNode] = []
    while !tokenizer.isNext("|"), !tokenizer.isNext(")"), let token = tokenizer.take() {
      let current = flags ?? globalFlags
      guard let character = token.first else { break }
      if token.count == 1, current.contains(.verbose), skip(character) { continue }
      if token.count == 1, let count = try quantifier(character) {
        try repeatLast(of: &items, count, at: tokenizer.position)
      } else if character == 0x28 {
        let canSetFlags = mayBeginWithFlags && items.isEmpty
        if let group = try group(flags: current, canSetFlags: canSetFlags) { items.append(group) }
      } else {
        items.append(try item(token, flags: current))
      }
    }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  /// Skips whitespace and comments of the verbose form.
  private mutating func skip(_ character: UInt32) -> Bool {
    switch character {
    case 0x20, 0x09...0x0D: return true
    case 0x23:
      while let token = tokenizer.take(), token.first != 0x0A || token.count > 1 {}
      return true
    default: return false
    }
  }

  private mutating func item(
    _ token: ArraySlice<UInt32>, flags: PatternFlags
  ) throws(RegularExpressionError) -> PatternNode {
    let character = token.first ?? 0
    switch Unicode.Scalar(character) {
    case "\\": return try escape(token, flags: flags)
    case "[": return try set(flags: flags)
    case ".": return .any(flags)
    case "^": return .anchor(.caret, flags)
    case "$": return .anchor(.dollar, flags)
    default: return .literal(character, flags)
    }
  }

  private mutating func escape(
    _ token: ArraySlice<UInt32>, flags: PatternFlags
  ) throws(RegularExpressionError) -> PatternNode {
    let start = tokenizer.position - token.count
    switch try PatternEscape.read(token, from: &tokenizer, inSet: false) {
    case .literal(let codePoint): return .literal(codePoint, flags)
    case .category(let category, let negated):
      return .set(PatternSet(items: [.category(category, negated: negated)]), flags)
    case .anchor(let anchor): return .anchor(anchor, flags)
    case .reference(let number):
      try groups.refer(to: number, at: start)
      return .backreference(number, flags)
    }
  }
}
