// The keys that lead to a line, told by indentation alone. Does not know the language that the text is in.

/// For some lines of a text the headings above them, outermost first: each less indented than the next.
///
/// A heading is what stands before the first colon of a line that a blank follows. Blank lines and comments are no headings. Items of a list (`- `)
/// belong to the key above them even where they are not indented deeper.
package struct SourceOutline: Sendable {
  private var keysByLine: [Int: [[UInt8]]] = [:]

  /// The headings of a line that was asked for, its own last.
  package func keys(atLine line: Int) -> [[UInt8]] { keysByLine[line] ?? [] }

  private struct Heading {
    let indentation: Int
    let isItem: Bool
    let text: Range<Int>
  }

  /// Goes over the text once, up to the last of the lines.
  package init(of text: SourceText, at lines: Set<Int>) {
    var open: [Heading] = []
    for line in 1..<(lines.max() ?? 0) + 1 {
      Self.enter(text.bytes, Self.content(of: line, in: text), &open)
      if lines.contains(line) { keysByLine[line] = open.map { Self.normal(text.bytes[$0.text]) } }
    }
  }

  /// Closes the headings that a line ends, and opens its own.
  private static func enter(_ bytes: [UInt8], _ line: Range<Int>, _ open: inout [Heading]) {
    var start = firstCharacter(bytes, line.lowerBound..<line.upperBound)
    guard start < line.upperBound, bytes[start] != UInt8(ascii: "#") else { return }
    while start < line.upperBound, isItem(bytes, start, line.upperBound) {
      let column = start - line.lowerBound
      close(&open) { $0.indentation > column || $0.indentation == column && $0.isItem }
      open.append(Heading(indentation: column, isItem: true, text: start..<start + 1))
      start = firstCharacter(bytes, start + 1..<line.upperBound)
    }
    guard start < line.upperBound else { return }
    let column = start - line.lowerBound
    close(&open) { $0.indentation >= column }
    if let end = colon(in: bytes, start..<line.upperBound) {
      open.append(Heading(indentation: column, isItem: false, text: start..<end))
    }
  }

  private static func content(of line: Int, in text: SourceText) -> Range<Int> {
    let range = text.lineRange(line)
    let isMarked = line == 1 && text.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return isMarked ? min(3, range.upperBound)..<range.upperBound : range
  }

  /// The first colon that a blank or the end of the line follows.
  private static func colon(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    range.first { offset in
      guard bytes[offset] == UInt8(ascii: ":") else { return false }
      return offset + 1 == range.upperBound || bytes[offset + 1] == 0x20 || bytes[offset + 1] == 0x09
    }
  }

  private static func close(_ open: inout [Heading], where isEnded: (Heading) -> Bool) {
    while let last = open.last, isEnded(last) { open.removeLast() }
  }

  private static func firstCharacter(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes[range].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? range.upperBound
  }

  /// Whether a `-` that stands alone is at an offset.
  private static func isItem(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "-")
      && (offset + 1 == end || bytes[offset + 1] == 0x20 || bytes[offset + 1] == 0x09)
  }

  /// A heading with single blanks, cut where it is longer than a key can be.
  private static func normal(_ heading: ArraySlice<UInt8>) -> [UInt8] {
    Array(heading.prefix(200).split { $0 == 0x20 || $0 == 0x09 }.joined(separator: [0x20]))
  }
}
