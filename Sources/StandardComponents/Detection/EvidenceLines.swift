// Cuts the lines of source code that a finding shows. Knows no rule.
internal import TextMatching

/// The numbered lines around a match.
struct EvidenceLines {
  /// Lines on each side of a match; nil for the whole file.
  let margin: Int?

  /// Each line's number, right-aligned in four, two spaces, and the line without white space at its end.
  func excerpt(around line: Int, of lines: [Range<Int>], in text: Span<UInt8>) -> String {
    var range = lines.indices
    if let margin { range = max(0, line - margin)..<min(lines.count, line + margin + 1) }
    return range.map { index in
      let content = EvidenceText.string(text, PythonWhitespace.stripEnd(text, in: lines[index]))
      let number = String(index + 1)
      return String(repeating: " ", count: max(0, 4 - number.utf8.count)) + number + "  " + content
    }.joined(separator: "\n")
  }
}
