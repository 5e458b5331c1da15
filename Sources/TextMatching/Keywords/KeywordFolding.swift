// Folds the characters beyond ASCII that matter to a set of keywords. Knows no automaton.

/// A table from code point to folded code point, for the characters that some keyword holds in any case, and
/// for the four that equal an ASCII letter; every other character beyond ASCII gives nil.
struct KeywordFolding: Sendable {
  /// For each 128 code points the number of their block; block 0 is empty.
  private var pages = [UInt16](repeating: 0, count: 0x110000 / 128)
  /// Folded code points, 128 a block; 0 for none.
  private var blocks = [UInt32](repeating: 0, count: 128)

  /// - Parameter folded: the folded code points that the keywords hold.
  init(folded: Set<UInt32>) {
    for codePoint in folded.union([0x69, 0x6B, 0x73]) {
      for equal in CaseFolding.equals(of: codePoint) where equal >= 0x80 { insert(equal, folded: codePoint) }
    }
  }

  private mutating func insert(_ codePoint: UInt32, folded: UInt32) {
    let page = Int(codePoint / 128)
    guard pages.indices.contains(page) else { return }
    if pages[page] == 0 {
      pages[page] = UInt16(truncatingIfNeeded: blocks.count / 128)
      blocks.append(contentsOf: repeatElement(0, count: 128))
    }
    blocks[Int(pages[page]) * 128 + Int(codePoint % 128)] = folded
  }

  /// The folded code point of one beyond ASCII; nil when no keyword holds it and it is no letter of ASCII.
  @inline(__always)
  func fold(_ codePoint: UInt32) -> UInt32? {
    let folded = blocks[Int(pages[Int(codePoint / 128)]) * 128 + Int(codePoint % 128)]
    return folded == 0 ? nil : folded
  }
}
