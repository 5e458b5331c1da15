// Finds the words of a rule's context in names such as `dateOfBirth`. Knows no values.
internal import TextMatching

/// Words that are told apart by capital letters alone: `passportNo` says what `passport no` says.
///
/// Names come again and again in a program, so what a name says is kept from text to text.
struct CamelCaseWords: Sendable {
  /// A word found in a name; offsets are those of the name.
  struct Word: Sendable {
    let range: Range<Int>
    let use: CompiledRules.KeywordUse
  }

  private struct Name: Sendable {
    let digest: UInt64
    let words: [Word]
  }

  private static let longestName = 64
  /// A power of two.
  private static let keptNames = 1 << 13

  /// By the lowest bits of its digest the name that was met last.
  private var known: [Name] = []

  /// Calls `body` with the words that speak for or against values, name by name.
  mutating func forEach(
    in text: Span<UInt8>, _ rules: CompiledRules, _ body: (CompiledRules.KeywordUse, Range<Int>) -> Void
  ) {
    var position = 0
    while let name = Self.next(in: text, from: position) {
      position = name.upperBound
      guard name.count <= Self.longestName else { continue }
      for word in words(of: name, in: text, rules) {
        body(word.use, word.range.lowerBound + name.lowerBound..<word.range.upperBound + name.lowerBound)
      }
    }
  }

  private mutating func words(of name: Range<Int>, in text: Span<UInt8>, _ rules: CompiledRules) -> [Word] {
    let digest = Self.digest(of: text.extracting(name))
    let place = Int(digest & UInt64(Self.keptNames - 1))
    if known.isEmpty { known = Array(repeating: Name(digest: 0, words: []), count: Self.keptNames) }
    if known[place].digest == digest { return known[place].words }
    let words = Self.search(text.extracting(name), rules)
    known[place] = Name(digest: digest, words: words)
    return words
  }

  /// The words of one name, which is searched as if spaces stood between its parts.
  private static func search(_ name: Span<UInt8>, _ rules: CompiledRules) -> [Word] {
    var bytes: [UInt8] = []
    /// By offset with the spaces: the offset without them.
    var origins: [Int] = []
    var part = NameParts.next(in: name, from: 0)
    for position in name.indices {
      if position == part {
        bytes.append(0x20)
        origins.append(position)
        part = NameParts.next(in: name, from: position)
      }
      bytes.append(name[position])
      origins.append(position)
    }
    origins.append(name.count)
    var words: [Word] = []
    rules.automaton.forEachMatch(in: bytes.span) { match in
      // Single letters are parts of tokens, not words.
      guard match.end - match.start > 1 else { return }
      switch rules.keywordUses[match.patternIndex] {
      case .contextWord, .excludingWord:
        let range = origins[match.start]..<origins[match.end - 1] + 1
        words.append(Word(range: range, use: rules.keywordUses[match.patternIndex]))
      case .pattern, .tableStatement: break
      }
    }
    return words
  }

  /// The next run of letters and digits in which a part begins that is not the first.
  private static func next(in text: Span<UInt8>, from start: Int) -> Range<Int>? {
    guard let part = NameParts.next(in: text, from: start) else { return nil }
    var first = part - 1
    while first > start, isNamePart(text[first - 1]) { first -= 1 }
    var end = part + 1
    while end < text.count, isNamePart(text[end]) { end += 1 }
    return first..<end
  }

  private static func isNamePart(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// FNV-1a, 64 bits.
  private static func digest(of name: Span<UInt8>) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for position in name.indices { digest = (digest ^ UInt64(name[position])) &* 0x100_0000_01B3 }
    return digest
  }
}
