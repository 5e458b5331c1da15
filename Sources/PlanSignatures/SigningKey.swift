// A private key. Nothing of it is ever shown.
internal import Crypto

/// An Ed25519 private key (RFC 8032).
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey
  package let publicKey: VerificationKey

  /// PKCS #8 with the algorithm id-Ed25519 and 32 bytes of key, without attributes (RFC 8410, section 7).
  private static let prefix: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]

  /// A new key from the system's random numbers.
  package init() throws(SignatureError) { try self.init(Curve25519.Signing.PrivateKey()) }

  private init(_ key: Curve25519.Signing.PrivateKey) throws(SignatureError) {
    self.key = key
    publicKey = try VerificationKey(raw: Array(key.publicKey.rawRepresentation))
  }

  init(der: [UInt8]) throws(SignatureError) {
    guard der.count == 48, der.starts(with: Self.prefix),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: Array(der.dropFirst(Self.prefix.count)))
    else { throw SignatureError(.key, "not an Ed25519 private key but \(KeyKind.name(of: der))") }
    try self.init(key)
  }

  /// The key as a PEM text, for its owner alone.
  package var pem: [UInt8] {
    PEMBlocks.write(Self.prefix + Array(key.rawRepresentation), label: "PRIVATE KEY")
  }

  func sign(_ message: [UInt8]) throws(SignatureError) -> [UInt8] {
    guard let signature = try? key.signature(for: message) else {
      throw SignatureError(.key, "the key can't sign")
    }
    return Array(signature)
  }
}
