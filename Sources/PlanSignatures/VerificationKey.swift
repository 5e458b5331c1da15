// A public key, and what it is called.
package import ComponentKit
internal import Crypto

/// An Ed25519 public key (RFC 8032), kept as RFC 8410 writes it.
package struct VerificationKey: Sendable, Hashable {
  /// The SHA-256 of the key's SubjectPublicKeyInfo in DER: what envelopes call the key.
  ///
  /// `openssl pkey -pubin -in KEY.pub -outform DER | sha256sum` gives the same digits.
  package let id: ContentDigest
  private let raw: [UInt8]

  /// SubjectPublicKeyInfo with the algorithm id-Ed25519 and 32 bytes of key (RFC 8410, sections 3 and 4).
  static let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]

  init(raw: [UInt8]) throws(SignatureError) {
    guard raw.count == 32, (try? Curve25519.Signing.PublicKey(rawRepresentation: raw)) != nil else {
      throw SignatureError(.key, "not an Ed25519 public key")
    }
    guard !SmallOrderPoints.contains(raw) else {
      throw SignatureError(.key, "a key under which anybody can sign (its point has a small order)")
    }
    self.raw = raw
    id = ContentDigest(of: Self.prefix + raw)
  }

  init(der: [UInt8]) throws(SignatureError) {
    guard der.count == 44, der.starts(with: Self.prefix) else {
      throw SignatureError(.key, "not an Ed25519 public key but \(KeyKind.name(of: der))")
    }
    try self.init(raw: Array(der.dropFirst(Self.prefix.count)))
  }

  /// The key as a PEM text of its own.
  package var pem: [UInt8] { PEMBlocks.write(Self.prefix + raw, label: "PUBLIC KEY") }

  /// Whether this key's owner signed exactly these bytes.
  func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else { return false }
    return key.isValidSignature(signature, for: message)
  }
}

/// Points whose order divides 8: under such a key some signatures fit any message.
///
/// The encodings of the eight points with either sign, and those that are not reduced (D. J. Bernstein,
/// "Curve25519: new Diffie-Hellman speed records", 2006; C. Cremers, D. Jackson, "Prime, Order Please!", 2019).
enum SmallOrderPoints {
  private static let encodings: Set<[UInt8]> = {
    func bytes(_ first: UInt8, _ middle: UInt8, _ last: UInt8) -> [UInt8] {
      [first] + Array(repeating: middle, count: 30) + [last]
    }
    let order8: [[UInt8]] = [
      [
        0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0, 0xD5,
        0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
      ],
      [
        0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F, 0x2A,
        0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
      ],
    ]
    let others = [
      bytes(0x00, 0x00, 0x00), bytes(0x01, 0x00, 0x00), bytes(0xEC, 0xFF, 0x7F), bytes(0xED, 0xFF, 0x7F),
      bytes(0xEE, 0xFF, 0x7F),
    ]
    return Set((order8 + others).flatMap { [$0, $0.dropLast() + [$0[31] | 0x80]] })
  }()

  static func contains(_ point: [UInt8]) -> Bool { encodings.contains(point) }
}

/// What a structure in DER is, where it is not the key that is needed.
enum KeyKind {
  private static let algorithms: [(oid: [UInt8], name: String)] = [
    ([0x06, 0x03, 0x2B, 0x65, 0x70], "an Ed25519 key of another form"),
    ([0x06, 0x03, 0x2B, 0x65, 0x6E], "an X25519 key, which can't sign"),
    ([0x06, 0x03, 0x2B, 0x65, 0x71], "an Ed448 key"),
    ([0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01], "an RSA key"),
    ([0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01], "an elliptic curve key (ECDSA)"),
  ]

  static func name(of der: [UInt8]) -> String {
    let start = Array(der.prefix(40))
    return algorithms.first { start.firstRange(of: $0.oid) != nil }?.name ?? "something else"
  }
}
