// Digests of values that say which are equal and nothing else.
internal import Crypto

/// Keyed digests (HMAC-SHA-256, RFC 2104).
///
/// Without a key they would protect nothing: there are few telephone numbers, birthdays and names, so whoever has
/// a digest could try them all. The key is random, made for one report, and kept nowhere.
struct EvidenceDigest: Sendable {
  /// Hexadecimal digits that are shown: 64 bits, so that equal ones mean equal values.
  private static let digits = 16

  private let key: SymmetricKey

  init(key: [UInt8]?) { self.key = key.map { SymmetricKey(data: $0) } ?? SymmetricKey(size: .bits256) }

  /// `hmac:` and the beginning of the digest.
  func text(of value: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array(value.utf8), using: key)
    let alphabet = Array("0123456789abcdef")
    let digits = code.flatMap { [alphabet[Int($0 >> 4)], alphabet[Int($0 & 15)]] }
    return "hmac:" + String(digits.prefix(Self.digits))
  }
}
