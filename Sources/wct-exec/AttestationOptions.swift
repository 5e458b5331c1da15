// The options that let a run say, signed, what it did.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import PlanSignatures
internal import SystemFiles

struct AttestationOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write a signed attestation of the run to this file.", valueName: "FILE"))
  var attest: String?

  @Option(
    help: ArgumentHelp(
      "The private key for --attest: a file, or env:NAME for a variable that holds it.", valueName: "KEY"))
  var signingKey: String?

  mutating func validate() throws {
    guard (attest == nil) == (signingKey == nil) else {
      throw ValidationError("--attest and --signing-key go together")
    }
    if let fault = KeyReading.fault("--signing-key", [signingKey].compactMap(\.self)) {
      throw ValidationError(fault)
    }
    if attest == "" { throw ValidationError("--attest takes a file, not an empty text") }
  }

  /// What writes the attestation once the run has ended. The key is read before the run begins, since a run may take
  /// long; a plan that could read the key is refused.
  func attestor(for plan: VerifiedPlan) throws -> RunAttestor? {
    guard let attest, let signingKey else { return nil }
    if let variable = KeySource(signingKey)?.variable, Self.mayRead(variable, plan.plan) {
      throw ProgramError(
        SignatureError(
          .exposedKey, "the plan may read the variable \(variable), which holds the private key",
          hint: "keep the key in a file or in another variable"))
    }
    let parent = PathText.parent(of: attest)
    guard (try? FileStatus.of(parent))?.kind == .directory else {
      throw ProgramError(.missingDirectory, "--attest: there is no directory '\(parent)'", leaving: .usage)
    }
    return RunAttestor(path: attest, key: try KeyReading.signingKey(signingKey))
  }

  /// Whether a plan reads a variable, or runs what nobody has seen.
  private static func mayRead(_ variable: String, _ plan: Plan) -> Bool {
    plan.environment.contains { $0.name == variable }
      || plan.instructions.contains { if case .execute = $0.operation { true } else { false } }
  }
}
