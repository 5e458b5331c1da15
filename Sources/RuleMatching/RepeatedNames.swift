// Finds the words of names again in the text that they were found in. Knows no patterns.
internal import TextMatching

/// Whoever is named in full at one place of a text is called by one name at others: "Anna Kowalska … Anna said".
struct RepeatedNames {
  /// Longer texts are not gone through again.
  private static let longestText = 1 << 18
  private static let maximumWords = 128
  private static let shortestWord = 3

  /// By word: the slot of the pattern that found it first.
  private var slots: [[UInt8]: Int] = [:]
  /// A bit for the first letters and lengths of the words.
  private var forms: UInt64 = 0

  /// Takes the words with a capital letter of a name.
  mutating func add(_ name: Range<Int>, slot: Int, in text: Span<UInt8>) {
    Self.forEachWord(in: text, name) { word in
      guard slots.count < Self.maximumWords, word.count >= Self.shortestWord else { return }
      let bytes = Self.bytes(text, word)
      guard !Self.titles.contains(bytes), slots[bytes] == nil else { return }
      slots[bytes] = slot
      forms |= Self.form(of: word, in: text)
    }
  }

  /// Most words of a text differ from all names by it.
  private static func form(of word: Range<Int>, in text: Span<UInt8>) -> UInt64 {
    1 << UInt64((Int(text[word.lowerBound]) &* 5 &+ Int(text[word.lowerBound + 1]) &+ word.count) & 63)
  }

  /// The places of the words that none of `taken`, which are in order, covers.
  func places(in text: Span<UInt8>, taken: [ContestedMatch]) -> [ContestedMatch] {
    guard !slots.isEmpty, text.count <= Self.longestText else { return [] }
    var found: [ContestedMatch] = []
    var next = 0
    Self.forEachWord(in: text, 0..<text.count) { word in
      while next < taken.count, taken[next].range.upperBound <= word.lowerBound { next += 1 }
      if next < taken.count, taken[next].range.lowerBound < word.upperBound { return }
      guard word.count >= Self.shortestWord, forms & Self.form(of: word, in: text) != 0,
        let slot = slots[Self.bytes(text, word)]
      else { return }
      found.append(ContestedMatch(range: word, slot: slot, confidence: 0, contextDistance: nil))
    }
    return found
  }

  /// Words of letters that begin with a capital one, or with a character beyond ASCII, and stand for themselves.
  private static func forEachWord(in text: Span<UInt8>, _ range: Range<Int>, _ body: (Range<Int>) -> Void) {
    CapitalisedWords.forEach(in: text, range) { word in
      let isApart =
        (word.lowerBound == 0 || !isJoint(text[word.lowerBound - 1]))
        && (word.upperBound == text.count || !isJoint(text[word.upperBound]))
      if isApart { body(word) }
    }
  }

  /// What makes a word part of an identifier, an address or a file name.
  private static func isJoint(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#")
  }

  private static func bytes(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    range.map { text[$0] }
  }

  /// Forms of address and particles, which stand with the names of others too.
  private static let titles: Set<[UInt8]> = Set(
    """
    Mrs Miss Sir Dame Herr Herrn Frau Mme Mlle Monsieur Madame Mademoiselle Sra Srta Don Doña Señor Señora Signor Signora Sig
    Sigra Dhr Mevr Mevrouw Meneer Pani Pana Senhor Senhora Fru Gospod Gospa Prof Dott Dra Mag Ing Dipl Van Von Der Den Del
    Della The And Para
    """.split { $0.isWhitespace }.map { Array($0.utf8) })
}
