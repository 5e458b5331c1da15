// `wct verify-signature`: whose signature a plan, or an attestation, carries.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import PlanSignatures
internal import SystemFiles

struct VerifySignature: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-signature", abstract: "Check the signature of a plan, or an attestation of a run.",
    discussion: """
      FILE is a plan, whose signature stands in FILE.sig or where --signature says, or an attestation that a run \
      wrote with --attest. --run checks an attestation against the store: without FILE the one that the run left there.
      Leaves with 4 where nothing that is trusted was signed, or something was altered.
      """)

  @Argument(help: ArgumentHelp("A plan file, or an attestation.", valueName: "FILE"))
  var path: String?

  @Option(
    help: ArgumentHelp(
      "A public key that is trusted: a file, a directory of them, or env:NAME (repeatable).", valueName: "KEY"
    ))
  var key: [String] = []

  @Option(help: ArgumentHelp("The signature of the plan. Default: FILE.sig.", valueName: "FILE"))
  var signature: String?

  @Option(
    name: .customLong("run"), help: ArgumentHelp("The run that the attestation is about.", valueName: "RUN"))
  var reference: String?

  @Option(help: ArgumentHelp("The store (default: .wct, or $WCT_STORE).", valueName: "DIR"))
  var store: String?

  mutating func validate() throws {
    guard path != nil || reference != nil else {
      throw ValidationError("name a plan, an attestation, or a --run")
    }
    guard !key.isEmpty else { throw ValidationError("name a public key that is trusted with --key") }
    if let fault = KeyReading.fault("--key", key) { throw ValidationError(fault) }
    guard reference == nil || signature == nil else {
      throw ValidationError("--signature is for a plan, --run for an attestation")
    }
    if store == "" { throw ValidationError("--store takes a directory, not an empty text") }
  }

  func run() throws {
    if let reference {
      let file = path.map { ["--attestation", $0] } ?? []
      let keys = key.flatMap { ["--key", $0] }
      throw Machine.become(
        ["verify-attestation", reference] + file + keys + (store.map { ["--store", $0] } ?? []))
    }
    guard let path else { return }
    let keys = try KeyReading.verificationKeys(key)
    let bytes: [UInt8]
    do {
      bytes = try readFile(path, limit: PlanFile.sizeLimit)
    } catch {
      throw ProgramError(.unreadableFile, error.description, leaving: .usage)
    }
    if signature == nil, bytes.starts(with: Array(#"{"payload":"#.utf8)) {
      try verifyAttestation(bytes, path, keys)
    } else {
      try verifyPlan(bytes, path, keys)
    }
  }

  private func verifyPlan(_ bytes: [UInt8], _ path: String, _ keys: [VerificationKey]) throws {
    let file = signature ?? path + PlanSignature.suffix
    let envelope = try readSignature(file, limit: PlanSignature.sizeLimit)
    do {
      let signature = try PlanSignature(of: bytes, envelope: envelope, keys: keys)
      try signature.check(planID: PlanFile.decode(bytes, path: path).id)
      Terminal.output.write("\(path): plan \(signature.planID)\n" + Self.signers(signature.signers))
    } catch let error as SignatureError {
      throw ProgramError(error, about: file)
    }
  }

  private func verifyAttestation(_ bytes: [UInt8], _ path: String, _ keys: [VerificationKey]) throws {
    do throws(SignatureError) {
      let (statement, signers) = try RunAttestation.statement(in: bytes, keys: keys)
      let run = statement.predicate["run"]?.objectValue
      let id = printable(run?["id"]?.stringValue ?? "?")
      let result = printable(run?["result"]?.stringValue ?? "?")
      let count = ShownText.count(statement.subjects.count, "result")
      Terminal.output.write("\(path): run \(id), \(result), \(count)\n" + Self.signers(signers))
      Terminal.error.write("note: --run \(id) checks it against the store\n")
    } catch {
      throw ProgramError(error, about: path)
    }
  }

  private static func signers(_ keys: [VerificationKey]) -> String {
    keys.map { "  signed by \($0.id)\n" }.joined()
  }
}
