// Attestations of runs: every field is compared with what the store holds.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanSignatures
import Testing

@Suite struct RunAttestationTests {
  private static func id(_ text: String) -> ArtifactID {
    guard let id = ArtifactID(text) else { preconditionFailure("not an artifact id: \(text)") }
    return id
  }

  private static let attestation: RunAttestation = {
    var plan = Plan(runbook: RunbookLabel(name: "Attested", description: ""))
    plan.components = [
      ComponentImport(kind: .connector, type: "read", version: "1.0.0", manifest: ContentDigest(of: [1]))
    ]
    plan.rulesets = [RulesetConstant("rules")]
    return RunAttestation(
      plan: plan, planID: ContentDigest(of: [2]), planFile: ContentDigest(of: [3]), runID: "r1",
      result: "completed", startedAt: "2026-01-01T00:00:00.000000+00:00",
      finishedAt: "2026-01-01T00:01:00.000000+00:00",
      inputs: [RunAttestation.Content(id("files"), SchemaReference("text"), ContentDigest(of: [4]))],
      outputs: [RunAttestation.Content(id("found"), SchemaReference("text"), ContentDigest(of: [5]))],
      program: "wct-exec 0.1.0")
  }()

  /// The value with each leaf changed in turn, with the pointer that leads to it.
  private static func changes(of value: JSONValue, _ pointer: String = "") -> [(String, JSONValue)] {
    switch value {
    case .object(let object):
      return object.members.flatMap { member in
        changes(of: member.value, "\(pointer)/\(member.key)").map { place, changed in
          var copy = object
          copy[member.key] = changed
          return (place, .object(copy))
        }
      }
    case .array(let elements):
      let shorter = [(pointer, JSONValue.array(Array(elements.dropLast())))].filter {
        !elements.isEmpty && $0.0 != ""
      }
      return shorter
        + elements.indices.flatMap { index in
          changes(of: elements[index], "\(pointer)/\(index)").map { place, changed in
            var copy = elements
            copy[index] = changed
            return (place, .array(copy))
          }
        }
    case .string(let text): return [(pointer, .string(text + "x"))]
    default: return [(pointer, "changed")]
    }
  }

  @Test func whatTheStoreHoldsPasses() throws { try Self.attestation.check(Self.attestation.statement) }

  @Test func everyFieldIsCompared() throws {
    let right = Self.attestation.statement
    let changes = Self.changes(of: .object(right.predicate))
    #expect(changes.count > 18)
    for (pointer, changed) in changes {
      let statement = Statement(
        subjects: right.subjects, predicateType: right.predicateType,
        predicate: try #require(changed.objectValue))
      let error = refusal { try Self.attestation.check(statement) }
      // Which version of the machine says so is not in the store.
      #expect(error == (pointer == "/program" ? nil : .attestation), "\(pointer)")
    }
    let subjects = [Statement.Subject("found", ContentDigest(of: [6]))]
    for wrong in [[], subjects, right.subjects + subjects] {
      let statement = Statement(
        subjects: wrong, predicateType: right.predicateType, predicate: right.predicate)
      #expect(refusal { try Self.attestation.check(statement) } == .attestation)
    }
    var extended = right.predicate
    extended["more"] = 1
    let statement = Statement(
      subjects: right.subjects, predicateType: right.predicateType, predicate: extended)
    #expect(refusal { try Self.attestation.check(statement) } == .attestation)
  }

  @Test func aPlansSignatureIsNoAttestation() throws {
    let key = try SigningKey()
    let plan = try SignedSample(keys: [key])
    let code = refusal {
      _ = try RunAttestation.statement(in: plan.envelope.encoded(), keys: [key.publicKey])
    }
    #expect(code == .mismatch)
    var envelope = Envelope(payload: Self.attestation.statement.bytes)
    try envelope.sign(with: key)
    let read = try RunAttestation.statement(in: envelope.encoded(), keys: [key.publicKey])
    #expect(read.statement == Self.attestation.statement && read.signers == [key.publicKey])
    let asPlan = refusal {
      _ = try PlanSignature(of: plan.planBytes, envelope: envelope.encoded(), keys: [key.publicKey])
    }
    #expect(asPlan == .mismatch)
  }
}
