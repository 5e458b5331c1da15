// Keys and signed plans that several tests look at.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanSignatures

enum SampleKeys {
  /// The first key of RFC 8032, section 7.1.
  static let knownPrivate = armoured(
    "PRIVATE KEY", "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g")
  static let knownPublic = armoured(
    "PUBLIC KEY", "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")

  static func armoured(_ label: String, _ lines: String...) -> [UInt8] {
    Array("-----BEGIN \(label)-----\n\(lines.joined(separator: "\n"))\n-----END \(label)-----\n".utf8)
  }

  static func known() throws -> SigningKey { try SigningKey(pem: knownPrivate, name: "known") }
}

/// A plan file with its signature.
struct SignedSample {
  let planBytes: [UInt8]
  let planID: ContentDigest
  var envelope: Envelope

  init(name: String = "Signed", keys: [SigningKey]) throws {
    let encoded = Plan(runbook: RunbookLabel(name: name, description: "")).encoded()
    planBytes = encoded.bytes
    planID = encoded.id
    envelope = PlanSignature.envelope(planID: planID, planBytes: planBytes)
    for key in keys { try envelope.sign(with: key) }
  }

  /// Everything that a machine checks before it runs a plan.
  static func verify(_ planBytes: [UInt8], _ envelope: [UInt8], _ keys: [VerificationKey]) throws
    -> PlanSignature
  {
    let signature = try PlanSignature(of: planBytes, envelope: envelope, keys: keys)
    try signature.check(planID: try Plan.decode(planBytes).id)
    return signature
  }
}

/// The code of a refusal; nil where nothing was refused.
func refusal(_ body: () throws -> Void) -> SignatureError.Code? {
  do {
    try body()
    return nil
  } catch let error as SignatureError {
    return error.code
  } catch {
    return nil
  }
}
