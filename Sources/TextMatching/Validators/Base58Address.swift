// Checks addresses in Base58Check. Knows no transactions.
internal import Crypto

/// A version, a hash of twenty bytes, and the first four bytes of a double SHA-256 of these.
enum Base58Address {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard (25...35).contains(text.count) else { return false }
    if text[0] == UInt8(ascii: "r") { return isChecked(text, ripple, versions: [[0]]) }
    return isChecked(text, bitcoin, versions: versions)
  }

  static let bitcoin = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
  private static let ripple = Array("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz".utf8)

  /// What begins the addresses of main networks: Bitcoin (BIP 13), Litecoin, Dogecoin, Dash, Tron, and, with two bytes,
  /// Zcash.
  private static let versions: [[UInt8]] = [
    [0x00], [0x05], [0x30], [0x32], [0x1E], [0x16], [0x4C], [0x10], [0x41], [0x1C, 0xB8], [0x1C, 0xBD],
  ]

  private static func isChecked(_ text: [UInt8], _ alphabet: [UInt8], versions: [[UInt8]]) -> Bool {
    versions.contains { version in
      guard let bytes = decoded(text, alphabet, count: version.count + 24), bytes.starts(with: version) else {
        return false
      }
      let digest = SHA256.hash(data: Array(SHA256.hash(data: bytes.dropLast(4))))
      return bytes.suffix(4).elementsEqual(Array(digest).prefix(4))
    }
  }

  /// The number that a text writes, in so many bytes; nil for a larger one, and for other letters. A zero in front is
  /// written for each byte that is zero.
  private static func decoded(_ text: [UInt8], _ alphabet: [UInt8], count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    for character in text {
      guard var carry = alphabet.firstIndex(of: character) else { return nil }
      for index in bytes.indices.reversed() {
        carry += Int(bytes[index]) * 58
        bytes[index] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      guard carry == 0 else { return nil }
    }
    let zeros = bytes.prefix { $0 == 0 }.count
    return text.prefix { $0 == alphabet[0] }.count == zeros ? bytes : nil
  }
}
