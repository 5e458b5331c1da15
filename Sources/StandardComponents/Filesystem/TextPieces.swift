// Cuts a text that is larger than an item may be. Knows neither files nor encodings.

/// A text in pieces, cut behind a line end, else behind a blank, else between characters.
enum TextPieces {
  /// Hands over the pieces in order, and where each begins, in bytes of UTF-8; a text within the limit is one piece.
  ///
  /// - Returns: How many there were.
  static func forEach(
    of text: String, limit: Int, _ body: (_ piece: String, _ offset: Int) throws -> Void
  ) rethrows -> Int {
    let bytes = text.utf8
    guard bytes.count > limit else {
      try body(text, 0)
      return 1
    }
    var (start, offset, count) = (bytes.startIndex, 0, 0)
    while start < bytes.endIndex {
      let end = cut(bytes, from: start, limit: limit)
      let piece = bytes[start..<end]
      try body(String(Substring(piece)), offset)
      offset += piece.count
      start = end
      count += 1
    }
    return count
  }

  private static func cut(_ bytes: String.UTF8View, from start: String.Index, limit: Int) -> String.Index {
    guard let end = bytes.index(start, offsetBy: max(4, limit), limitedBy: bytes.endIndex),
      end < bytes.endIndex
    else { return bytes.endIndex }
    let piece = bytes[start..<end]
    if let best = piece.lastIndex(of: 0x0A) ?? piece.lastIndex(of: 0x20) { return bytes.index(after: best) }
    // A character has at most three bytes behind its first.
    var place = end
    while place > start, bytes[place] & 0xC0 == 0x80 { place = bytes.index(before: place) }
    return place > start ? place : end
  }
}
