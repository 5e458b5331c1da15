// A set of bytes. Knows no characters.

/// Bytes as 256 bits.
struct ByteSet: Sendable, Hashable {
  private var words = SIMD4<UInt64>()

  init() {}

  init(_ bytes: some Sequence<UInt8>) { for byte in bytes { insert(byte) } }

  mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

  var isEmpty: Bool { words == SIMD4<UInt64>() }

  mutating func formUnion(_ other: ByteSet) { words |= other.words }

  func union(_ other: ByteSet) -> ByteSet {
    var union = self
    union.formUnion(other)
    return union
  }

  static let asciiAlphanumeric = ByteSet((0..<128).filter { WordBoundary.isASCIIAlphanumeric($0) })
  static let smallLetters = ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z"))
  /// Bytes that begin a character beyond ASCII.
  static let lead = ByteSet(0xC2...0xF4)
  static let continuation = ByteSet(0x80...0xBF)
  /// All bytes of characters beyond ASCII.
  static let beyondASCII = ByteSet(0x80...0xFF)
  static let all = ByteSet(0x00...0xFF)
}
