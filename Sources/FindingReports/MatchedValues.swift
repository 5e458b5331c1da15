// Finds again, in the texts that a detector kept, what it had found there. Knows no rules.
internal import TextMatching

/// The values behind findings: what their patterns match in their evidence.
struct MatchedValues {
  /// Patterns that are kept compiled; rulesets have hundreds.
  private static let capacity = 4_096
  /// Values of one finding; more are never shown.
  private static let maximumCount = 1_000
  private var compiled: [String: [RegularExpression]] = [:]

  /// Every value that a finding's patterns match in its evidence: text by text, and there by place.
  mutating func values(of finding: Finding) -> [String] {
    var values: [String] = []
    for text in finding.evidence {
      values += matches(of: finding.patterns, in: NumberedLines.content(of: text)).map(\.value)
      if values.count >= Self.maximumCount { break }
    }
    return Array(values.prefix(Self.maximumCount))
  }

  /// The number of the line of numbered source text that the first match stands in; nil where lines have no
  /// numbers.
  mutating func numberedLine(of finding: Finding) -> Int? {
    guard let text = finding.evidence.first, let first = NumberedLines.firstNumber(of: text) else {
      return nil
    }
    let content = NumberedLines.content(of: text)
    guard let match = matches(of: finding.patterns, in: content).first else { return nil }
    return first &+ content.utf8.prefix(match.range.lowerBound).count { $0 == 0x0A }
  }

  /// One place of a text that a pattern matches.
  struct Match {
    /// Bytes.
    let range: Range<Int>
    let value: String
  }

  /// The places that any of the patterns matches, first to last; of two that overlap, the longer.
  mutating func matches(of patterns: [Finding.MatchedPattern], in text: String) -> [Match] {
    var ranges: [Range<Int>] = []
    for pattern in patterns {
      for expression in expressions(pattern.text) {
        // What is given up is not shown.
        try? expression.forEachMatch(in: text.utf8Span) { range in
          if ranges.count < 4 * Self.maximumCount, !range.isEmpty { ranges.append(range) }
        }
      }
    }
    let bytes = Array(text.utf8)
    return Self.apart(ranges).map { range in
      Match(range: range, value: String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self))
    }
  }

  private static func apart(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }) {
      guard let last = kept.last, range.lowerBound < last.upperBound else {
        kept.append(range)
        continue
      }
      if range.count > last.count { kept[kept.count - 1] = range }
    }
    return kept
  }

  private mutating func expressions(_ pattern: String) -> [RegularExpression] {
    if let known = compiled[pattern] { return known }
    if compiled.count >= Self.capacity { compiled.removeAll() }
    let expressions = Self.compile(pattern)
    compiled[pattern] = expressions
    return expressions
  }

  /// Findings do not say whether a pattern is a literal: what has a sign of a regular expression is tried as both.
  private static func compile(_ pattern: String) -> [RegularExpression] {
    let literal = "(?<![A-Za-z0-9])\(escaped(pattern))(?![A-Za-z0-9])"
    let hasSign = pattern.utf8.contains { #"\[](){}*+?|^$"#.utf8.contains($0) }
    return ([literal] + (hasSign ? [pattern] : [])).compactMap { try? RegularExpression(python: $0) }
  }

  private static func escaped(_ literal: String) -> String {
    var result = ""
    for scalar in literal.unicodeScalars {
      let isPlain = !scalar.isASCII || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      if !isPlain { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
