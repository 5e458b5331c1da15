// A signed message: DSSE v1, "Dead Simple Signing Envelope". Knows nothing of what is signed.
package import ComponentKit

/// A payload with signatures, in the one form that this toolchain writes.
///
/// DSSE lets signers choose among JSON layouts, base64 alphabets and further fields, none of which is signed. Here an
/// envelope has one form (canonical JSON, RFC 8785; standard base64; signatures in the order of their keys), so a
/// byte that was changed anywhere is found.
package struct Envelope: Sendable, Hashable {
  /// The media type of in-toto statements.
  package static let payloadType = "application/vnd.in-toto+json"
  package static let maximumSignatures = 256

  package let payload: [UInt8]
  /// By the id of the key, ascending, each key once.
  package private(set) var signatures: [Signature]

  package struct Signature: Sendable, Hashable {
    /// What the signer calls the key: nothing that is signed.
    package let keyID: ContentDigest
    /// 64 bytes (RFC 8032).
    package let bytes: [UInt8]
  }

  /// An envelope that nobody has signed yet.
  package init(payload: [UInt8]) { self.init(payload: payload, signatures: []) }

  init(payload: [UInt8], signatures: [Signature]) {
    self.payload = payload
    self.signatures = signatures
  }

  /// What is signed: the pre-authentication encoding of DSSE v1, which holds the type and both lengths.
  var signedBytes: [UInt8] {
    Array("DSSEv1 \(Self.payloadType.utf8.count) \(Self.payloadType) \(payload.count) ".utf8) + payload
  }

  /// Adds a signature; one of the same key is replaced.
  package mutating func sign(with key: SigningKey) throws(SignatureError) {
    let signature = Signature(keyID: key.publicKey.id, bytes: try key.sign(signedBytes))
    signatures.removeAll { $0.keyID == signature.keyID }
    guard signatures.count < Self.maximumSignatures else {
      throw SignatureError(.malformed, "an envelope holds at most \(Self.maximumSignatures) signatures")
    }
    signatures.append(signature)
    signatures.sort { $0.keyID < $1.keyID }
  }

  /// The keys among these whose owners signed the payload.
  ///
  /// - Throws: ``SignatureError`` `unsigned`, `untrusted`, or `wrong` when there is none.
  package func signers(among keys: [VerificationKey]) throws(SignatureError) -> [VerificationKey] {
    guard !signatures.isEmpty else { throw SignatureError(.unsigned, "nobody has signed it") }
    let named = Dictionary(keys.map { ($0.id, $0) }) { first, _ in first }
    let claimed = signatures.filter { named[$0.keyID] != nil }
    guard !claimed.isEmpty else {
      let others = signatures.prefix(3).map { $0.keyID.description }.joined(separator: ", ")
      throw SignatureError(
        .untrusted, "signed by none of the trusted keys, but by \(others)",
        hint: "trusted: \(named.keys.sorted().prefix(3).map(\.description).joined(separator: ", "))")
    }
    let message = signedBytes
    let valid = claimed.compactMap { signature in
      named[signature.keyID].flatMap { $0.isSignature(signature.bytes, of: message) ? $0 : nil }
    }
    guard !valid.isEmpty else {
      throw SignatureError(
        .wrong, "the signature of the key \(claimed[0].keyID) does not fit: something was altered")
    }
    return valid
  }
}
