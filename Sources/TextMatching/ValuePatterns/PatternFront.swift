// Takes the punctuation off that every match of a pattern begins with. Knows no automaton.

/// `(` of `\((?:0\d{1,4}\)`, or the dashes of `-----BEGIN`: what stands in front of the first letter or digit.
enum PatternFront {
  /// The literal ASCII punctuation and spaces that come first, and what follows them; none, and the whole pattern, if
  /// it begins otherwise. What takes no bytes may stand before and between them.
  static func split(_ tree: PatternNode) -> (front: [UInt8], rest: PatternNode) {
    guard case .sequence(let items) = tree else { return ([], tree) }
    var front: [UInt8] = []
    var rest = 0
    for (index, item) in items.enumerated() {
      switch item {
      case .look, .anchor: continue
      case .literal(let codePoint, _):
        guard let byte = punctuation(codePoint) else { break }
        front.append(byte)
        rest = index + 1
        continue
      default: break
      }
      break
    }
    return front.isEmpty ? ([], tree) : (front, .sequence(Array(items[rest...])))
  }

  /// The byte of a character of ASCII that is no letter or digit and equals no other.
  private static func punctuation(_ codePoint: UInt32) -> UInt8? {
    guard codePoint < 0x80, CaseFolding.equals(of: codePoint) == [codePoint] else { return nil }
    let byte = UInt8(truncatingIfNeeded: codePoint)
    return WordBoundary.isASCIIAlphanumeric(byte) ? nil : byte
  }
}
