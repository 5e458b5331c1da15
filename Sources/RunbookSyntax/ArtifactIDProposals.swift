// A name that can be written for one that can't. Does not know where the name stands.

/// Makes artifact ids of texts that are none.
struct ArtifactIDProposals {
  /// Names that stand for something already.
  private var taken: Set<String>
  /// The number that was last put behind a name.
  private var numbers: [String: Int] = [:]

  init(besides taken: Set<String>) { self.taken = taken }

  /// An id that reads like the text and is neither taken nor proposed before; nil where there is no such id.
  ///
  /// Letters with marks lose them, ligatures are taken apart, and what separates words becomes one `_`. A text in
  /// letters that have no Latin base (Greek, Chinese, emoji) gets no id: a made-up one would say nothing.
  mutating func propose(for text: String) -> String? {
    guard text.utf8.count <= Self.maximumLength, let plain = Self.transliteration(of: text) else {
      return nil
    }
    var id = plain
    while !taken.insert(id).inserted {
      let number = numbers[plain, default: 1] + 1
      numbers[plain] = number
      id = "\(plain)_\(number)"
    }
    return id
  }

  /// What is longer was not meant as a name.
  private static let maximumLength = 200

  private static func transliteration(of text: String) -> String? {
    var id: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let letters = letters(for: scalar) else { return nil }
      if letters != "_" || id.last != 0x5F { id.append(contentsOf: letters.utf8) }
    }
    while id.last == 0x5F { id.removeLast() }
    guard id.contains(where: { RunbookParser.isLetter($0) && $0 != 0x5F || (0x30...0x39).contains($0) })
    else {
      return nil
    }
    if id.first.map({ !RunbookParser.isLetter($0) }) ?? true { id.insert(0x5F, at: 0) }
    let name = String(decoding: id, as: UTF8.self)
    // What readers take for a truth value or for nothing is no help as a name.
    return isWord(name) ? name : name + "_"
  }

  private static func isWord(_ name: String) -> Bool {
    AmbiguousScalar.olderBoolean(name) == nil && !["null", "true", "false"].contains(name.lowercased())
  }

  /// What stands for a character in an id: letters, `_`, or nothing for a combining mark; nil where nothing can.
  private static func letters(for scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return RunbookParser.isLetter(byte) || RunbookParser.isDigitOrHyphen(byte) ? String(scalar) : "_"
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return ""
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .dashPunctuation, .connectorPunctuation,
      .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
      .control:
      return "_"
    default: return latinLetters(for: scalar)
    }
  }

  /// The Latin letters that a character is made of, by its name in the Unicode Standard, which never changes:
  /// `LATIN SMALL LETTER E WITH CIRCUMFLEX AND ACUTE`, `LATIN CAPITAL LETTER AE`, `FULLWIDTH LATIN SMALL LETTER A`.
  private static func latinLetters(for scalar: Unicode.Scalar) -> String? {
    guard var words = scalar.properties.name?.split(separator: " ") else { return nil }
    if words.first == "FULLWIDTH" { words.removeFirst() }
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER" || words[2] == "LIGATURE" else {
      return nil
    }
    let base = words[3...].prefix { $0 != "WITH" }.joined(separator: " ")
    let letters = named[base] ?? (base.utf8.count <= 2 ? base.lowercased() : nil)
    return words[1] == "CAPITAL" ? letters?.uppercased() : letters
  }

  /// Letters whose names are no letters.
  private static let named = [
    "SHARP S": "ss", "ETH": "d", "THORN": "th", "ENG": "ng", "DOTLESS I": "i", "DOTLESS J": "j",
    "LONG S": "s", "KRA": "k", "SCHWA": "e", "OPEN E": "e", "OPEN O": "o",
  ]
}
