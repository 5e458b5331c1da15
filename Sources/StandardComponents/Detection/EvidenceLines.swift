// Cuts the lines of source code that a finding shows. Knows no rule.
internal import TextMatching

/// The numbered lines around a match.
struct EvidenceLines {
  /// Lines on each side of a match; nil for the whole file.
  let margin: Int?
  /// How many excerpts were longer than a piece of evidence may be.
  var cutCount = 0

  init(margin: Int?) { self.margin = margin }

  /// Each line's number, right-aligned in four, two spaces, and the line without white space at its end.
  mutating func excerpt(around line: Int, of lines: [Range<Int>], in text: Span<UInt8>) -> String {
    var range = lines.indices
    if let margin { range = max(0, line - margin)..<min(lines.count, line + margin + 1) }
    var excerpt = ""
    for index in range {
      let content = EvidenceText.string(text, PythonWhitespace.stripEnd(text, in: lines[index]))
      if excerpt.utf8.count + content.utf8.count > EvidenceText.sizeLimit {
        cutCount += 1
        return excerpt.isEmpty ? "..." : excerpt + "\n..."
      }
      let number = String(index + 1)
      if index > range.lowerBound { excerpt += "\n" }
      excerpt += String(repeating: " ", count: max(0, 4 - number.utf8.count)) + number + "  " + content
    }
    return excerpt
  }
}
