// Writes classes of characters for PCRE2. Knows no other parts of a pattern.

/// Renders a set as a bracket expression that means the same whatever PCRE2's own case rules are: letters that
/// equal each other are all listed, so the engine's caseless option is never needed for a class.
enum PatternSetRenderer {
  /// The class in PCRE2 syntax.
  ///
  /// - Throws: ``RegularExpressionError/unsupportedPattern(message:offset:)`` for cased letters beyond U+FFFF
  ///   among other characters: Python 3.11 compares them wrongly, and only there.
  static func render(_ set: PatternSet, _ flags: PatternFlags) throws(RegularExpressionError) -> String {
    let ascii = flags.contains(.ascii)
    var members: [ClosedRange<UInt32>] = []
    var classes = ""
    for item in set.items {
      switch item {
      case .literal(let codePoint):
        if codePoint > 0xFFFF, flags.contains(.ignoreCase), !ascii, CaseFolding.hasCase(codePoint) {
          throw .unsupportedPattern(message: "a letter beyond U+FFFF in a caseless class", offset: 0)
        }
        members.append(codePoint...codePoint)
      case .range(let first, let last): members.append(first...last)
      case .category(let category, let negated):
        if let ranges = ranges(of: category, ascii: ascii) {
          members += (negated ? ranges.complement : ranges).ranges
        } else {
          classes += name(of: category, negated: negated)
        }
      }
    }
    if !classes.isEmpty, members.isEmpty, set.items.count == 1, !set.negated { return classes }
    var codePoints = CodePointSet(members)
    if flags.contains(.ignoreCase) { codePoints = codePoints.closedUnderCase(ascii: ascii) }
    return "[" + (set.negated ? "^" : "") + render(codePoints) + classes + "]"
  }

  /// A class of single characters, as they are.
  static func render(_ codePoints: [UInt32]) -> String {
    "[" + render(CodePointSet(codePoints.map { $0...$0 })) + "]"
  }

  /// The ranges of a category that is better listed than named.
  private static func ranges(of category: PatternSet.Category, ascii: Bool) -> CodePointSet? {
    switch (category, ascii) {
    case (.space, false): .whitespace
    case (.space, true): .asciiWhitespace
    case (.digit, true): .asciiDigits
    case (.word, true): .asciiWord
    case (.digit, false), (.word, false): nil
    }
  }

  private static func name(of category: PatternSet.Category, negated: Bool) -> String {
    switch category {
    case .digit: negated ? "\\D" : "\\d"
    case .word: negated ? "\\W" : "\\w"
    case .space: negated ? "\\S" : "\\s"
    }
  }

  private static func render(_ codePoints: CodePointSet) -> String {
    codePoints.ranges.compactMap(withoutSurrogates).map { range in
      let first = PatternRenderer.escape(range.lowerBound)
      guard range.count > 1 else { return first }
      return first + "-" + PatternRenderer.escape(range.upperBound)
    }.joined()
  }

  /// The range without surrogates at its ends: no text holds them, and PCRE2 refuses them.
  private static func withoutSurrogates(_ range: ClosedRange<UInt32>) -> ClosedRange<UInt32>? {
    let surrogates = UInt32(0xD800)...0xDFFF
    let first = surrogates.contains(range.lowerBound) ? 0xE000 : range.lowerBound
    let last = surrogates.contains(range.upperBound) ? 0xD7FF : range.upperBound
    return first <= last ? first...last : nil
  }
}
