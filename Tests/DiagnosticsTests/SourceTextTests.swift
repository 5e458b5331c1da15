// Lines and columns as people count them, for every kind of line break and character.
import Diagnostics
import TestSupport
import Testing

struct SourceTextTests {
  static let places: [(text: String, offset: Int, line: Int, column: Int)] = [
    ("", 0, 1, 1), ("", 5, 1, 1), ("", -1, 1, 1), ("a", 1, 1, 2), ("a\n", 1, 1, 2), ("a\n", 2, 2, 1),
    ("a\nb", 2, 2, 1), ("a\nb", 3, 2, 2), ("a\r\nb", 1, 1, 2), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1),
    ("a\r\rb", 3, 3, 1), ("a\n\rb", 3, 3, 1), ("\r\n\r\n", 4, 3, 1), ("\n\n", 1, 2, 1),
    ("é", 2, 1, 2), ("aé😀b", 7, 1, 4), ("e\u{301}x", 3, 1, 3), ("日本語", 6, 1, 3), ("a\tb", 2, 1, 3),
    ("\u{2028}b", 3, 1, 2), ("a\u{85}b", 3, 1, 3), ("a\u{B}b", 2, 1, 3), ("a\u{C}b", 2, 1, 3),
    ("\u{FEFF}ab", 0, 1, 1), ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2), ("\u{FEFF}a\nb", 5, 2, 1),
    ("\u{FEFF}a\nb", 6, 2, 2), ("a\u{FEFF}b", 4, 1, 3), ("abc", 99, 1, 4),
  ]

  @Test(arguments: places.indices)
  func location(_ index: Int) {
    let (text, offset, line, column) = Self.places[index]
    let place = SourceText(name: "t", bytes: Array(text.utf8)).location(of: offset)
    #expect([place.line, place.column] == [line, column], "\(text.debugDescription) at \(offset): \(place)")
  }

  private func place(_ offset: Int, in text: SourceText) -> [Int] {
    let location = text.location(of: offset)
    return [location.line, location.column]
  }

  @Test func lineRanges() {
    let text = SourceText(name: "t", bytes: Array("a\r\nbc\n\nd\re".utf8))
    let lines = (1...5).map { text.text(text.lineRange($0)) }
    #expect(lines == ["a", "bc", "", "d", "e"])
    #expect(SourceText(name: "t", bytes: []).lineRange(1) == 0..<0)
  }

  /// Bytes that are not UTF-8 have places too.
  @Test func malformedBytes() {
    let text = SourceText(name: "t", bytes: [0x61, 0xFF, 0x80, 0x0A, 0xC3])
    for offset in -1...6 { _ = text.location(of: offset) }
    #expect(place(4, in: text) == [2, 1])
    #expect(text.text(0..<100) == "a\u{FFFD}\u{FFFD}\n\u{FFFD}")
  }

  /// Every offset's line is that of a plain count.
  @Test func agreesWithCounting() {
    var generator = SeededGenerator(seed: 4)
    let pieces = ["a", "é", "😀", "\n", "\r", "\r\n", " "]
    for _ in 0..<200 {
      let text = (0..<30).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      let bytes = Array(text.utf8)
      let source = SourceText(name: "t", bytes: bytes)
      var (line, column) = (1, 1)
      for (offset, byte) in bytes.enumerated() {
        if byte & 0xC0 != 0x80 { #expect(place(offset, in: source) == [line, column]) }
        let isBreak = byte == 0x0A || (byte == 0x0D && bytes.dropFirst(offset + 1).first != 0x0A)
        if isBreak {
          (line, column) = (line + 1, 1)
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
      }
    }
  }
}
