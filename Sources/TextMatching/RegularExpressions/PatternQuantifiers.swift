// Parses `*`, `+`, `?` and `{m,n}` with their lazy and possessive forms. Knows no other syntax.

extension PatternParser {
  /// Counts from here on are without end for Python, and refused when written.
  private static let pythonMaximum: UInt32 = .max

  /// The quantifier that `character`, just taken, begins; nil if it begins none.
  mutating func quantifier(_ character: UInt32) throws(RegularExpressionError) -> PatternCount? {
    switch Unicode.Scalar(character) {
    case "*": return count(0, nil)
    case "+": return count(1, nil)
    case "?": return count(0, 1)
    case "{": return try braces()
    default: return nil
    }
  }

  private mutating func count(_ minimum: Int, _ maximum: Int?) -> PatternCount {
    let kind: PatternCount.Kind =
      tokenizer.isNext("?") ? .lazy : tokenizer.isNext("+") ? .possessive : .greedy
    if kind != .greedy { _ = tokenizer.take() }
    return PatternCount(minimum: minimum, maximum: maximum, kind: kind)
  }

  /// `{m}`, `{m,}`, `{,n}`, `{m,n}`; anything else makes the brace a literal.
  private mutating func braces() throws(RegularExpressionError) -> PatternCount? {
    let here = tokenizer.position
    guard !tokenizer.isNext("}") else { return nil }
    let low = tokenizer.takeWhile(.max, PatternDigits.isDecimal)
    let hasComma = tokenizer.match(",")
    let high = hasComma ? tokenizer.takeWhile(.max, PatternDigits.isDecimal) : low
    guard tokenizer.match("}") else {
      tokenizer.seek(here)
      return nil
    }
    let minimum = try number(low, at: here) ?? 0
    let maximum = try number(high, at: here)
    if let maximum, maximum < minimum { throw invalid("min repeat greater than max repeat", at: here) }
    return count(minimum, maximum)
  }

  private func number(_ digits: [UInt32], at offset: Int) throws(RegularExpressionError) -> Int? {
    guard !digits.isEmpty else { return nil }
    guard let value = PatternDigits.value(digits, radix: 10), value < Self.pythonMaximum else {
      throw invalid("the repetition number is too large", at: offset)
    }
    return Int(value)
  }

  /// Puts a quantifier on the last item.
  func repeatLast(
    of items: inout [PatternNode], _ count: PatternCount, at offset: Int
  ) throws(RegularExpressionError) {
    guard let last = items.popLast() else { throw invalid("nothing to repeat", at: offset) }
    if case .anchor = last { throw invalid("nothing to repeat", at: offset) }
    if case .repetition = last { throw invalid("multiple repeat", at: offset) }
    items.append(.repetition(last, count))
  }
}
