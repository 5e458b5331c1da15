// Joins the branches of an alternation. Knows no syntax.

/// What `a|b` becomes.
enum PatternBranches {
  /// An alternation, or one class when every branch is a character: Python does the same, and a class is faster.
  static func join(_ branches: [PatternNode], flags: PatternFlags) -> PatternNode {
    var items: [PatternSet.Item] = []
    for branch in branches {
      switch branch {
      case .literal(let codePoint, flags): items.append(.literal(codePoint))
      case .set(let set, flags) where !set.negated: items += set.items
      default: return .alternation(branches)
      }
    }
    return .set(PatternSet(items: PatternSet.unique(items)), flags)
  }
}

extension PatternSet {
  /// The items without repetitions, in order.
  static func unique(_ items: [Item]) -> [Item] {
    var seen: Set<Item> = []
    return items.filter { seen.insert($0).inserted }
  }
}
