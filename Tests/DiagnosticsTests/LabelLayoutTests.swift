// Underlines and messages of one line, brackets of several, lines too long to show whole.
import Diagnostics
import TestSupport
import Testing

struct LabelLayoutTests {
  /// A diagnostic with labels: the primary from 1️⃣ to 2️⃣, labels between the following pairs, `a`, `b`, ….
  private func excerpt(
    _ marked: String, width: Int = 120, rule: Rule = .invalidValue
  ) -> [String] {
    let source = MarkedSource(marked)
    var sources = SourceCollection()
    let id = sources.add(SourceText(name: "t.yaml", bytes: source.bytes))
    let pairs: [(Character, Character)] = [("1️⃣", "2️⃣"), ("3️⃣", "4️⃣"), ("5️⃣", "6️⃣"), ("7️⃣", "8️⃣")]
    let spans = pairs.compactMap { start, end in
      source.range(start, end).map { SourceSpan(source: id, start: $0.lowerBound, end: $0.upperBound) }
    }
    let labels = zip(spans.dropFirst(), ["a", "b", "c"]).map { DiagnosticLabel($1, at: $0) }
    let diagnostic = Diagnostic(rule, "m", at: spans.first, annotation: "here", labels: labels)
    return TextRenderer(sources: sources, width: width).render(diagnostic)
      .split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3).dropLast().map(String.init)
  }

  @Test func threeOnOneLine() {
    #expect(
      excerpt("3️⃣one4️⃣ 1️⃣two2️⃣ 5️⃣three6️⃣") == [
        " 1 | one two three",
        "   | --- ^^^ ----- b",
        "   | |   |",
        "   | |   here",
        "   | a",
      ])
  }

  @Test func oneInsideAnother() {
    #expect(
      excerpt("3️⃣aa 1️⃣bb2️⃣ cc4️⃣") == [
        " 1 | aa bb cc", "   | ---^^--- a", "   |    |", "   |    here",
      ])
  }

  @Test func bothAtOnePlace() {
    #expect(excerpt("3️⃣1️⃣aa2️⃣4️⃣") == [" 1 | aa", "   | ^^ a", "   | |", "   | here"])
  }

  @Test func wideTextBeforeAConnector() {
    #expect(
      excerpt("語: 3️⃣語4️⃣ 1️⃣👨‍👩‍👧2️⃣") == [
        " 1 | 語: 語 👨‍👩‍👧", "   |     -- ^^ here", "   |     |", "   |     a",
      ])
  }

  @Test func bracketsBesideEachOther() {
    #expect(
      excerpt("a: 1️⃣{\n  b: 3️⃣[\n  ]4️⃣\n}2️⃣") == [
        " 1 |     a: {",
        "   |  ______^",
        " 2 | |     b: [",
        "   | |  ______-",
        " 3 | | |   ]",
        "   | | |___- a",
        " 4 | |   }",
        "   | |___^ here",
      ])
  }

  @Test func bracketAroundALabel() {
    #expect(
      excerpt("a: 1️⃣{\n  b: 3️⃣x4️⃣\n}2️⃣") == [
        " 1 |   a: {", "   |  ____^", " 2 | |   b: x", "   | |      - a", " 3 | | }", "   | |_^ here",
      ])
  }

  /// A long span shows its ends.
  @Test func longBracket() {
    let lines = (0..<50).map { "  k\($0): v\n" }.joined()
    let shown = excerpt("a: 1️⃣{\n\(lines)}2️⃣")
    #expect(shown == ["  1 |   a: {", "    |  ____^", "...   |", " 52 | | }", "    | |_^ here"])
  }

  /// Line breaks and blanks at the end of a span are no part of what is shown.
  @Test func trailingLineBreak() {
    #expect(excerpt("a: 1️⃣x\n\n  \n2️⃣b: y") == [" 1 | a: x", "   |    ^ here"])
  }

  /// Two places of a long line that do not fit beside each other are shown one after the other.
  @Test func farApart() {
    let gap = String(repeating: "-", count: 400)
    let shown = excerpt("3️⃣left4️⃣\(gap)1️⃣right2️⃣", width: 60)
    #expect(shown.count == 4)
    #expect(shown[0].contains("right") && shown[1].hasSuffix("^^^^^ here"))
    #expect(shown[2].contains("left") && shown[3].hasSuffix("---- a"))
    #expect(shown[0].count <= 60 && shown[2].count <= 60)
  }

  @Test func colourFollowsTheSeverity() {
    func colour(_ rule: Rule) -> Bool {
      let marked = MarkedDiagnostic("1️⃣x2️⃣", rule: rule)
      let code = ["note": "36", "warning": "33", "error": "31"][rule.severity.rawValue] ?? ""
      return marked.text(isColoured: true).contains("\u{1B}[1;\(code)m^")
    }
    #expect(colour(.invalidValue) && colour(.missingContact) && colour(.rulesetRemark))
  }

  @Test func placesAreLinksWhereAsked() {
    let marked = MarkedDiagnostic("a: 1️⃣x2️⃣")
    func text(_ directory: String?) -> String {
      TextRenderer(sources: marked.sources, linkDirectory: directory).render(marked.diagnostic)
    }
    #expect(!text(nil).contains("\u{1B}"))
    #expect(
      text("/home/a b").contains(
        "--> \u{1B}]8;;file:///home/a%20b/t.yaml\u{1B}\\t.yaml:1:4\u{1B}]8;;\u{1B}\\\n"))
  }
}
