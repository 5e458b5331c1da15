// Cuts the pieces of text that a finding shows. Knows no rule.
internal import RuleMatching
internal import TextMatching

/// The snippets of one text.
struct EvidenceText {
  let margin: Int?
  let maximumCount: Int

  /// The snippets of a rule's patterns: the first place of each pattern, then the second of each, and so on.
  func snippets(of patterns: [PatternPlaces], in text: Span<UInt8>) -> [String] {
    var snippets: [String] = []
    for round in 0..<maximumCount {
      for pattern in patterns where round < pattern.representatives.count {
        snippets.append(snippet(around: pattern.representatives[round], in: text))
        if snippets.count == maximumCount { return snippets }
      }
    }
    return snippets
  }

  /// The window around a match without white space at its ends, dots where the text goes on.
  private func snippet(around match: Range<Int>, in text: Span<UInt8>) -> String {
    guard let margin else { return Self.string(text, PythonWhitespace.strip(text, in: 0..<text.count)) }
    let window = CodePointPositions.window(in: text, around: match, by: margin)
    let content = Self.string(text, PythonWhitespace.strip(text, in: window.range))
    return (window.beginsAtStart ? "" : "...") + content + (window.endsAtEnd ? "" : "...")
  }

  static func string(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    do {
      return String(copying: try UTF8Span(validating: text.extracting(range)))
    } catch {
      preconditionFailure("a window of valid text begins and ends between characters")
    }
  }
}
