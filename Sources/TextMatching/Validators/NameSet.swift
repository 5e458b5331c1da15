// A list of words that is asked whether it holds one, whatever the case and the accents. Knows no language.

/// Words by their digests, so that a list of thousands is made in one pass over its text and without a string each.
///
/// Letters of Latin with a mark are those without it, so that 'Jürgen' and 'Jurgen', 'Łukasz' and 'Lukasz' are one word.
struct NameSet: Sendable {
  private var digests: Set<UInt64> = []

  /// - Parameter lists: words in small ASCII letters, apart by white space.
  init(_ lists: [StaticString], capacity: Int) {
    digests.reserveCapacity(capacity)
    for list in lists { insert(list) }
  }

  private mutating func insert(_ list: StaticString) {
    var digest = Self.seed
    // Safe: the buffer is that of the literal, and is read within the closure only.
    list.withUTF8Buffer { bytes in
      for position in 0..<bytes.count {
        let byte = unsafe bytes[position]
        if byte > 0x20 {
          digest = Self.add(byte, to: digest)
        } else if digest != Self.seed {
          digests.insert(digest)
          digest = Self.seed
        }
      }
    }
    if digest != Self.seed { digests.insert(digest) }
  }

  /// Whether a word, UTF-8, is in the list.
  func contains(_ word: ArraySlice<UInt8>) -> Bool {
    var digest = Self.seed
    return Self.forEachLetter(of: word) { digest = Self.add($0, to: digest) } && digests.contains(digest)
  }

  /// The small ASCII letters of a word; nil for one in another script.
  static func folded(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    var letters: [UInt8] = []
    return forEachLetter(of: word) { letters.append($0) } ? letters : nil
  }

  /// Gives the small ASCII letters of a word, one by one; false where it has others.
  private static func forEachLetter(of word: ArraySlice<UInt8>, _ body: (UInt8) -> Void) -> Bool {
    var position = word.startIndex
    while position < word.endIndex {
      let byte = word[position]
      if byte < 0x80 {
        body(byte &- 0x41 < 26 ? byte + 0x20 : byte)
        position += 1
      } else {
        guard position + 1 < word.endIndex, let base = base(byte, word[position + 1]) else { return false }
        base.forEach(body)
        position += 2
      }
    }
    return true
  }

  /// FNV-1a, 64 bits.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func add(_ byte: UInt8, to digest: UInt64) -> UInt64 {
    (digest ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The small letters that a letter of Latin-1 or Latin Extended-A stands for, by its two bytes.
  private static func base(_ first: UInt8, _ second: UInt8) -> [UInt8]? {
    guard first >= 0xC3, first <= 0xC5, second & 0xC0 == 0x80 else { return romanian(first, second) }
    let index = Int(first - 0xC3) * 64 + Int(second & 0x3F)
    guard index < bases.count, bases[index] != UInt8(ascii: ".") else { return nil }
    if first == 0xC3, second == 0x9F { return [0x73, 0x73] }
    return [bases[index]]
  }

  /// Ș and Ț, with a comma below.
  private static func romanian(_ first: UInt8, _ second: UInt8) -> [UInt8]? {
    guard first == 0xC8 else { return nil }
    switch second {
    case 0x98, 0x99: return [UInt8(ascii: "s")]
    case 0x9A, 0x9B: return [UInt8(ascii: "t")]
    default: return nil
    }
  }

  /// U+00C0 to U+017F, in their order; '.' is no letter.
  private static let bases = Array(
    """
    aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """.utf8)
}
