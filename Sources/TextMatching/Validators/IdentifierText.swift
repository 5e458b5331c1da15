// Brings the written forms of an identifier into one: letters and digits without what groups them. Knows no kind.

/// An identifier as the checks want it.
struct IdentifierText {
  /// ASCII letters in uppercase and digits, in order.
  let characters: [UInt8]

  /// Nil if anything else than letters, digits, spaces, dots, slashes and hyphens is in the text.
  init?(_ text: [UInt8]) {
    var characters: [UInt8] = []
    for byte in text {
      if WordBoundary.isASCIIAlphanumeric(byte) {
        characters.append(byte >= 0x61 ? byte - 0x20 : byte)
      } else if !" ./-".utf8.contains(byte) {
        return nil
      }
    }
    self.characters = characters
  }

  var count: Int { characters.count }

  /// All of them as digits; nil if one is a letter.
  var digits: [Int]? { Self.digits(characters[...]) }

  /// The digits, if there are exactly this many characters.
  func digits(count: Int) -> [Int]? { characters.count == count ? digits : nil }

  /// A part of them as digits; nil if one is a letter, or the part is not within the text.
  func digits(_ range: Range<Int>) -> [Int]? {
    range.upperBound <= characters.count ? Self.digits(characters[range]) : nil
  }

  /// The character at a place; 0 beyond the end.
  subscript(_ index: Int) -> UInt8 { characters.indices.contains(index) ? characters[index] : 0 }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> [Int]? {
    var digits: [Int] = []
    for byte in bytes {
      guard byte &- 0x30 < 10 else { return nil }
      digits.append(Int(byte - 0x30))
    }
    return digits
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
