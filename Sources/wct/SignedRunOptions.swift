// The options on signatures that the compiler hands on to the machine as they are.
internal import ArgumentParser
internal import CommandSupport

struct SignedRunOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run only what this key signed: a public key, or a directory (repeatable).", valueName: "KEY"))
  var requireSignature: [String] = []

  @Option(
    help: ArgumentHelp("The signature of the plan that the runbook compiles to.", valueName: "FILE"))
  var signature: String?

  @Option(help: ArgumentHelp("Write a signed attestation of the run to this file.", valueName: "FILE"))
  var attest: String?

  @Option(help: ArgumentHelp("The private key for --attest: a file, or env:NAME.", valueName: "KEY"))
  var signingKey: String?

  mutating func validate() throws {
    guard requireSignature.isEmpty == (signature == nil) else {
      throw ValidationError(
        "--require-signature and --signature go together: a compiled plan has no file beside it")
    }
    guard (attest == nil) == (signingKey == nil) else {
      throw ValidationError("--attest and --signing-key go together")
    }
    let keys = requireSignature + [signingKey].compactMap(\.self)
    if let fault = KeyReading.fault("--require-signature or --signing-key", keys) {
      throw ValidationError(fault)
    }
  }

  /// The arguments that mean the same to `wct-exec run` and `resume`.
  var arguments: [String] {
    let values = [("--signature", signature), ("--attest", attest), ("--signing-key", signingKey)]
    return requireSignature.flatMap { ["--require-signature", $0] }
      + values.flatMap { name, value in value.map { [name, $0] } ?? [] }
  }
}
