// Reads encoded words in headers: `=?utf-8?Q?J=C3=BCrgen?=`.

/// Decodes the bytes of text in a named encoding.
package protocol CharsetDecoder: Sendable {
  /// The text; nil where the name is not known or the bytes do not fit.
  func text(_ bytes: [UInt8], charset: String) -> String?
}

/// RFC 2047.
enum EncodedWords {
  /// A header's text; words that can't be decoded stay as they are, blanks between encoded words are dropped.
  static func decode(_ text: String, _ charsets: any CharsetDecoder) -> String {
    var result = ""
    var rest = text[...]
    var followsWord = false
    while let start = rest.firstRange(of: "=?") {
      let between = rest[..<start.lowerBound]
      guard let (word, after) = word(rest[start.upperBound...], charsets) else {
        result += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        followsWord = false
        continue
      }
      if !(followsWord && between.allSatisfy { $0 == " " || $0 == "\t" }) { result += between }
      result += word
      rest = after
      followsWord = true
    }
    return result + rest
  }

  /// The word whose charset begins here, and what follows it.
  private static func word(
    _ text: Substring, _ charsets: any CharsetDecoder
  ) -> (String, Substring)? {
    let pieces = text.split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
    guard pieces.count == 4, pieces[3].hasPrefix("=") else { return nil }
    let bytes = Array(pieces[2].utf8)
    let decoded: [UInt8]
    switch pieces[1].lowercased() {
    case "b": decoded = TransferEncoding.base64Decoded(bytes[...])
    case "q": decoded = TransferEncoding.quotedPrintableDecoded(bytes[...], isHeader: true)
    default: return nil
    }
    // The charset may have a language behind it (RFC 2231).
    let charset = pieces[0].prefix { $0 != "*" }
    return charsets.text(decoded, charset: String(charset)).map { ($0, pieces[3].dropFirst()) }
  }
}
