// Envelopes and keys: what is read is written alike, and nobody signed what a fuzzer makes.
internal import PlanSignatures

enum FuzzEnvelope {
  static func test(_ bytes: [UInt8]) {
    _ = try? VerificationKey.all(pem: bytes, name: "input")
    _ = try? SigningKey(pem: bytes, name: "input")
    _ = try? Statement(bytes)
    guard let envelope = try? Envelope(parsing: bytes) else { return }
    precondition(envelope.encoded() == bytes, "an envelope was read that is of another form")
    _ = try? Statement(envelope.payload)
    let keys = (try? [SigningKey().publicKey]) ?? []
    precondition((try? envelope.signers(among: keys)) == nil, "nobody signed this")
  }
}
