// Encodes, or decodes and verifies, a plan again and again; and digests its bytes, which no plan can do without.
internal import ComponentKit
internal import ExecutionPlan
internal import StandardManifests
internal import SystemFiles

enum PlanProbe {
  /// Arguments: `encode`, `decode` or `digest`, a plan file, and how often. Prints the bytes that went through.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 3, let rounds = Int(arguments[2]), rounds > 0 else {
      throw ProbeFailure("plan takes encode, decode or digest, FILE and ROUNDS")
    }
    let file = try readFile(arguments[1], limit: 1 << 31)
    // As the programs do that read a plan.
    prepareHeap(forBytes: 2 * file.count)
    let plan = try PlanVerifier.verify(Plan.decode(file), catalog: .standard).plan
    var count = 0
    for _ in 0..<rounds {
      switch arguments[0] {
      case "encode": count += plan.encoded().bytes.count
      case "decode":
        let verified = try PlanVerifier.verify(Plan.decode(file), catalog: .standard)
        guard verified.plan.instructions.count == plan.instructions.count else {
          throw ProbeFailure("another plan was read")
        }
        count += file.count
      case "digest":
        guard ContentDigest(of: file).hexadecimal.utf8.count == 64 else { throw ProbeFailure("no digest") }
        count += file.count
      default: throw ProbeFailure("plan takes encode, decode or digest")
      }
    }
    print(count)
  }
}
