// The signature of a plan: who says that this is the plan that may run.
internal import CanonicalJSON
package import ComponentKit
package import ExecutionPlan

/// What the signature of a plan says, and whose it is.
package struct PlanSignature: Sendable, Hashable {
  /// What statements about plans say of themselves.
  package static let predicateType = "urn:x-wct:plan:v1"
  /// What stands behind a plan's name in the name of its signature.
  package static let suffix = ".sig"
  /// The largest signature of a plan that is read: room for every signature that may be in it.
  package static let sizeLimit = 1 << 18

  package let planID: ContentDigest
  /// The SHA-256 of the plan file's bytes.
  package let file: ContentDigest
  package let signers: [VerificationKey]

  private static let idSubject = "plan-id"
  private static let fileSubject = "plan-file"

  /// The statement that a plan's signature makes.
  package static func statement(planID: ContentDigest, file: ContentDigest) -> Statement {
    Statement(
      subjects: [Statement.Subject(idSubject, planID), Statement.Subject(fileSubject, file)],
      predicateType: predicateType,
      predicate: ["format": .string(PlanFormat.name), "format_version": .integer(PlanFormat.version)])
  }

  /// The unsigned envelope for a plan file.
  package static func envelope(planID: ContentDigest, planBytes: [UInt8]) -> Envelope {
    Envelope(payload: statement(planID: planID, file: ContentDigest(of: planBytes)).bytes)
  }

  /// Checks that one of the keys signed exactly these bytes as a plan. The caller decodes them afterwards, and calls
  /// ``check(planID:)``.
  ///
  /// - Throws: ``SignatureError``.
  package init(
    of planBytes: [UInt8], envelope bytes: [UInt8], keys: [VerificationKey]
  ) throws(SignatureError) {
    guard bytes.count <= Self.sizeLimit else {
      throw SignatureError(.malformed, "a plan's signature is at most \(Self.sizeLimit) bytes long")
    }
    let envelope = try Envelope(parsing: bytes)
    signers = try envelope.signers(among: keys)
    file = ContentDigest(of: planBytes)
    let statement = try Statement(envelope.payload)
    guard statement.predicateType == Self.predicateType else {
      throw SignatureError(
        .mismatch, "what is signed is '\(statement.predicateType)', not a plan ('\(Self.predicateType)')")
    }
    guard let id = statement.subjects.first?.digest else {
      throw SignatureError(.mismatch, "what is signed names no plan")
    }
    planID = id
    let expected = Self.statement(planID: id, file: file)
    guard statement == expected else {
      let signed = statement.subjects.last?.digest.description ?? "nothing"
      throw SignatureError(
        .mismatch, "another plan was signed: the file has \(file), the signature is for \(signed)",
        hint: "compile and sign again, or get the plan that was signed")
    }
  }

  /// Checks that the plan in the file is the one that was signed.
  package func check(planID found: ContentDigest) throws(SignatureError) {
    guard found == planID else {
      throw SignatureError(
        .mismatch, "another plan was signed: this is \(found), the signature is for \(planID)")
    }
  }
}

extension Plan {
  /// A plan that runs a runbook which another artifact holds can't be signed for: nobody knows what that will be.
  package func refuseUnsignableOperations() throws(SignatureError) {
    for instruction in instructions {
      guard case .execute = instruction.operation else { continue }
      throw SignatureError(
        .execute,
        "'\(instruction.id)' executes a runbook that is not known before the plan runs, so no signature covers it"
      )
    }
  }
}
