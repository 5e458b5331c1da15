// The index of value patterns finds what each pattern finds by itself.
import Testing

@testable import TextMatching

@Suite struct ValuePatternIndexTests {
  static let patterns = [
    "(?<![\\w.-])\\d{3}-\\d{2}-\\d{4}(?![\\w-])",
    "(?<!\\w)(?-i:[A-Z]{2})\\d{2} ?[A-Z0-9]{4}(?: ?\\d{4}){1,6}",
    "(?<![A-Za-z0-9])k[sſ]?i{1,3}x", "(?<![\\w])[é-ü]\\w+ \\d{1,4}", "(?<!\\w)(?:ab|ac|b){2,30}c*\\d",
    "(?<![\\w/])(?=\\w*\\d)\\w{4,60}!", "(?<!\\w)a(?:b+c?)*d", "(?<!\\w)\\d{25,30}x?", "(?<!\\w)(1|2)\\1",
    "(?<!\\w)[^\\W\\d_]+@x", "(?<!\\w)[^\\W\\d_]+ \\d", "(?<!\\w)[^\\s\\d]{2,9}\\d",
    "(?<!\\w)\\d+(?:[.,]\\d+)?%", "\\bk[^c]{1,9}\\bx\\b", "\\b(?:ab|sx|12)+[^ab]", "\\b[é😀]{1,2}a",
    "-\\d", "(?<!\\w)--(?=1)\\d+", "\\. (?!a)[ab]{1,3}", "_k[sſ]", "/(?:12|é)3?", "-a-\\b1",
    "(?:(?<=\\n)|(?<=\\A)|(?<=^\\d[.)] ))[ab]{1,3}\\d",
    "(?<!\\w)[ab]+(?=c\\d)", "(?<!\\w)(?:ab|ba|b){1,3}(?=-|[12k])(?!1)", "(?<!\\w)(?:[ab]+(?=12)|k)[1-9]",
    "(?<!\\w)(1|2)(?=.)\\1(?= )", "(?<!\\w)(?:b(?=b|\\.)){1,2}(?=\\W)", "\\b12(?=(?:3|\\Z)(?=4|$))",
    "(?<=[-. ])[ab]+\\d", "(?:(?<=\\.b-)|(?<=\\n)|\\A)(?!12)[\\dk]{2,}x?", "(?<=[é😀_])\\d[^a]",
  ]

  private static func matches(_ expression: RegularExpression, _ text: String) throws -> [Range<Int>] {
    var found: [Range<Int>] = []
    try expression.forEachMatch(in: text.utf8Span) { found.append($0) }
    return found
  }

  @Test func patternsThatBeginAtABoundaryAreIndexed() throws {
    let index = ValuePatternIndex(try Self.patterns.map { try RegularExpression(python: $0) })
    // A rare byte leads to '!', '%' and '@' without an index.
    #expect(index.isIndexed.filter { $0 }.count >= 12)
    let others = [
      "\\d{4}", "\\b[^a]\\d", "\\Bx\\d", "(?<!a)\\d{4}", "(?<=k-)?\\d", "(?<=[.ſ])\\d",
      "(?:(?<=\\.)|(?<=b))\\d", "(?<!\\w)\\+\\d", "(?<!\\w)\\d*", "-?\\d", "-[^a]",
    ]
    #expect(
      ValuePatternIndex(try others.map { try RegularExpression(python: $0) }).isIndexed.allSatisfy { !$0 })
  }

  /// What every word can begin is left to the search for bytes that are in few texts.
  @Test func patternsThatGoOnWithAnyWordAreNotIndexedIfTheyHoldALiteral() throws {
    let patterns = [
      "(?<!\\w)[a-z0-9]{6}\\.(?-i:zed1)\\d", "(?<!\\w)[a-z0-9]{6}\\.zed1", "(?<!\\w)[a-y]{6}\\.(?-i:zed1)",
      "(?<!\\w)(?-i:[A-Z]{6}\\.zed1)", "(?<!\\w)a[a-z]*(?-i:zed1)", "(?<!\\w)[a-z]{2}\\.(?-i:zed1)",
    ]
    let index = ValuePatternIndex(try patterns.map { try RegularExpression(python: $0) })
    #expect(index.isIndexed == [false, true, true, true, true, true])
  }

  @Test(arguments: 0..<40) func findsWhatEachPatternFinds(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let parts = [
      "a", "b", "c", "d", "ab", "bb", "abbbcd", "12", "1234", "123-45-6789", "DE89 3704 0044 0532", "AB12",
      " ", "-", ".", "_",
      "!", "%", "/", "é", "ü5", "k", "ſ", "K", "ı", "kix", "ksIx", "Éa 12", "\n", "@x", "😀",
      "1234567890123456789012345",
      "0", "x", "9,5",
    ]
    let expressions = try Self.patterns.map { try RegularExpression(python: $0) }
    let index = ValuePatternIndex(expressions)
    var search = index.makeSearch()
    for _ in 0..<60 {
      let count = Int.random(in: 0...60, using: &generator)
      var text = (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      text.makeContiguousUTF8()
      search.run(over: text.utf8Span.span)
      var digits = DigitRuns()
      for (number, expression) in expressions.enumerated() where index.isIndexed[number] {
        var found: [Range<Int>] = []
        try expression.forEachMatch(in: text.utf8Span, startingAt: search.places(of: number), &digits) {
          found.append($0)
        }
        #expect(found == (try Self.matches(expression, text)), "\(Self.patterns[number]) in \(text)")
      }
    }
  }

  @Test func partsAreSearchedByTheirBeginnings() throws {
    let expression = try RegularExpression(python: "\\d{3}x?")
    var text = "123x 456x 789 012"
    text.makeContiguousUTF8()
    var found: [Range<Int>] = []
    var digits = DigitRuns()
    try expression.forEachMatch(in: text.utf8Span, startingIn: [0..<2, 6..<11], &digits) { found.append($0) }
    #expect(found == [0..<4, 10..<13])
  }
}
