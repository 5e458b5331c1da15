// Envelopes: one form, nothing else is read, and nothing can be changed.
import CanonicalJSON
import ComponentKit
import PlanSignatures
import TestSupport
import Testing

@Suite struct EnvelopeTests {
  @Test func everyLengthOfPayloadIsReadBack() throws {
    let key = try SampleKeys.known()
    for length in 0...130 {
      var envelope = Envelope(payload: (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) })
      try envelope.sign(with: key)
      let read = try Envelope(parsing: envelope.encoded())
      #expect(read == envelope)
      #expect(try read.signers(among: [key.publicKey]) == [key.publicKey])
    }
  }

  @Test func theFileIsCanonicalJSON() throws {
    let sample = try SignedSample(keys: [SigningKey(), SigningKey()])
    let bytes = sample.envelope.encoded()
    let value = try JSONReader.read(bytes)
    #expect(JSONWriter.bytes(of: value) + [0x0A] == bytes)
    #expect(value.objectValue?["payloadType"] == "application/vnd.in-toto+json")
    #expect(value.objectValue?["signatures"]?.arrayValue?.count == 2)
  }

  /// The same key signs the same bytes alike, so signing again changes nothing.
  @Test func signaturesAreInOneOrderAndEachKeyOnce() throws {
    let keys = try (0..<5).map { _ in try SigningKey() }
    let sample = try SignedSample(keys: keys)
    let reversed = try SignedSample(keys: keys.reversed() + keys)
    #expect(sample.envelope.encoded() == reversed.envelope.encoded())
    let signers = try sample.envelope.signers(among: keys.prefix(2).map(\.publicKey))
    #expect(Set(signers) == Set(keys.prefix(2).map(\.publicKey)))
  }

  @Test func whatIsCutOffIsRefused() throws {
    let key = try SigningKey()
    let sample = try SignedSample(keys: [key])
    let bytes = sample.envelope.encoded()
    for end in bytes.indices {
      #expect(refusal { _ = try Envelope(parsing: Array(bytes[..<end])) } == .malformed, "\(end)")
    }
    for end in sample.planBytes.indices {
      let part = Array(sample.planBytes[..<end])
      #expect(refusal { _ = try SignedSample.verify(part, bytes, [key.publicKey]) } == .mismatch)
    }
  }

  /// One flipped bit anywhere, in the signature or in the plan.
  @Test func everyFlippedBitIsFound() throws {
    let key = try SigningKey()
    let sample = try SignedSample(keys: [key])
    let bytes = sample.envelope.encoded()
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << UInt8(bit)
        let code = refusal { _ = try SignedSample.verify(sample.planBytes, changed, [key.publicKey]) }
        #expect(code != nil, "byte \(index), bit \(bit)")
      }
    }
    for index in sample.planBytes.indices {
      for bit in 0..<8 {
        var changed = sample.planBytes
        changed[index] ^= 1 << UInt8(bit)
        #expect(refusal { _ = try SignedSample.verify(changed, bytes, [key.publicKey]) } == .mismatch)
      }
    }
    #expect(refusal { _ = try SignedSample.verify(sample.planBytes, bytes, [key.publicKey]) } == nil)
  }

  @Test func noBytesTrap() throws {
    let bytes = try SignedSample(keys: [SampleKeys.known()]).envelope.encoded()
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<3_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: changed.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: changed[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: changed.removeSubrange(index..<min(changed.count, index + 5))
        default: changed.insert(contentsOf: changed[index..<min(changed.count, index + 90)], at: index)
        }
      }
      guard changed != bytes else { continue }
      if let read = try? Envelope(parsing: changed) {
        #expect(read.encoded() == changed, "what is read is written alike")
      }
    }
  }

  @Test func base64HasOneForm() throws {
    var envelope = Envelope(payload: [0xFB, 0xEF, 0xFF, 0x01])
    try envelope.sign(with: SampleKeys.known())
    let text = String(decoding: envelope.encoded(), as: UTF8.self)
    #expect(text.contains("\"++//AQ==\""))
    for variant in [
      "--__AQ==", "++//AQ", "++//AQ=", "++//AR==", "++/\\/AQ==", "++//\nAQ==", " ++//AQ==", "++//AQ==AQ==",
      "++//=Q==", "====", "++//AQ===",
    ] {
      let changed = text.replacing("++//AQ==", with: variant)
      #expect(refusal { _ = try Envelope(parsing: Array(changed.utf8)) } == .malformed, "\(variant)")
    }
  }

  @Test(arguments: [
    ("{\"payload\"", "{ \"payload\""), ("\"payloadType\":\"application", "\"payloadType\":\"text"),
    ("\"signatures\":[", "\"more\":1,\"signatures\":["), ("]}\n", "]}"), ("]}\n", "]}\n\n"),
    ("]}\n", "],\"x\":0}\n"),
    ("{\"keyid\":\"sha256:", "{\"cert\":\"\",\"keyid\":\"sha256:"),
    ("\"keyid\":\"sha256:", "\"keyid\":\"SHA256:"),
    ("{\"payload\"", "{\"payload\":\"\",\"payload\""), ("{\"keyid\"", ",{\"keyid\""), ("}]}", "},]}"),
  ])
  func otherLayoutsAreRefused(_ part: String, _ replacement: String) throws {
    let text = try String(
      decoding: SignedSample(keys: [SampleKeys.known()]).envelope.encoded(), as: UTF8.self)
    let changed = text.replacing(part, with: replacement, maxReplacements: 1)
    #expect(changed != text)
    #expect(refusal { _ = try Envelope(parsing: Array(changed.utf8)) } == .malformed)
  }

  @Test func sizesAreBounded() throws {
    #expect(
      refusal { _ = try Envelope(parsing: [UInt8](repeating: 0x7B, count: Envelope.sizeLimit + 1)) }
        == .malformed)
    let endless = Array("{\"payload\":\"".utf8) + [UInt8](repeating: 0x41, count: 8 << 20)
    #expect(refusal { _ = try Envelope(parsing: endless) } == .malformed)
    let sample = try SignedSample(keys: [SampleKeys.known()])
    let padded = sample.envelope.encoded() + [UInt8](repeating: 0x20, count: PlanSignature.sizeLimit)
    #expect(refusal { _ = try PlanSignature(of: sample.planBytes, envelope: padded, keys: []) } == .malformed)
    var envelope = sample.envelope
    for _ in 1..<Envelope.maximumSignatures { try envelope.sign(with: SigningKey()) }
    #expect(try Envelope(parsing: envelope.encoded()).signatures.count == Envelope.maximumSignatures)
    #expect(refusal { try envelope.sign(with: SigningKey()) } == .malformed)
    #expect(envelope.encoded().count <= PlanSignature.sizeLimit)
  }
}
