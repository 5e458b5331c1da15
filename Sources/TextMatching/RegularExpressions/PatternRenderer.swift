// Writes a parsed pattern in the syntax of PCRE2, with the meaning it has in Python. Knows no texts.

/// Renders for PCRE2 with the options UTF, UCP and DOTALL, a newline being LF alone.
///
/// Case: PCRE2's caseless option is used for runs of ASCII letters only, without `i`, `k` and `s`, which have
/// relatives beyond ASCII; every other cased letter becomes a class of all that Python takes as equal.
struct PatternRenderer {
  /// The largest count PCRE2 takes in `{m,n}`.
  private static let maximumCount = 65535

  private let groups: PatternGroups
  /// From a group's number in the pattern to its number among the rendered groups.
  private let numbers: [Int: Int]

  static func render(
    _ tree: PatternNode, groups: PatternGroups
  ) throws(RegularExpressionError) -> String {
    try PatternRenderer(groups).render(tree)
  }

  private init(_ groups: PatternGroups) {
    self.groups = groups
    numbers = Dictionary(uniqueKeysWithValues: groups.referenced.sorted().enumerated().map { ($1, $0 + 1) })
  }

  private func render(_ node: PatternNode) throws(RegularExpressionError) -> String {
    switch node {
    case .literal(let codePoint, let flags): return render([codePoint], flags)
    case .any(let flags): return flags.contains(.dotAll) ? "." : "\\N"
    case .set(let set, let flags): return try PatternSetRenderer.render(set, flags)
    case .anchor(let anchor, let flags): return PatternAnchorRenderer.render(anchor, flags)
    case .sequence(let items): return try sequence(items)
    case .alternation(let branches): return try "(?:" + alternatives(branches) + ")"
    case .capture(let number, let content):
      return try (numbers[number] == nil ? "(?:" : "(") + alternatives(of: content) + ")"
    case .group(let content): return try "(?:" + alternatives(of: content) + ")"
    case .atomic(let content): return try "(?>" + alternatives(of: content) + ")"
    case .look(let behind, let negated, let content):
      return try "(?" + (behind ? "<" : "") + (negated ? "!" : "=") + alternatives(of: content) + ")"
    case .repetition(let content, let count): return try repetition(content, count)
    case .backreference(let number, let flags): return try backreference(number, flags)
    case .conditional(let number, let yes, let no):
      guard let rendered = numbers[number] else { return "" }
      return try "(?(\(rendered))" + render(yes)
        + (no.map { node throws(RegularExpressionError) in
          try "|" + render(node)
        } ?? "") + ")"
    }
  }

  private func alternatives(of content: PatternNode) throws(RegularExpressionError) -> String {
    if case .alternation(let branches) = content { return try alternatives(branches) }
    return try render(content)
  }

  private func alternatives(_ branches: [PatternNode]) throws(RegularExpressionError) -> String {
    var parts: [String] = []
    for branch in branches { parts.append(try render(branch)) }
    return parts.joined(separator: "|")
  }

  /// Items in a row; literals that follow each other are written together.
  private func sequence(_ items: [PatternNode]) throws(RegularExpressionError) -> String {
    var result = ""
    var run: [UInt32] = []
    var runFlags: PatternFlags = []
    for item in items {
      if case .literal(let codePoint, let flags) = item, run.isEmpty || flags == runFlags {
        run.append(codePoint)
        runFlags = flags
        continue
      }
      result += render(run, runFlags)
      run = []
      if case .literal(let codePoint, let flags) = item {
        run = [codePoint]
        runFlags = flags
      } else {
        result += try render(item)
      }
    }
    return result + render(run, runFlags)
  }

  /// Literal characters in a row.
  private func render(_ codePoints: [UInt32], _ flags: PatternFlags) -> String {
    guard flags.contains(.ignoreCase) else { return codePoints.map(Self.literal).joined() }
    var result = ""
    var isCaseless = false
    for codePoint in codePoints {
      let equals = Self.equals(of: codePoint, flags)
      let isPlain = PatternDigits.isASCIILetter(codePoint) && CaseFolding.equals(of: codePoint).count == 2
      if isPlain != isCaseless {
        result += isPlain ? "(?i:" : ")"
        isCaseless = isPlain
      }
      result += isPlain || equals.count < 2 ? Self.literal(codePoint) : PatternSetRenderer.render(equals)
    }
    return result + (isCaseless ? ")" : "")
  }

  private static func equals(of codePoint: UInt32, _ flags: PatternFlags) -> [UInt32] {
    let equals = CaseFolding.equals(of: codePoint)
    guard flags.contains(.ascii) else { return equals }
    return codePoint < 0x80 ? equals.filter { $0 < 0x80 } : [codePoint]
  }

  private func repetition(
    _ content: PatternNode, _ count: PatternCount
  ) throws(RegularExpressionError) -> String {
    guard max(count.minimum, count.maximum ?? 0) <= Self.maximumCount else {
      throw .unsupportedPattern(message: "a count of more than \(Self.maximumCount)", offset: 0)
    }
    let suffix =
      switch count.kind {
      case .greedy: ""
      case .lazy: "?"
      case .possessive: "+"
      }
    return try repeated(content) + Self.render(count) + suffix
  }

  /// The content of a repetition as one item.
  private func repeated(_ content: PatternNode) throws(RegularExpressionError) -> String {
    switch content {
    case .literal(let codePoint, let flags):
      let equals = flags.contains(.ignoreCase) ? Self.equals(of: codePoint, flags) : [codePoint]
      return equals.count > 1 ? PatternSetRenderer.render(equals) : Self.literal(codePoint)
    case .any, .set, .group, .capture, .atomic, .alternation: return try render(content)
    case .anchor, .sequence, .look, .repetition, .backreference, .conditional:
      return try "(?:" + render(content) + ")"
    }
  }

  private static func render(_ count: PatternCount) -> String {
    switch (count.minimum, count.maximum) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (0, 1): "?"
    case (let minimum, nil): "{\(minimum),}"
    case (let minimum, let maximum?): minimum == maximum ? "{\(minimum)}" : "{\(minimum),\(maximum)}"
    }
  }

  /// A reference to what a group took. Python compares it by lowercase only, PCRE2 by its own rules: without
  /// regard to case they agree for sure only where there is no case.
  private func backreference(
    _ number: Int, _ flags: PatternFlags
  ) throws(RegularExpressionError) -> String {
    guard let rendered = numbers[number] else { return "" }
    if flags.contains(.ignoreCase), let content = groups.contents[number], PatternCase.mayHaveCase(content) {
      throw .unsupportedPattern(message: "a caseless reference to a group that can match letters", offset: 0)
    }
    return "\\g{\(rendered)}"
  }

  /// A character as a literal; a surrogate, which no text holds, as what never matches.
  static func literal(_ codePoint: UInt32) -> String {
    (0xD800...0xDFFF).contains(codePoint) ? "(?!)" : escape(codePoint)
  }

  /// A character so that it means itself, in a class and outside.
  static func escape(_ codePoint: UInt32) -> String {
    guard let scalar = Unicode.Scalar(codePoint), scalar.isASCII, codePoint > 0x20, codePoint < 0x7F else {
      return "\\x{" + String(codePoint, radix: 16) + "}"
    }
    let isPlain = PatternDigits.isASCIILetter(codePoint) || PatternDigits.isDecimal(codePoint)
    return (isPlain ? "" : "\\") + String(scalar)
  }
}
