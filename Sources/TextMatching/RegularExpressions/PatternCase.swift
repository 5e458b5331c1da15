// Says whether a part of a pattern can match letters that have case. Knows no engine.

enum PatternCase {
  /// True unless every character the part can match equals only itself.
  static func mayHaveCase(_ node: PatternNode) -> Bool {
    switch node {
    case .literal(let codePoint, _): CaseFolding.hasCase(codePoint)
    case .any, .backreference: true
    case .set(let set, _): set.negated || set.items.contains(where: mayHaveCase)
    case .anchor, .look: false
    case .sequence(let items), .alternation(let items): items.contains(where: mayHaveCase)
    case .capture(_, let content), .group(let content), .atomic(let content), .repetition(let content, _):
      mayHaveCase(content)
    case .conditional(_, let yes, let no): mayHaveCase(yes) || no.map(mayHaveCase) ?? false
    }
  }

  private static func mayHaveCase(_ item: PatternSet.Item) -> Bool {
    switch item {
    case .literal(let codePoint): CaseFolding.hasCase(codePoint)
    // A short range is looked through; a long one surely holds letters.
    case .range(let first, let last):
      last - first > 128 || (first...last).contains(where: CaseFolding.hasCase)
    case .category(let category, let negated): negated || category == .word
    }
  }
}
