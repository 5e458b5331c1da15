// The plan decoder and verifier: a plan is untrusted input, refused with a place or read exactly.
internal import ComponentKit
internal import ExecutionPlan
internal import StandardManifests

enum FuzzPlan {
  static func test(_ bytes: [UInt8]) {
    guard let decoded = try? Plan.decode(bytes) else { return }
    precondition(decoded.plan.encoded().bytes == bytes, "a plan was accepted that is not canonical")
    _ = try? PlanVerifier.verify(decoded, catalog: .standard)
  }
}
