// Cuts the pieces of text that a finding shows. Knows no rule.
internal import TextMatching

/// The snippets of one text.
struct EvidenceText {
  /// Bytes of one piece: 128 KiB. All findings of a text are held in memory together.
  static let sizeLimit = 128 << 10

  let margin: Int?
  let maximumCount: Int
  /// How many pieces were longer.
  var cutCount = 0

  init(margin: Int?, maximumCount: Int) {
    self.margin = margin
    self.maximumCount = maximumCount
  }

  /// The snippets of a rule's patterns: the first place of each pattern, then the second of each, and so on.
  mutating func snippets(of patterns: [PatternPlaces], in text: Span<UInt8>) -> [String] {
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
  private mutating func snippet(around match: Range<Int>, in text: Span<UInt8>) -> String {
    guard let margin else { return shown(text, PythonWhitespace.strip(text, in: 0..<text.count)) }
    let window = CodePointPositions.window(in: text, around: match, by: margin)
    let content = shown(text, PythonWhitespace.strip(text, in: window.range))
    return (window.beginsAtStart ? "" : "...") + content + (window.endsAtEnd ? "" : "...")
  }

  /// The text of a range, or its beginning with dots where it is too long.
  private mutating func shown(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    guard range.count > Self.sizeLimit else { return Self.string(text, range) }
    cutCount += 1
    var end = range.lowerBound + Self.sizeLimit
    while end > range.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    return Self.string(text, range.lowerBound..<end) + "..."
  }

  static func string(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    do {
      return String(copying: try UTF8Span(validating: text.extracting(range)))
    } catch {
      preconditionFailure("a window of valid text begins and ends between characters")
    }
  }
}
