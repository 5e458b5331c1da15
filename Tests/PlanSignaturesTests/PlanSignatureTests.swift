// Who may sign what: wrong keys, keys under other names, statements about something else.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanSignatures
import Testing

@Suite struct PlanSignatureTests {
  private let key: SigningKey
  private let other: SigningKey
  private let sample: SignedSample

  init() throws {
    key = try SigningKey()
    other = try SigningKey()
    sample = try SignedSample(keys: [key])
  }

  private func refused(_ envelope: Envelope, _ keys: [SigningKey]) -> SignatureError.Code? {
    refusal {
      _ = try SignedSample.verify(sample.planBytes, envelope.encoded(), keys.map(\.publicKey))
    }
  }

  @Test func aSignedPlanPasses() throws {
    let signature = try SignedSample.verify(
      sample.planBytes, sample.envelope.encoded(), [other.publicKey, key.publicKey])
    #expect(signature.signers == [key.publicKey] && signature.planID == sample.planID)
    #expect(signature.file == ContentDigest(of: sample.planBytes))
  }

  @Test func nobodyAndStrangers() {
    #expect(refused(Envelope(payload: sample.envelope.payload), [key]) == .unsigned)
    #expect(refused(sample.envelope, [other]) == .untrusted)
    #expect(refused(sample.envelope, []) == .untrusted)
  }

  /// Somebody else's signature under a trusted key's name.
  @Test func aKeyIdIsNoProof() throws {
    let forged = try SignedSample(keys: [other])
    let text = String(decoding: forged.envelope.encoded(), as: UTF8.self)
      .replacing(other.publicKey.id.description, with: key.publicKey.id.description)
    let code = refusal {
      _ = try SignedSample.verify(sample.planBytes, Array(text.utf8), [key.publicKey])
    }
    #expect(code == .wrong)
  }

  /// A signature that was made for other bytes does not count, whatever it is put beside.
  @Test func signaturesCannotBeMoved() throws {
    let another = try SignedSample(name: "Another", keys: [key])
    let text = String(decoding: sample.envelope.encoded(), as: UTF8.self)
    let mixed = text.replacing(try payload(of: sample), with: try payload(of: another))
    #expect(mixed != text)
    let code = refusal {
      _ = try SignedSample.verify(another.planBytes, Array(mixed.utf8), [key.publicKey])
    }
    #expect(code == .wrong)
  }

  /// The payload as the file writes it.
  private func payload(of sample: SignedSample) throws -> String {
    let value = try JSONReader.read(sample.envelope.encoded())
    return try #require(value.objectValue?["payload"]?.stringValue)
  }

  @Test func aSignatureIsForOnePlan() throws {
    let another = try SignedSample(name: "Another", keys: [key])
    #expect(another.planID == sample.planID, "names do not change the id")
    let code = refusal {
      _ = try SignedSample.verify(another.planBytes, sample.envelope.encoded(), [key.publicKey])
    }
    #expect(code == .mismatch, "but they change the file")
  }

  /// Rightly signed by a trusted key, and still not a statement about this plan.
  @Test func everyFieldOfTheStatementCounts() throws {
    let file = ContentDigest(of: sample.planBytes)
    let right = PlanSignature.statement(planID: sample.planID, file: file)
    let wrong = ContentDigest(of: [1])
    let object = try #require(try JSONReader.read(right.bytes).objectValue)
    var payloads = [
      PlanSignature.statement(planID: wrong, file: file).bytes,
      PlanSignature.statement(planID: sample.planID, file: wrong).bytes,
      Statement(subjects: right.subjects, predicateType: "urn:x-wct:run:v1", predicate: right.predicate)
        .bytes,
      Statement(
        subjects: right.subjects.reversed(), predicateType: right.predicateType, predicate: right.predicate
      )
      .bytes,
      Statement(subjects: [], predicateType: right.predicateType, predicate: right.predicate).bytes,
      Statement(subjects: right.subjects + right.subjects, predicateType: right.predicateType, predicate: [:])
        .bytes,
      Statement(subjects: right.subjects, predicateType: right.predicateType, predicate: ["format": "x"])
        .bytes,
      [], Array("null".utf8), Array("[]".utf8), right.bytes + [0x20], Array(right.bytes.dropLast()),
    ]
    for key in object.keys {
      for value in [nil, .null, .integer(1), "x", .array([]), .object([:])] as [JSONValue?] {
        var changed = object
        changed[key] = value
        payloads.append(JSONWriter.bytes(of: .object(changed)))
      }
    }
    var extended = object
    extended["more"] = 1
    payloads.append(JSONWriter.bytes(of: .object(extended)))
    for payload in payloads {
      var envelope = Envelope(payload: payload)
      try envelope.sign(with: key)
      #expect(refused(envelope, [key]) == .mismatch, "\(String(decoding: payload, as: UTF8.self))")
    }
    var envelope = Envelope(payload: right.bytes)
    try envelope.sign(with: key)
    #expect(refused(envelope, [key]) == nil)
  }

  @Test func oneTrustedSignatureAmongSeveralIsEnough() throws {
    var envelope = sample.envelope
    try envelope.sign(with: other)
    #expect(refused(envelope, [key]) == nil && refused(envelope, [other]) == nil)
    #expect(try envelope.signers(among: [key.publicKey, other.publicKey]).count == 2)
  }

  @Test func whatIsExecutedCannotBeSignedFor() throws {
    var plan = Plan(runbook: RunbookLabel(name: "", description: ""))
    #expect(refusal { try plan.refuseUnsignableOperations() } == nil)
    plan.instructions.append(
      Instruction(
        id: try #require(ArtifactID("run")), operation: .execute(NestedRun(maximumDepth: 1)),
        schema: .runResult, key: ContentDigest(of: [])))
    #expect(refusal { try plan.refuseUnsignableOperations() } == .execute)
  }
}
