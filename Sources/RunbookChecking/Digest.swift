// SHA-256 in a form that is quick to compare and to keep in large numbers.
internal import ComponentKit

/// The SHA-256 digest of some bytes.
struct Digest: Hashable, Sendable {
  let first, second, third, fourth: UInt64

  init(of content: [UInt8]) {
    let bytes = ContentDigest(of: content).bytes
    func word(_ index: Int) -> UInt64 {
      var word: UInt64 = 0
      for offset in (8 * index..<8 * index + 8).reversed() { word = word << 8 | UInt64(bytes[offset]) }
      return word
    }
    self.init(words: (word(0), word(1), word(2), word(3)))
  }

  init(words: (UInt64, UInt64, UInt64, UInt64)) { (first, second, third, fourth) = words }

  /// The digest of a list of texts; no two lists have the same bytes.
  init(ofTexts texts: [String]) {
    var encoder = CacheEncoder()
    for text in texts { encoder.add(text) }
    self.init(of: encoder.bytes)
  }
}
