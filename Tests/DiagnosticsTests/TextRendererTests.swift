// Diagnostics as people see them: what is underlined stands under what is meant.
import Diagnostics
import Testing

struct TextRendererTests {
  @Test func everything() {
    let text = MarkedDiagnostic(
      "a: 3️⃣first4️⃣\nb: x\nc:\n\nd: 1️⃣second2️⃣\n", annotation: "here", notes: ["a note"], fixes: ["third"]
    ).text()
    #expect(
      text == """
        error[WCT2008]: what is wrong
          --> t.yaml:5:4
           |
         1 | a: first
           |    ----- a second place
        ...
         5 | d: second
           |    ^^^^^^ here
           = note: a note
           = fix: replace with 'third'

        """)
  }

  @Test func withoutPlace() {
    #expect(
      MarkedDiagnostic("", notes: ["n"]).text()
        == "error[WCT2008]: what is wrong\n  --> t.yaml\n   = note: n\n")
  }

  @Test func warning() {
    #expect(MarkedDiagnostic("1️⃣a2️⃣", rule: .missingContact).text().hasPrefix("warning[WCT9005]: "))
  }

  @Test func twoOnOneLine() {
    #expect(
      MarkedDiagnostic("3️⃣a4️⃣, 1️⃣b2️⃣").excerpt() == [
        " 1 | a, b", "   | -  ^", "   | |", "   | a second place",
      ])
  }

  @Test func gutterGrowsWithTheLineNumber() {
    let lines = String(repeating: "x\n", count: 99)
    #expect(MarkedDiagnostic("\(lines)1️⃣y2️⃣").excerpt() == [" 100 | y", "     | ^"])
  }

  /// Each text, and how many blanks stand before how many marks.
  static let widths: [(text: String, blanks: Int, marks: Int)] = [
    ("a: 1️⃣bc2️⃣", 3, 2), ("é: 1️⃣é2️⃣", 3, 1), ("e\u{301}: 1️⃣e\u{301}2️⃣", 3, 1), ("日本: 1️⃣語2️⃣", 6, 2),
    ("😀: 1️⃣😀😀2️⃣", 4, 4), ("ﾊﾟ: 1️⃣x2️⃣", 4, 1), ("한글: 1️⃣글2️⃣", 6, 2), ("ｱ: 1️⃣Ａ2️⃣", 3, 2),
    ("a\tb: 1️⃣x2️⃣", 6, 1), ("\t1️⃣\t2️⃣x", 2, 2), ("a\u{200B}b1️⃣c2️⃣", 2, 1), ("a\u{1B}b1️⃣c2️⃣", 3, 1),
    ("\u{202E}1️⃣abc2️⃣", 8, 3), ("1️⃣2️⃣abc", 0, 1), ("abc1️⃣2️⃣", 3, 1), ("\u{FEFF}ab1️⃣c2️⃣", 2, 1),
    // A family of four scalars and three joiners, a flag, a skin tone, a heart made a picture, a keycap: two columns.
    ("👨‍👩‍👧‍👦: 1️⃣x2️⃣", 4, 1), ("a1️⃣👨‍👩‍👧‍👦2️⃣b", 1, 2), ("🇩🇪🇫🇷1️⃣x2️⃣", 4, 1), ("👍🏽1️⃣x2️⃣", 2, 1), ("❤️1️⃣x2️⃣", 2, 1),
    // A heart as text, a syllable of three jamo, marks stacked on one letter, a Devanagari cluster.
    ("❤1️⃣x2️⃣", 1, 1), ("\u{1112}\u{1161}\u{11AB}1️⃣x2️⃣", 2, 1), ("o\u{302}\u{323}\u{331}1️⃣x2️⃣", 1, 1),
    ("क्षि1️⃣x2️⃣", 3, 1), ("\u{2066}1️⃣a2️⃣\u{2069}", 8, 1), ("a\u{200D}b1️⃣c2️⃣", 2, 1), ("𠮷1️⃣𠮷2️⃣", 2, 2),
  ]

  @Test(arguments: widths.indices)
  func underline(_ index: Int) throws {
    let (text, blanks, marks) = Self.widths[index]
    let excerpt = MarkedDiagnostic(text).excerpt()
    try #require(excerpt.count == 2)
    let expected = "   | " + String(repeating: " ", count: blanks) + String(repeating: "^", count: marks)
    #expect(excerpt[1] == expected, "\(excerpt[0])")
  }

  @Test func spanOfSeveralLines() {
    #expect(
      MarkedDiagnostic("a: 1️⃣[x,\n y]2️⃣", annotation: "all of it").excerpt() == [
        " 1 |   a: [x,", "   |  ____^", " 2 | |  y]", "   | |___^ all of it",
      ])
  }

  @Test func lineBreaks() {
    #expect(MarkedDiagnostic("a\r\nb: 1️⃣c2️⃣\r\n").excerpt() == [" 2 | b: c", "   |    ^"])
    #expect(MarkedDiagnostic("a\rb: 1️⃣c2️⃣\r").excerpt() == [" 2 | b: c", "   |    ^"])
    #expect(MarkedDiagnostic("a: 1️⃣c\n2️⃣").excerpt() == [" 1 | a: c", "   |    ^"])
    #expect(MarkedDiagnostic("a\n1️⃣2️⃣").excerpt() == [" 2 | ", "   | ^"])
  }

  /// A long line is cut, and what is underlined still stands in it, in the right place.
  @Test(arguments: [0, 5, 60, 500, 2000, 3990])
  func longLine(_ position: Int) throws {
    let line =
      String(repeating: "x", count: position) + "1️⃣Y2️⃣" + String(repeating: "z", count: 4000 - position)
    let excerpt = MarkedDiagnostic(line).excerpt(width: 80)
    try #require(excerpt.count == 2)
    #expect(excerpt[0].count <= 80)
    let column = try #require(excerpt[0].firstIndex(of: "Y")).utf16Offset(in: excerpt[0])
    let mark = try #require(excerpt[1].firstIndex(of: "^")).utf16Offset(in: excerpt[1])
    #expect(column == mark)
  }

  /// A wide character takes two columns of a cut line too.
  @Test func longLineOfWideCharacters() throws {
    let wide = String(repeating: "語", count: 300)
    let excerpt = MarkedDiagnostic("\(wide)1️⃣Y2️⃣\(wide)").excerpt(width: 80)
    let before = try #require(excerpt[0].firstIndex(of: "Y"))
    let columns = excerpt[0][..<before].reduce(0) { $0 + ($1 == "語" ? 2 : 1) }
    let mark = try #require(excerpt[1].firstIndex(of: "^")).utf16Offset(in: excerpt[1])
    #expect(columns == mark)
    let width = excerpt[0].reduce(0) { $0 + ($1 == "語" ? 2 : 1) }
    #expect(width <= 80, "cut to the width of the terminal: \(width)")
  }

  @Test func narrowTerminal() {
    for width in [-5, 0, 1, 10] { #expect(MarkedDiagnostic("abc 1️⃣d2️⃣").text(width: width).contains("^")) }
  }

  /// Nothing in a file can steer the terminal: not in the line, not in a message that quotes it.
  @Test func controlCharacters() {
    let evil = "\u{1B}[31m\u{9B}2J\u{7}\r\u{8}\u{202E}"
    let text = MarkedDiagnostic(
      "a: 1️⃣\u{1B}[31m\u{9B}\u{7}2️⃣", "no '\(evil)'", annotation: evil, notes: [evil], fixes: [evil]
    ).text()
    let allowed = text.unicodeScalars.allSatisfy {
      $0 == "\n"
        || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && !(0x202A...0x202E).contains($0.value))
    }
    #expect(allowed, "\(text.debugDescription)")
  }

  @Test func colours() {
    let text = MarkedDiagnostic("1️⃣a2️⃣").text(isColoured: true)
    #expect(text.contains("\u{1B}[1;31merror[WCT2008]\u{1B}[0m"))
    #expect(text.matches(of: /\u{1B}\[[0-9;]+m/).count.isMultiple(of: 2))
    #expect(text.replacing(/\u{1B}\[[0-9;]*m/, with: "") == MarkedDiagnostic("1️⃣a2️⃣").text())
  }

  @Test func secondFile() {
    var sources = SourceCollection()
    let first = sources.add(SourceText(name: "a.yaml", bytes: Array("one".utf8)))
    let second = sources.add(SourceText(name: "b.yaml", bytes: Array("x\ntwo".utf8)))
    let diagnostic = Diagnostic(
      .invalidValue, "m", at: SourceSpan(source: first, start: 0, end: 3),
      labels: [DiagnosticLabel("there", at: SourceSpan(source: second, start: 2, end: 5))])
    #expect(
      TextRenderer(sources: sources).render(diagnostic) == """
        error[WCT2008]: m
          --> a.yaml:1:1
           |
         1 | one
           | ^^^
          ::: b.yaml:2:1
           |
         2 | two
           | --- there

        """)
  }

  @Test func summary() {
    let error = MarkedDiagnostic("1️⃣a2️⃣").diagnostic
    let warning = MarkedDiagnostic("1️⃣a2️⃣", rule: .missingContact).diagnostic
    #expect(TextRenderer.summary(of: []) == "")
    #expect(TextRenderer.summary(of: [error]) == "1 error")
    #expect(TextRenderer.summary(of: [warning, error, error]) == "2 errors, 1 warning")
  }
}
