// Tests that the keyword automaton finds what Python's `re` finds.

import Testing

@testable import TextMatching

/// A keyword, a text, and the byte ranges in which Python 3.11 finds the keyword.
struct KeywordCase: Sendable, CustomTestStringConvertible {
  let keyword: String
  let text: String
  let ranges: [Range<Int>]

  init(_ keyword: String, _ text: String, _ ranges: Range<Int>...) {
    self.keyword = keyword
    self.text = text
    self.ranges = ranges
  }

  var testDescription: String { "\(keyword) in \(text)" }
}

@Suite struct KeywordAutomatonTests {
  static let recorded: [KeywordCase] = [
    KeywordCase("email", "email", 0..<5),
    KeywordCase("email", "E-Mail EMAIL e_email_", 7..<12, 15..<20),
    KeywordCase("email", "emails email1 1email xemail"),
    KeywordCase("email", "éemailé", 2..<7),
    KeywordCase("k", "\u{212A} K k \u{212A}k", 0..<3, 4..<5, 6..<7),
    KeywordCase("task", "ta\u{017F}k ta\u{017F}\u{212A}!", 0..<5, 6..<13),
    KeywordCase("id", "\u{130}d \u{131}D id", 0..<3, 4..<7, 8..<10),
    KeywordCase("cat", "cat\u{017F} \u{212A}cat cat\u{131} \u{130}cat \u{E9}cat", 27..<30),
    KeywordCase("strasse", "straße"),
    KeywordCase("straße", "STRA\u{1E9E}E strasse", 0..<8),
    KeywordCase("\u{B5}m", "\u{3BC}M \u{39C}m", 0..<3, 4..<7),
    KeywordCase("σας", "ΣΑΣ σασ", 0..<6, 7..<13),
    KeywordCase("ⱥa", "\u{23A}A ⱥa", 0..<3, 4..<8),
    KeywordCase("a a", "a a a a", 0..<3, 4..<7),
    KeywordCase("-a-", "-a-a-a- -a-", 8..<11),
    KeywordCase("- -", "- - - -", 0..<3, 4..<7),
    KeywordCase("@id", "x@id .@id @id2", 6..<9),
    KeywordCase("é", "aéa éé", 5..<7, 7..<9),
    KeywordCase("日本", "日本日本", 0..<6, 6..<12),
    KeywordCase("a", "a,a b a", 0..<1, 2..<3, 6..<7),
    KeywordCase("ab", "ab", 0..<2),
    KeywordCase("a\u{0}b", "a\u{0}b", 0..<3),
    KeywordCase("word", ""),
  ]

  @Test(arguments: recorded) func findsWhatPythonFinds(_ testCase: KeywordCase) throws {
    let matches = try find([testCase.keyword], in: testCase.text)
    #expect(matches.map { $0.start..<$0.end } == testCase.ranges)
  }

