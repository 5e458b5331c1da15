// Tests Python's text semantics: whitespace, lines, newlines, windows.

import Testing

@testable import TextMatching

@Suite struct PythonTextTests {
  @Test(
    arguments: [
      ("  a b\t\n", 2..<5), ("\u{1C}\u{85}x\u{A0}\u{2028}", 3..<4), ("\u{200B}x\u{FEFF}", 0..<7),
      (" \u{3000} ", 0..<0), ("", 0..<0), ("x", 0..<1), ("\u{1680}é\u{202F}\u{205F}", 3..<5),
    ] as [(String, Range<Int>)])
  func strip(_ text: String, _ expected: Range<Int>) {
    let bytes = Array(text.utf8)
    #expect(PythonWhitespace.strip(bytes.span, in: 0..<bytes.count) == expected)
  }

  @Test func stripStaysWithinItsRange() {
    let bytes = Array("a  b  c".utf8)
    #expect(PythonWhitespace.strip(bytes.span, in: 1..<6) == 3..<4)
    #expect(PythonWhitespace.stripEnd(bytes.span, in: 1..<6) == 1..<4)
    #expect(PythonWhitespace.stripEnd(bytes.span, in: 1..<3) == 1..<1)
  }

  @Test(arguments: [
    (" \u{1F}\u{2000}", true), ("", true), (" \u{200B}", false), ("\u{FEFF}", false), ("a", false),
  ])
  func isBlank(_ text: String, _ expected: Bool) {
    #expect(PythonWhitespace.isBlank(Array(text.utf8).span) == expected)
  }

  @Test(
    arguments: [
      ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\rc\n\nd", ["a", "b", "c", "", "d"]),
      ("a\u{B}b\u{C}c\u{1C}d\u{1D}e\u{1E}f\u{1F}g", ["a", "b", "c", "d", "e", "f\u{1F}g"]),
      ("é\u{85}â€\u{2028}x\u{2029}…\u{84}", ["é", "â€", "x", "…\u{84}"]), ("\n", [""]), ("a\r", ["a"]),
    ] as [(String, [String])])
  func splitLines(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    let lines = LineSplitting.lines(of: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(lines == expected)
  }

  @Test(arguments: [
    ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\r", "\n"), ("\r\r\n\n", "\n\n\n"), ("ab", "ab"), ("", ""),
    ("é\u{85}\r", "é\u{85}\n"),
  ])
  func universalNewlines(_ text: String, _ expected: String) {
    #expect(UniversalNewlines.convert(Array(text.utf8)) == Array(expected.utf8))
  }

  @Test func countsCodePoints() {
    let bytes = Array("aé日🙂z".utf8)
    #expect(CodePointPositions.count(in: bytes.span, 0..<bytes.count) == 5)
    #expect(CodePointPositions.count(in: bytes.span, 1..<6) == 2)
    #expect(CodePointPositions.count(in: bytes.span, 3..<3) == 0)
    #expect(CodePointPositions.count(in: bytes.span, 0..<1000) == 5)
  }

  @Test(
    arguments: [
      (3..<6, 0, 3..<6, false, false), (3..<6, 1, 1..<10, false, false), (3..<6, 2, 0..<11, true, true),
      (0..<1, 1, 0..<3, true, false), (10..<11, 3, 1..<11, false, true), (3..<6, 100, 0..<11, true, true),
    ] as [(Range<Int>, Int, Range<Int>, Bool, Bool)])
  func windows(_ range: Range<Int>, _ count: Int, _ expected: Range<Int>, _ atStart: Bool, _ atEnd: Bool) {
    let window = CodePointPositions.window(in: Array("aé日🙂z".utf8).span, around: range, by: count)
    #expect(window == .init(range: expected, beginsAtStart: atStart, endsAtEnd: atEnd))
  }

  @Test(.enabled(if: PythonInterpreter.isAvailable)) func randomTextsAgreeWithPython() throws {
    let script = """
      import sys
      for line in sys.stdin:
        text = bytes.fromhex(line.strip()).decode()
        show = lambda part: part.encode().hex()
        print(show(text.strip()), show(text.rstrip()), not text or text.isspace(), ','.join(map(show, text.splitlines())))
      """
    var generator = SeededGenerator(seed: 5)
    let alphabet =
      Array((0x08..<0x22).compactMap { Unicode.Scalar($0 as UInt32) })
      + Array(
        "a\u{7F}\u{84}\u{85}\u{A0}\u{1680}\u{180E}\u{2000}\u{200A}\u{200B}\u{2028}\u{2029}\u{202F}\u{205F}\u{2060}\u{3000}\u{FEFF}é日"
          .unicodeScalars)
    let texts = (0..<2000).map { _ in generator.text(of: alphabet, length: 0...12) }
    let answers = try PythonInterpreter.run(script, input: texts.map(PythonInterpreter.hex))
    try #require(answers.count == texts.count)
    for (text, answer) in zip(texts, answers) {
      #expect(Self.answer(text) == answer, "\(text.debugDescription)")
    }
  }

  private static func answer(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let all = 0..<bytes.count
    func show(_ range: Range<Int>) -> String {
      PythonInterpreter.hex(String(decoding: bytes[range], as: UTF8.self))
    }
    let lines = LineSplitting.lines(of: bytes.span).map(show).joined(separator: ",")
    let blank = PythonWhitespace.isBlank(bytes.span) ? "True" : "False"
    let stripped = show(PythonWhitespace.strip(bytes.span, in: all))
    return "\(stripped) \(show(PythonWhitespace.stripEnd(bytes.span, in: all))) \(blank) \(lines)"
  }
}
