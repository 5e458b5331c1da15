// The options that let only signed plans run.
internal import ArgumentParser
internal import CommandSupport
internal import PlanSignatures

struct SignatureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run the plan only if this key signed it: a public key's file, a directory of them, or env:NAME (repeatable).",
      valueName: "KEY"))
  var requireSignature: [String] = []

  @Option(help: ArgumentHelp("The plan's signature. Default: PLAN.sig.", valueName: "FILE"))
  var signature: String?

  mutating func validate() throws {
    if let fault = KeyReading.fault("--require-signature", requireSignature) { throw ValidationError(fault) }
    guard signature == nil || !requireSignature.isEmpty else {
      throw ValidationError("--signature goes with --require-signature")
    }
  }

  /// Checks the very bytes that are run afterwards; nil where no signature is required.
  ///
  /// - Parameter path: Where the plan stands; nil for one that stands in a store.
  func check(_ planBytes: [UInt8], path: String?) throws -> PlanSignature? {
    guard !requireSignature.isEmpty else { return nil }
    let keys = try KeyReading.verificationKeys(requireSignature)
    guard let file = signature ?? path.map({ $0 + PlanSignature.suffix }) else {
      throw ProgramError(
        SignatureError(
          .unsigned, "a plan from the store has no signature beside it", hint: "name it with --signature"))
    }
    let envelope = try readSignature(file, limit: PlanSignature.sizeLimit)
    do throws(SignatureError) {
      return try PlanSignature(of: planBytes, envelope: envelope, keys: keys)
    } catch {
      throw ProgramError(error, about: file)
    }
  }
}
