// Checks addresses of Bitcoin by their checksums. Knows no transactions.
internal import Crypto

/// An address in Base58Check (versions 0 and 5) or in Bech32 and Bech32m (BIP 173, BIP 350).
enum BitcoinAddress {
  static func isValid(_ text: [UInt8]) -> Bool {
    text.starts(with: Array("bc1".utf8)) || text.starts(with: Array("BC1".utf8))
      ? isBech32(text) : isBase58(text)
  }

  private static let base58 = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

  /// Twenty-five bytes: a version, twenty of a hash, and the first four of a double SHA-256 of these.
  private static func isBase58(_ text: [UInt8]) -> Bool {
    guard (26...35).contains(text.count) else { return false }
    var bytes = [UInt8](repeating: 0, count: 25)
    for character in text {
      guard var carry = base58.firstIndex(of: character) else { return false }
      for index in bytes.indices.reversed() {
        carry += Int(bytes[index]) * 58
        bytes[index] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      guard carry == 0 else { return false }
    }
    guard bytes[0] == 0 || bytes[0] == 5 else { return false }
    let digest = SHA256.hash(data: Array(SHA256.hash(data: bytes[..<21])))
    return bytes[21...].elementsEqual(Array(digest).prefix(4))
  }

  private static let base32 = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

  private static func isBech32(_ text: [UInt8]) -> Bool {
    let hasLower = text.contains { $0 &- 0x61 < 26 }
    let hasUpper = text.contains { $0 &- 0x41 < 26 }
    guard (14...74).contains(text.count), !(hasLower && hasUpper) else { return false }
    var values: [Int] = []
    for byte in text[3...] {
      guard let value = base32.firstIndex(of: byte &- 0x41 < 26 ? byte + 0x20 : byte) else { return false }
      values.append(value)
    }
    // The human-readable part "bc" is expanded to the high bits, a zero, and the low bits.
    let sum = polynomial([3, 3, 0, 2, 3] + values)
    return sum == (values.first == 0 ? 1 : 0x2BC8_30A3)
  }

  /// The checksum of BIP 173.
  private static func polynomial(_ values: [Int]) -> Int {
    let generators = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
    return values.reduce(1) { sum, value in
      var next = (sum & 0x1FF_FFFF) << 5 ^ value
      for (bit, generator) in generators.enumerated() where sum >> (25 + bit) & 1 == 1 { next ^= generator }
      return next
    }
  }
}
