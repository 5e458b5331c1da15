// Tests that regular expressions match as Python's `re` does.

import Testing

@testable import TextMatching

/// A pattern, a text, and the byte ranges that Python 3.11's `re.finditer` gives with IGNORECASE.
struct PatternCaseRecord: Sendable, CustomTestStringConvertible {
  let pattern: String
  let text: String
  let ranges: [Range<Int>]

  init(_ pattern: String, _ text: String, _ ranges: Range<Int>...) {
    self.pattern = pattern
    self.text = text
    self.ranges = ranges
  }

  var testDescription: String { "\(pattern) in \(text.debugDescription)" }
}

@Suite struct RegularExpressionTests {
  static let recorded: [PatternCaseRecord] = [
    PatternCaseRecord(#"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Z|a-z]{2,}\b"#, "to: a.b@ex.org, x@y", 4..<14),
    PatternCaseRecord("ki[st]", "\u{212A}\u{130}\u{17F} KIT", 0..<7, 8..<11),
    PatternCaseRecord("[^i]", "iI\u{130}\u{131}x", 6..<7),
    PatternCaseRecord("straße", "strasse STRA\u{1E9E}E", 8..<16),
    PatternCaseRecord("a*", "aab", 0..<2, 2..<2, 3..<3),
    PatternCaseRecord("(?:a|)", "ba", 0..<0, 1..<2, 2..<2),
    PatternCaseRecord("x$", "x\nx\n", 2..<3),
    PatternCaseRecord("(?m)^", "a\nb\n", 0..<0, 2..<2, 4..<4),
    PatternCaseRecord("(?m)$", "a\n", 1..<1, 2..<2),
    PatternCaseRecord(#"a\Z"#, "a\n"),
    PatternCaseRecord(#"\s+"#, "a \u{1C}\u{85}\u{A0}\u{200B}\u{3000}b", 1..<7, 10..<13),
    PatternCaseRecord(#"\v"#, "\u{B}\n\u{C}", 0..<1),
    PatternCaseRecord(#"\d+"#, "1٣ ²", 0..<3),
    PatternCaseRecord(#"(?a)\w+"#, "aé1", 0..<1, 3..<4),
    PatternCaseRecord("(?a)k", "k\u{212A}K", 0..<1, 4..<5),
    PatternCaseRecord("a{,2}b", "aaab", 1..<4),
    PatternCaseRecord("a{,b", "a{,b", 0..<4),
    PatternCaseRecord(#"(?P<q>['"]).*?(?P=q)"#, #"x="a'b" 'c'"#, 2..<7, 8..<11),
    PatternCaseRecord(#"(?<!\d)\d{3}-\d{4}(?!\d)"#, "555-1234 5555-1234 555-12345", 0..<8),
    PatternCaseRecord("(?-i:a)b", "aB AB", 0..<2),
    PatternCaseRecord("(?x) a b # c", "AB", 0..<2),
    PatternCaseRecord(#"\N{EM DASH}\u00e9\U0001F642\x41\101"#, "—É🙂aa", 0..<11),
    PatternCaseRecord("(a)?b(?(1)c|d)", "abc bd abd", 0..<3, 4..<6, 8..<10),
    PatternCaseRecord("a++b|a*+a", "aab", 0..<3),
    PatternCaseRecord("[]a]", "]", 0..<1),
    PatternCaseRecord(#"[\w-]+"#, "a-é b", 0..<4, 5..<6),
    PatternCaseRecord(".", "\r\n\u{85}", 0..<1, 2..<4),
    PatternCaseRecord(#"\B"#, ""),
    PatternCaseRecord("", "", 0..<0),
    PatternCaseRecord("é", "É", 0..<2),
    PatternCaseRecord("a.c", "a\u{0}c", 0..<3),
  ]

  @Test(arguments: recorded) func matchesAsRecorded(_ record: PatternCaseRecord) throws {
    let expression = try RegularExpression(python: record.pattern)
    #expect(try expression.ranges(in: record.text) == record.ranges)
  }

  @Test(arguments: [
    #"\Q"#, #"\K"#, #"\R"#, #"\h"#, #"\X"#, #"\G"#, #"\z"#, #"\p{L}"#, #"\y"#, "(?L)a", "a(?i)", "(?P>n)",
    "(?R)", "(?|a)", "(?<n>a)", "(*UTF)", "a**", "*", "(", ")", "[", "[b-a]", "a{2,1}", #"\1"#, "(?P<1>a)",
    "(?P<n>a)(?P<n>b)", "(?P=n)", "(?<=a+)b", #"(?<=(a)\1)"#, #"(a\1)"#, "(?(1)a)", #"\x1"#, #"\u12"#,
    #"\U00110000"#, #"\N{NO SUCH NAME}"#, "\\", "(?", "(?P", "(?i", "(?i-i:a)", "(?au:a)", "(?-a:b)", "(?#",
    #"[\Z]"#, #"[\d-z]"#, #"\400"#, "^*", "(?(1)a|b|c)()", "a{4294967295}",
  ])
  func refusesWhatPythonRefuses(_ pattern: String) {
    let error = #expect(throws: RegularExpressionError.self) { try RegularExpression(python: pattern) }
    guard case .invalidPattern = error else {
      Issue.record("\(pattern): \(String(describing: error))")
      return
    }
  }

  @Test(arguments: [#"(\w+) \1"#, "[\u{10400}a]", "a{70000}", #"(?<=a{65535}b{10})"#])
  func refusesWhatCannotBeRenderedFaithfully(_ pattern: String) {
    let error = #expect(throws: RegularExpressionError.self) { try RegularExpression(python: pattern) }
    guard case .unsupportedPattern = error else {
      Issue.record("\(pattern): \(String(describing: error))")
      return
    }
  }

  @Test func namesTheOffsetOfAFault() {
    #expect(throws: RegularExpressionError.invalidPattern(message: "bad escape \\y", offset: 2)) {
      try RegularExpression(python: #"éa\y"#)
    }
  }

  @Test func nestingIsLimited() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: RegularExpressionError.self) { try RegularExpression(python: deep) }
  }

  @Test func runawayBacktrackingIsAnError() throws {
    let expression = try RegularExpression(python: "(?:a+a*)+$")
    #expect(throws: RegularExpressionError.limitExceeded(offset: 0)) {
      _ = try expression.ranges(in: String(repeating: "a", count: 60) + "b")
    }
  }

  @Test func longMatchesGetALargerStack() throws {
    let expression = try RegularExpression(python: "(?:(?:a|ab)b?)+c")
    let text = String(repeating: "ab", count: 20_000) + "c"
    #expect(try expression.ranges(in: text) == [0..<text.utf8.count])
  }

  @Test(
    arguments: [
      ("[a-z]+@[a-z]+", "@"), (#"\d{2}-\d{2}"#, "-"), ("(?:a|b#)c", nil), ("(?:x#|y#)", "#"), ("(?:-)*", nil),
      ("password", nil), ("(?-i:z)", "z"), ("(?=@)a", nil), ("(?:@+|:)", nil),
    ] as [(String, Unicode.Scalar?)])
  func requiredByte(_ pattern: String, _ expected: Unicode.Scalar?) throws {
    let byte = expected.map { UInt8(ascii: $0) }
    #expect(try RegularExpression(python: pattern).requiredByte == byte)
  }

  @Test func oneExpressionServesManyThreads() async throws {
    let expression = try RegularExpression(python: #"\b\w+@\w+\b"#)
    let text = String(repeating: "some text a@b ", count: 500)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { try expression.ranges(in: text).count } }
      for try await count in group { #expect(count == 500) }
    }
  }

  @Test(.enabled(if: PythonInterpreter.isAvailable)) func recordsAgreeWithPython() throws {
    try PatternTrial.compare(Self.recorded.map { PatternTrial(pattern: $0.pattern, text: $0.text) })
  }

  @Test(.enabled(if: PythonInterpreter.isAvailable), arguments: [1, 2, 3] as [UInt64])
  func randomPatternsAgreeWithPython(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    try PatternTrial.compare((0..<2000).map { _ in PatternTrial(using: &generator) })
  }

  /// Texts long enough that the search goes from one place of a required byte or of required digits to the next.
  @Test(.enabled(if: PythonInterpreter.isAvailable))
  func searchesAroundRequiredPlacesAgreeWithPython() throws {
    var generator = SeededGenerator(seed: 9)
    let alphabet = Array("0123456789aé日٣- .@".unicodeScalars)
    let patterns = [
      #"\d{1,2}-\d"#, #"\b\d{1,2}\.\d{1,2}\b"#, #"[a-z]@[a-zé]"#, #"(?<=-)\d\.\d"#, #"\d+-\d+"#, "é-|日-",
      #"(?:\d-){2}\d"#, #"\w{0,3}日\w"#, #"(?:a@|@a)+"#, #"-$"#, #"^\d?-"#, #".{0,5}@.{0,2}?1"#,
      #"\d{4}"#, #"(?<!\d)\d{3}(?!\d)"#, #"[a-z]{1,2}\d{2} ?\d{2}a?"#, #"(?:\d{5}|aa\d-?\d{3})"#,
      #"[1-9]\d(?: ?\d{3}){2}"#, #"\w{1,3}\d{2}é"#, #"\d{8,20}"#, #"(?:a|\d)*\d\d"#,
    ]
    for length in [40, 400, 6000] {
      let text = generator.text(of: alphabet, length: length...length)
      let sparse = text.replacing("-", with: "aaaaaaaa").replacing("@", with: "bbbbé9999日")
      try PatternTrial.compare(
        patterns.flatMap {
          [PatternTrial(pattern: $0, text: text), PatternTrial(pattern: $0, text: sparse + text)]
        })
    }
  }

  @Test(
    arguments: [
      (#"\d{4}-\d{2}"#, 4), ("a*-", nil), ("-", 0), ("(?:ab|c)-", 2), ("-a+-", 0), ("a{400}-", nil),
    ] as [(String, Int?)])
  func leadOfTheRequiredByte(_ pattern: String, _ lead: Int?) throws {
    let (tree, groups) = try PatternParser.parse(pattern, flags: .ignoreCase)
    let required = try #require(RequiredByte(in: tree, groups: groups))
    #expect(required.byte == UInt8(ascii: "-"))
    #expect(required.lead == lead)
  }

  @Test(.enabled(if: PythonInterpreter.isAvailable))
  func categoriesAgreeWithPythonForEveryCodePoint() throws {
    // Beyond these planes nothing is assigned but private use.
    let scalars = (Array(UInt32(0)..<0x32000) + Array(0xE0000..<0xE0200)).compactMap(Unicode.Scalar.init)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    try PatternTrial.compare(
      [#"\w+"#, #"\W+"#, #"\d+"#, #"\s+"#, #"[^\S\d]+"#, #"\b"#, "(?-i:[\\W\\d]+)", "[a-zà-ý]+"].map {
        PatternTrial(pattern: $0, text: String(text))
      })
  }
}

extension RegularExpression {
  /// The byte ranges of all matches in a string.
  func ranges(in text: String) throws -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    let bytes = Array(text.utf8)
    try forEachMatch(in: UTF8Span(validating: bytes.span)) { ranges.append($0) }
    return ranges
  }
}
