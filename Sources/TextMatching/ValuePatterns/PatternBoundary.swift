// Says what parts of a pattern ask of the character before a match. Knows no automaton.

/// ASCII letters and digits before a match, and at its beginning.
enum PatternBoundary {
  /// Whether a part takes nothing and only fits where no ASCII letter or digit stands before; may be no wrongly.
  static func isAssured(by node: PatternNode) -> Bool {
    switch node {
    case .look(behind: true, negated: true, let content): takesAllAlphanumerics(content)
    case .look(behind: true, negated: false, let content): endsWithoutAlphanumeric(content)
    case .anchor(.textStart, _), .anchor(.caret, _): true
    case .group(let content), .capture(_, let content), .atomic(let content): isAssured(by: content)
    case .alternation(let branches): branches.allSatisfy(isAssured)
    case .sequence(let items): items.allSatisfy(isEmpty) && items.contains(where: isAssured)
    default: false
    }
  }

  /// Whether every match begins with a letter or digit of ASCII, or with a letter that equals one.
  static func beginsWithAlphanumeric(_ node: PatternNode) -> Bool {
    switch node {
    case .literal(let codePoint, _): isASCIIAlphanumeric(codePoint)
    case .sequence(let items): items.first.map(beginsWithAlphanumeric) ?? false
    case .alternation(let branches): branches.allSatisfy(beginsWithAlphanumeric)
    case .capture(_, let content), .group(let content), .atomic(let content): beginsWithAlphanumeric(content)
    case .repetition(let content, let count): count.minimum > 0 && beginsWithAlphanumeric(content)
    default: false
    }
  }

  private static func isEmpty(_ node: PatternNode) -> Bool {
    switch node {
    case .look, .anchor: true
    default: false
    }
  }

  private static func takesAllAlphanumerics(_ content: PatternNode) -> Bool {
    guard case .set(let set, let flags) = content else { return false }
    return alphanumerics.allSatisfy { PatternBytes.contains(set, flags, $0) }
  }

  private static func endsWithoutAlphanumeric(_ node: PatternNode) -> Bool {
    switch node {
    case .literal(let codePoint, _): !CaseFolding.equals(of: codePoint).contains(where: isASCIIAlphanumeric)
    case .set(let set, let flags): !alphanumerics.contains { PatternBytes.contains(set, flags, $0) }
    // At the beginning of a text or line nothing of the kind stands before.
    case .anchor(.textStart, _), .anchor(.caret, _): true
    case .sequence(let items): items.last.map(endsWithoutAlphanumeric) ?? false
    case .alternation(let branches): branches.allSatisfy(endsWithoutAlphanumeric)
    case .capture(_, let content), .group(let content), .atomic(let content): endsWithoutAlphanumeric(content)
    default: false
    }
  }

  private static let alphanumerics = (UInt32(0)..<128).filter(isASCIIAlphanumeric)

  private static func isASCIIAlphanumeric(_ codePoint: UInt32) -> Bool {
    codePoint < 0x80 && WordBoundary.isASCIIAlphanumeric(UInt8(truncatingIfNeeded: codePoint))
  }
}
