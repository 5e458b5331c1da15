// One keyword as the automaton needs it: folded, measured, checked. Knows no other keyword.

/// A literal to look for.
struct Keyword: Sendable {
  /// Folded UTF-8.
  let bytes: [UInt8]
  /// Its code points, folded.
  let codePoints: [UInt32]
  /// True if two places of the text can both hold it and overlap, as `a a` in `a a a`.
  let overlapsItself: Bool

  init(_ literal: String) {
    codePoints = literal.unicodeScalars.map { CaseFolding.fold($0.value) }
    bytes = codePoints.flatMap(UTF8Decoding.encode)
    overlapsItself = Self.overlapsItself(codePoints)
  }

  /// The second place begins within the first, so a boundary must lie there, and another where the first ends.
  private static func overlapsItself(_ codePoints: [UInt32]) -> Bool {
    let count = codePoints.count
    guard count > 1 else { return false }
    return (1..<count).contains { shift in
      !isAlphanumeric(codePoints[shift - 1]) && !isAlphanumeric(codePoints[count - shift])
        && codePoints[shift...].elementsEqual(codePoints[..<(count - shift)])
    }
  }

  private static func isAlphanumeric(_ codePoint: UInt32) -> Bool {
    guard let byte = UInt8(exactly: codePoint) else { return false }
    return WordBoundary.isASCIIAlphanumeric(byte)
  }
}
