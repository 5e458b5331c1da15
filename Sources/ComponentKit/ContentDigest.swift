// SHA-256 as a value.
internal import Crypto

/// The SHA-256 digest of some bytes (FIPS 180-4), written `sha256:` and 64 hex digits.
public struct ContentDigest: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Always 32 bytes.
  public let bytes: [UInt8]

  /// The digest of these bytes.
  public init(of content: [UInt8]) { bytes = Array(SHA256.hash(data: content)) }

  /// A digest from its 32 bytes; nil for another length.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads `sha256:` and 64 lower-case hex digits.
  public init?(parsing text: String) {
    let prefix = "sha256:"
    guard text.utf8.count == 71, text.hasPrefix(prefix) else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in text.utf8.dropFirst(prefix.utf8.count) {
      guard let digit = Self.value(ofHexDigit: character) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    self.bytes = bytes
  }

  /// The 64 hex digits.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `sha256:` and the hex digits.
  public var description: String { "sha256:" + hexadecimal }

  /// By bytes.
  public static func < (left: ContentDigest, right: ContentDigest) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  private static func value(ofHexDigit character: UInt8) -> UInt8? {
    switch character {
    case 0x30...0x39: character - 0x30
    case 0x61...0x66: character - 0x61 + 10
    default: nil
    }
  }
}

/// Digests bytes that arrive in parts.
public struct ContentHasher: Sendable {
  private var hasher = SHA256()

  /// A hasher that has seen nothing.
  public init() {}

  /// Takes further bytes.
  public mutating func update(_ bytes: [UInt8]) { hasher.update(data: bytes) }

  /// The digest of everything given so far.
  public func finalised() -> ContentDigest {
    guard let digest = ContentDigest(bytes: Array(hasher.finalize())) else {
      preconditionFailure("SHA-256 always gives 32 bytes")
    }
    return digest
  }
}
