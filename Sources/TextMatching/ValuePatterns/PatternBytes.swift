// Says which bytes the characters of a pattern can have. Knows no automaton.

/// The ASCII characters that a part of a pattern takes, and whether it takes any beyond; the latter may be yes wrongly.
enum PatternBytes {
  static let ascii = ByteSet(0..<128)

  static func of(_ codePoint: UInt32, _ flags: PatternFlags) -> (ascii: ByteSet, beyond: Bool) {
    let all = flags.contains(.ignoreCase) ? CaseFolding.equals(of: codePoint) : [codePoint]
    return (ByteSet(all.filter { $0 < 128 }.map(UInt8.init)), all.contains { $0 >= 128 })
  }

  static func of(_ set: PatternSet, _ flags: PatternFlags) -> (ascii: ByteSet, beyond: Bool) {
    let bytes = (UInt32(0)..<128).filter { contains(set, flags, $0) }.map(UInt8.init)
    return (ByteSet(bytes), mayGoBeyond(set, flags))
  }

  /// All bytes that a part of a pattern can take; some of them maybe wrongly.
  static func all(in node: PatternNode) -> ByteSet {
    func bytes(_ found: (ascii: ByteSet, beyond: Bool)) -> ByteSet {
      found.beyond ? found.ascii.union(.beyondASCII) : found.ascii
    }
    switch node {
    case .literal(let codePoint, let flags): return bytes(of(codePoint, flags))
    case .set(let set, let flags): return bytes(of(set, flags))
    case .anchor, .look: return ByteSet()
    case .any, .backreference, .conditional: return .all
    case .sequence(let items), .alternation(let items):
      return items.reduce(ByteSet()) { $0.union(all(in: $1)) }
    case .capture(_, let content), .group(let content), .atomic(let content), .repetition(let content, _):
      return all(in: content)
    }
  }

  /// Whether a class takes a character of ASCII.
  static func contains(_ set: PatternSet, _ flags: PatternFlags, _ codePoint: UInt32) -> Bool {
    let equals = flags.contains(.ignoreCase) ? CaseFolding.equals(of: codePoint) : [codePoint]
    let isIn = set.items.contains { item in equals.contains { takes(item, $0) } }
    return isIn != set.negated
  }

  private static func takes(_ item: PatternSet.Item, _ codePoint: UInt32) -> Bool {
    switch item {
    case .literal(let literal): return literal == codePoint
    case .range(let first, let last): return (first...last).contains(codePoint)
    case .category(let category, let negated):
      let set: CodePointSet =
        switch category {
        case .digit: .asciiDigits
        case .space: .whitespace
        case .word: .asciiWord
        }
      // Beyond ASCII only the letters come here that equal one of ASCII.
      let isIn = codePoint < 0x80 ? set.contains(codePoint) : category == .word
      return isIn != negated
    }
  }

  /// Categories and negated classes reach beyond ASCII; so do `i`, `k` and `s` where case does not matter.
  private static func mayGoBeyond(_ set: PatternSet, _ flags: PatternFlags) -> Bool {
    if set.negated { return true }
    return set.items.contains { item in
      switch item {
      case .category: true
      case .literal(let codePoint): of(codePoint, flags).beyond
      case .range(let first, let last):
        last >= 128
          || flags.contains(.ignoreCase) && (first...last).contains { CaseFolding.equals(of: $0).count > 2 }
      }
    }
  }
}
