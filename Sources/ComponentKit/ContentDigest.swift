// SHA-256 as a value.
internal import Crypto

/// The SHA-256 digest of some bytes (FIPS 180-4), written `sha256:` and 64 hex digits.
public struct ContentDigest: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The length of ``description`` in bytes.
  package static let textLength = 71
  private static let prefix: StaticString = "sha256:"

  /// The 32 bytes, most significant first: no allocation, and words compare as the bytes do.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest of these bytes.
  public init(of content: [UInt8]) { self.init(of: content.span) }

  /// The digest of these bytes.
  package init(of content: Span<UInt8>) {
    var hasher = ContentHasher()
    hasher.update(content)
    self = hasher.finalised()
  }

  /// The digest of nothing that anybody has found: what stands where one is filled in later.
  package static var zero: ContentDigest { ContentDigest(words: (0, 0, 0, 0)) }

  private init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// A digest from its 32 bytes; nil for another length.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    // SAFETY: 32 bytes, read within the closure only.
    self = unsafe bytes.withUnsafeBytes { unsafe ContentDigest(sha256: $0) }
  }

  /// A digest from 32 bytes.
  fileprivate init(sha256 bytes: UnsafeRawBufferPointer) {
    func word(_ index: Int) -> UInt64 {
      unsafe UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
    }
    words = (word(0), word(1), word(2), word(3))
  }

  /// Reads `sha256:` and 64 lower-case hex digits.
  public init?(parsing text: String) { self.init(parsing: text.utf8Span.span) }

  /// Reads `sha256:` and 64 lower-case hex digits.
  package init?(parsing text: Span<UInt8>) {
    guard text.count == Self.textLength else { return nil }
    for index in 0..<Self.prefix.utf8CodeUnitCount
    // SAFETY: the index is below the count.
    where unsafe text[index] != Self.prefix.utf8Start[index] { return nil }
    var faults: UInt64 = 0
    func word(_ index: Int) -> UInt64 {
      let start = Self.prefix.utf8CodeUnitCount + 16 * index
      return Self.value(ofDigits: text, at: start, &faults) << 32
        | Self.value(ofDigits: text, at: start + 8, &faults)
    }
    words = (word(0), word(1), word(2), word(3))
    guard faults == 0 else { return nil }
  }

  /// The value of eight hex digits, all looked at together; bits of `faults` are set where one is none.
  private static func value(ofDigits text: Span<UInt8>, at start: Int, _ faults: inout UInt64) -> UInt64 {
    // SAFETY: the text's length was checked to be that of a digest.
    let word = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
    let digits = word.littleEndian
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    // With the high bit of each byte free, additions stay in their bytes: a sum reaches 128 from a bound on.
    let low = digits & ~highs
    let isDigit = (low &+ ones &* 0x50) & ~(low &+ ones &* 0x46)
    let isLetter = (low &+ ones &* 0x1F) & ~(low &+ ones &* 0x19)
    faults |= (digits | ~(isDigit | isLetter)) & highs
    let letters = (isLetter & highs) >> 7
    var nibbles = (digits & (ones &* 0x0F)) &+ letters &* 9
    // The first digit is the most significant: pairs, then pairs of pairs, then all.
    nibbles = (nibbles << 4 | nibbles >> 8) & 0x00FF_00FF_00FF_00FF
    nibbles = (nibbles | nibbles >> 8) & 0x0000_FFFF_0000_FFFF
    nibbles = (nibbles | nibbles >> 16) & 0xFFFF_FFFF
    return UInt64(UInt32(truncatingIfNeeded: nibbles).byteSwapped)
  }

  /// Always 32 bytes.
  public var bytes: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
    }
  }

  /// The 64 hex digits.
  public var hexadecimal: String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    appendHexadecimal(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// `sha256:` and the hex digits.
  public var description: String { "sha256:" + hexadecimal }

  /// ``description`` in double quotes, 73 bytes, in words: the lowest byte first, one byte in the last.
  package var quotedText: [10 of UInt64] {
    // The quote and the prefix are eight bytes, `"sha256:`, then come 64 digits and a quote.
    [
      0x3A36_3532_6168_7322,
      Self.digits(of: words.0 >> 32), Self.digits(of: words.0), Self.digits(of: words.1 >> 32),
      Self.digits(of: words.1), Self.digits(of: words.2 >> 32), Self.digits(of: words.2),
      Self.digits(of: words.3 >> 32), Self.digits(of: words.3), 0x22,
    ]
  }

  private func appendHexadecimal(to text: inout [UInt8]) {
    let quoted = quotedText
    for index in 1...8 {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        text.append(UInt8(truncatingIfNeeded: quoted[index] >> shift))
      }
    }
  }

  /// The eight hex digits of the lower 32 bits as text, the first digit in the lowest byte.
  private static func digits(of word: UInt64) -> UInt64 {
    // One nibble a byte, then each byte to its letter: '0' and, from ten on, the gap up to 'a'.
    var nibbles = (word & 0xFFFF_FFFF).byteSwapped >> 32
    nibbles = (nibbles | nibbles << 16) & 0x0000_FFFF_0000_FFFF
    nibbles = (nibbles | nibbles << 8) & 0x00FF_00FF_00FF_00FF
    nibbles = (nibbles >> 4 | nibbles << 8) & 0x0F0F_0F0F_0F0F_0F0F
    let ones: UInt64 = 0x0101_0101_0101_0101
    let isLetter = ((nibbles &+ ones &* 6) >> 4) & ones
    return nibbles &+ ones &* 0x30 &+ isLetter &* 39
  }

  /// By bytes.
  public static func < (left: ContentDigest, right: ContentDigest) -> Bool { left.words < right.words }

  /// Whether all bytes are the same.
  public static func == (left: ContentDigest, right: ContentDigest) -> Bool { left.words == right.words }

  /// Feeds one word: a digest is random already.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

/// Digests bytes that arrive in parts.
public struct ContentHasher: Sendable {
  private var hasher = SHA256()

  /// A hasher that has seen nothing.
  public init() {}

  /// Takes further bytes.
  public mutating func update(_ bytes: [UInt8]) { hasher.update(data: bytes) }

  /// Takes further bytes.
  package mutating func update(_ bytes: Span<UInt8>) {
    // SAFETY: the buffer is read within the closure only.
    unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
  }

  /// The digest of everything given so far.
  public func finalised() -> ContentDigest {
    // SAFETY: SHA-256 always gives 32 bytes, read within the closure only.
    unsafe hasher.finalize().withUnsafeBytes { unsafe ContentDigest(sha256: $0) }
  }
}
