// What is attested of a run, as a statement. Does not know where runs are stored.
internal import CanonicalJSON
package import ComponentKit
package import ExecutionPlan

/// A run: which plan, with what, from what, to what, when, and how it ended.
package struct RunAttestation: Sendable, Hashable {
  /// What statements about runs say of themselves.
  package static let predicateType = "urn:x-wct:run:v1"

  /// The content of an artifact that came into a run or out of it.
  package struct Content: Sendable, Hashable {
    package let artifact: ArtifactID
    package let schema: SchemaReference
    package let digest: ContentDigest

    package init(_ artifact: ArtifactID, _ schema: SchemaReference, _ digest: ContentDigest) {
      self.artifact = artifact
      self.schema = schema
      self.digest = digest
    }

    fileprivate var json: JSONValue {
      [
        "artifact": .string(artifact.text), "schema": .string(schema.description),
        "digest": .string(digest.description),
      ]
    }
  }

  package let planID: ContentDigest
  /// The SHA-256 of the plan file's bytes.
  package let planFile: ContentDigest
  package let runID: String
  /// `completed`, `partial` or `failed`.
  package let result: String
  /// ISO 8601, UTC.
  package let startedAt: String
  package let finishedAt: String
  package let runbook: String
  package let components: [ComponentImport]
  package let rulesets: [ContentDigest]
  /// What connectors read and what was reused, in the order of the plan.
  package let inputs: [Content]
  /// The results, in the order of the plan.
  package let outputs: [Content]
  /// The machine that says so.
  package let program: String

  package init(
    plan: Plan, planID: ContentDigest, planFile: ContentDigest, runID: String, result: String,
    startedAt: String, finishedAt: String, inputs: [Content], outputs: [Content], program: String
  ) {
    self.planID = planID
    self.planFile = planFile
    self.runID = runID
    self.result = result
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    runbook = plan.runbook.name
    components = plan.components
    rulesets = plan.rulesets.map(\.digest)
    self.inputs = inputs
    self.outputs = outputs
    self.program = program
  }

  /// The statement: its subjects are the results.
  package var statement: Statement {
    Statement(
      subjects: outputs.map { Statement.Subject($0.artifact.text, $0.digest) },
      predicateType: Self.predicateType,
      predicate: [
        "plan": ["id": .string(planID.description), "file": .string(planFile.description)],
        "run": [
          "id": .string(runID), "result": .string(result), "started_at": .string(startedAt),
          "finished_at": .string(finishedAt), "runbook": .string(runbook),
        ],
        "components": .array(
          components.map { component in
            [
              "kind": .string(component.kind.rawValue), "type": .string(component.type),
              "version": .string(component.version), "interface": .string(component.manifest.description),
            ]
          }),
        "rulesets": .array(rulesets.map { .string($0.description) }),
        "inputs": .array(inputs.map(\.json)), "outputs": .array(outputs.map(\.json)),
        "program": .string(program),
      ])
  }

  /// Reads the envelope of an attestation that one of these keys signed.
  ///
  /// - Throws: ``SignatureError``.
  package static func statement(
    in bytes: [UInt8], keys: [VerificationKey]
  ) throws(SignatureError) -> (statement: Statement, signers: [VerificationKey]) {
    let envelope = try Envelope(parsing: bytes)
    let signers = try envelope.signers(among: keys)
    let statement = try Statement(envelope.payload)
    guard statement.predicateType == predicateType else {
      throw SignatureError(
        .mismatch, "what is signed is '\(statement.predicateType)', not a run ('\(predicateType)')")
    }
    return (statement, signers)
  }

  /// Checks that this run, as a store holds it, is the one that a statement is about.
  ///
  /// - Throws: ``SignatureError`` `attestation` with the first place that differs.
  package func check(_ attested: Statement) throws(SignatureError) {
    var own = statement.predicate
    // A run may be looked at with another version of the machine than made it.
    own["program"] = attested.predicate["program"]
    let found = JSONValue.object(own)
    if let place = Self.firstDifference(.object(attested.predicate), found, "") {
      throw SignatureError(.attestation, "the store does not hold what is attested: it differs at \(place)")
    }
    guard attested.subjects == statement.subjects else {
      throw SignatureError(.attestation, "the store does not hold the results that are attested")
    }
  }

  /// The JSON Pointer of the first leaf that differs.
  private static func firstDifference(_ left: JSONValue, _ right: JSONValue, _ pointer: String) -> String? {
    switch (left, right) {
    case (.object(let left), .object(let right)):
      let keys = left.keys + right.keys.filter { left[$0] == nil }
      for key in keys {
        let place = pointer + PropertyPointer(keys: [key]).text
        guard let one = left[key], let other = right[key] else { return place }
        if let found = firstDifference(one, other, place) { return found }
      }
      return nil
    case (.array(let left), .array(let right)):
      for (index, pair) in zip(left, right).enumerated() {
        if let found = firstDifference(pair.0, pair.1, "\(pointer)/\(index)") { return found }
      }
      return left.count == right.count ? nil : "\(pointer)/\(min(left.count, right.count))"
    default: return left == right ? nil : pointer
    }
  }
}
