// Envelopes as bytes. The reader takes exactly what the writer writes.
internal import CanonicalJSON
internal import ComponentKit

extension Envelope {
  /// The largest envelope that is read.
  package static let sizeLimit = 64 << 20

  private static let start = Array(#"{"payload":""#.utf8)
  private static let middle = Array(#"","payloadType":"\#(payloadType)","signatures":["#.utf8)
  private static let signatureStart = Array(#"{"keyid":""#.utf8)
  private static let signatureMiddle = Array(#"","sig":""#.utf8)
  private static let signatureEnd = Array(#""}"#.utf8)
  private static let end = Array("]}\n".utf8)

  /// The file of this envelope.
  package func encoded() -> [UInt8] {
    var bytes = Self.start + Base64.encode(payload) + Self.middle
    for (index, signature) in signatures.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += Self.signatureStart + Array(signature.keyID.description.utf8)
      bytes += Self.signatureMiddle + Base64.encode(signature.bytes) + Self.signatureEnd
    }
    return bytes + Self.end
  }

  /// Reads a file in one pass, without more memory than its size.
  ///
  /// - Throws: ``SignatureError`` `malformed` with the byte at which it is not as ``encoded()`` writes it.
  package init(parsing bytes: [UInt8]) throws(SignatureError) {
    guard bytes.count <= Self.sizeLimit else {
      throw SignatureError(.malformed, "an envelope is at most \(Self.sizeLimit) bytes long")
    }
    var cursor = EnvelopeCursor(bytes)
    try cursor.expect(Self.start)
    let payload = try cursor.base64()
    try cursor.expect(Self.middle)
    var signatures: [Signature] = []
    while cursor.next == UInt8(ascii: "{") || cursor.next == UInt8(ascii: ",") {
      if !signatures.isEmpty { try cursor.expect([UInt8(ascii: ",")]) }
      let place = cursor.position
      let signature = try Self.signature(&cursor)
      if let last = signatures.last, !(last.keyID < signature.keyID) {
        throw EnvelopeCursor.fault("signatures stand in the order of their keys, each once", at: place)
      }
      signatures.append(signature)
      guard signatures.count <= Self.maximumSignatures else {
        throw EnvelopeCursor.fault("more than \(Self.maximumSignatures) signatures", at: place)
      }
    }
    try cursor.expect(Self.end)
    guard cursor.next == nil else { throw EnvelopeCursor.fault("something follows", at: cursor.position) }
    self.init(payload: payload, signatures: signatures)
  }

  private static func signature(_ cursor: inout EnvelopeCursor) throws(SignatureError) -> Signature {
    try cursor.expect(signatureStart)
    let place = cursor.position
    guard let id = ContentDigest(parsing: cursor.text(71)) else {
      throw EnvelopeCursor.fault("expected 'sha256:' and 64 hex digits", at: place)
    }
    try cursor.expect(signatureMiddle)
    let start = cursor.position
    let bytes = try cursor.base64()
    guard bytes.count == 64 else {
      throw EnvelopeCursor.fault("expected the 64 bytes of an Ed25519 signature", at: start)
    }
    try cursor.expect(signatureEnd)
    return Signature(keyID: id, bytes: bytes)
  }
}

/// A place in the bytes of an envelope.
struct EnvelopeCursor {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func expect(_ text: [UInt8]) throws(SignatureError) {
    guard bytes[position...].starts(with: text) else {
      let common = zip(bytes[position...], text).prefix { $0 == $1 }.count
      let expected = String(decoding: text, as: UTF8.self).filter { $0 != "\n" }
      throw Self.fault("expected '\(expected)'", at: position + common)
    }
    position += text.count
  }

  /// As many bytes as that, or what is left, as text.
  mutating func text(_ count: Int) -> String {
    let end = min(bytes.count, position + count)
    defer { position = end }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  /// The bytes of the base64 text that ends before the next quotation mark.
  mutating func base64() throws(SignatureError) -> [UInt8] {
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
    guard let content = Base64.decode(bytes[position..<end]) else {
      throw Self.fault("expected base64 (RFC 4648, section 4, with padding)", at: position)
    }
    position = end
    return content
  }

  static func fault(_ message: String, at position: Int) -> SignatureError {
    SignatureError(
      .malformed, "not a signature as 'wct sign' writes it: \(message) (at byte \(position))")
  }
}
