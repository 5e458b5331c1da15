// Parses `[…]`. Knows no other syntax.

extension PatternParser {
  /// The class whose opening bracket has just been taken.
  mutating func set(flags: PatternFlags) throws(RegularExpressionError) -> PatternNode {
    let start = tokenizer.position - 1
    var set = PatternSet(items: [], negated: tokenizer.match("^"))
    while true {
      guard let token = tokenizer.take() else { throw invalid("unterminated character set", at: start) }
      if token.count == 1, token.first == 0x5D, !set.items.isEmpty { break }
      let item = try setItem(token)
      guard tokenizer.match("-") else {
        set.items.append(item)
        continue
      }
      guard let end = tokenizer.take() else { throw invalid("unterminated character set", at: start) }
      if end.count == 1, end.first == 0x5D {
        set.items += [item, .literal(0x2D)]
        break
      }
      set.items.append(try range(from: item, to: setItem(end)))
    }
    set.items = PatternSet.unique(set.items)
    if case .literal(let codePoint)? = set.items.first, set.items.count == 1, !set.negated {
      return .literal(codePoint, flags)
    }
    return .set(set, flags)
  }

  private mutating func setItem(
    _ token: ArraySlice<UInt32>
  ) throws(RegularExpressionError) -> PatternSet.Item {
    guard token.first == 0x5C else { return .literal(token.first ?? 0) }
    switch try PatternEscape.read(token, from: &tokenizer, inSet: true) {
    case .literal(let codePoint): return .literal(codePoint)
    case .category(let category, let negated): return .category(category, negated: negated)
    case .anchor, .reference: throw invalid("bad escape in a character set")
    }
  }

  private func range(
    from low: PatternSet.Item, to high: PatternSet.Item
  ) throws(RegularExpressionError) -> PatternSet.Item {
    guard case .literal(let first) = low, case .literal(let last) = high, first <= last else {
      throw invalid("bad character range")
    }
    return .range(first, last)
  }
}