  @Test func reportsEachOfEqualAndNestedKeywords() throws {
    let matches = try find(["data", "personal data", "DATA", "sonal"], in: "Personal data")
    #expect(
      matches == [
        KeywordMatch(patternIndex: 1, start: 0, end: 13),
        KeywordMatch(patternIndex: 0, start: 9, end: 13),
        KeywordMatch(patternIndex: 2, start: 9, end: 13),
      ])
  }

  @Test func refusesAnEmptyKeyword() {
    #expect(throws: KeywordAutomatonError.emptyPattern(index: 1)) {
      try KeywordAutomaton(patterns: ["a", ""])
    }
  }

  @Test func noKeywordsMatchNothing() throws {
    #expect(try find([], in: "some text").isEmpty)
  }

  @Test func findsAcrossEveryBlockPosition() throws {
    for offset in 0..<200 {
      let text = String(repeating: "x ", count: offset) + "keyword " + String(repeating: "y", count: offset)
      let matches = try find(["keyword", "y"], in: text)
      let word = KeywordMatch(patternIndex: 0, start: offset * 2, end: offset * 2 + 7)
      #expect(matches.first == word)
      #expect(matches.count == (offset == 1 ? 2 : 1))
    }
  }

  @Test func findsInTextsOfEveryLength() throws {
    for length in 0..<200 {
      let text = String(repeating: "-", count: length) + "key"
      #expect(try find(["key"], in: text) == [KeywordMatch(patternIndex: 0, start: length, end: length + 3)])
      #expect(try find(["key"], in: text + "s").isEmpty)
    }
  }

  @Test func bytesThatAreNoUTF8AreBoundaries() throws {
    let automaton = try KeywordAutomaton(patterns: ["key", "é"])
    let bytes: [UInt8] = [0xFF, 0x6B, 0x65, 0x79, 0xC3, 0x6B, 0x65, 0x79, 0xE2, 0x84, 0xC3, 0xA9, 0xF4]
    var ranges: [Range<Int>] = []
    automaton.forEachMatch(in: bytes.span) { ranges.append($0.start..<$0.end) }
    #expect(ranges == [1..<4, 5..<8, 10..<12])
  }

  @Test func stopsWhenTheBodyThrows() throws {
    struct Stop: Error {}
    let automaton = try KeywordAutomaton(patterns: ["a"])
    var count = 0
    #expect(throws: Stop.self) {
      try automaton.forEachMatch(in: Array("a a a".utf8).span) { _ in
        count += 1
        if count == 2 { throw Stop() }
      }
    }
    #expect(count == 2)
  }

  @Test(.enabled(if: PythonInterpreter.isAvailable)) func randomTextsAgreeWithPython() throws {
    var generator = SeededGenerator(seed: 1)
    let cases = (0..<3000).map { _ in KeywordTrial(using: &generator) }
    let answers = try PythonInterpreter.run(KeywordTrial.script, input: cases.map(\.line))
    try #require(answers.count == cases.count)
    for (trial, answer) in zip(cases, answers) {
      #expect(try trial.answer() == answer, "\(trial.keywords) in \(trial.text)")
    }
  }

  private func find(_ keywords: [String], in text: String) throws -> [KeywordMatch] {
    let automaton = try KeywordAutomaton(patterns: keywords)
    var matches: [KeywordMatch] = []
    automaton.forEachMatch(in: Array(text.utf8).span) { matches.append($0) }
    return matches
  }
}

/// Random keywords and a random text, dense in the characters whose folding is special.
struct KeywordTrial {
  static let alphabet: [Unicode.Scalar] = Array(
    "aAbkKsSiI1_- .@\u{212A}\u{017F}\u{130}\u{131}\u{E9}\u{C9}\u{DF}\u{1E9E}µμΣσςЖжȺⱥ\u{390}\u{1FD3}日🙂\u{10400}\u{10428}"
      .unicodeScalars)

  static let script = """
    import re, sys
    for line in sys.stdin:
      words, text = line.rstrip('\\n').split(' ')
      text = bytes.fromhex(text).decode()
      found = []
      for index, word in enumerate(words.split(',')):
        word = bytes.fromhex(word).decode()
        pattern = '(?<![a-zA-Z0-9])' + re.escape(word) + '(?![a-zA-Z0-9])'
        for match in re.finditer(pattern, text, re.IGNORECASE):
          start, end = (len(text[:at].encode()) for at in match.span())
          found.append((index, start, end))
      print(' '.join('%d:%d-%d' % one for one in found))
    """

  let keywords: [String]
  let text: String

  init(using generator: inout SeededGenerator) {
    let alphabet = Self.alphabet.shuffled(using: &generator).prefix(Int.random(in: 3...30, using: &generator))
    let letters = Array(alphabet)
    keywords = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
      generator.text(of: letters, length: 1...(Int.random(in: 0..<8, using: &generator) == 0 ? 70 : 5))
    }
    var text = generator.text(of: letters, length: 0...150)
    for keyword in keywords { text += keyword + generator.text(of: letters, length: 0...3) }
    self.text = text
  }

  var line: String {
    keywords.map(PythonInterpreter.hex).joined(separator: ",") + " " + PythonInterpreter.hex(text)
  }

  /// What the automaton finds, sorted and printed as the script prints.
  func answer() throws -> String {
    let automaton = try KeywordAutomaton(patterns: keywords)
    var found: [[Int]] = []
    automaton.forEachMatch(in: Array(text.utf8).span) { found.append([$0.patternIndex, $0.start, $0.end]) }
    found.sort { $0.lexicographicallyPrecedes($1) }
    return found.map { "\($0[0]):\($0[1])-\($0[2])" }.joined(separator: " ")
  }
}
