// `wct sign`: a signature of a plan, beside it.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import PlanSignatures
internal import SystemFiles

struct Sign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign a plan.",
    discussion: """
      Writes PLAN.sig: a DSSE envelope with an in-toto statement of the plan's id and file. Where the file holds \
      signatures of the same plan, this one is added; those of an earlier plan are dropped.
      """)

  @Argument(help: ArgumentHelp("The plan file.", valueName: "plan"))
  var path: String

  @Option(
    help: ArgumentHelp("The private key: a file, or env:NAME for a variable that holds it.", valueName: "KEY")
  )
  var key: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The signature file; '-' for standard output. Default: PLAN.sig.", valueName: "FILE"))
  var output: String?

  mutating func validate() throws {
    if let fault = KeyReading.fault("--key", [key]) { throw ValidationError(fault) }
    if output == "" { throw ValidationError("--output takes a file, not an empty text") }
  }

  func run() throws {
    let bytes: [UInt8]
    do {
      bytes = try readFile(path, limit: PlanFile.sizeLimit)
    } catch {
      throw ProgramError(.unreadableFile, error.description, leaving: .usage)
    }
    let plan = try PlanFile.decode(bytes, path: path)
    let key = try KeyReading.signingKey(self.key)
    let target = output ?? path + PlanSignature.suffix
    var envelope = PlanSignature.envelope(planID: plan.id, planBytes: bytes)
    do throws(SignatureError) {
      if target != "-", let earlier = try earlierEnvelope(target) {
        if earlier.payload == envelope.payload {
          envelope = earlier
        } else if !earlier.signatures.isEmpty {
          Terminal.error.write("\(target) was for another plan; its signatures are dropped\n")
        }
      }
      try envelope.sign(with: key)
    } catch {
      throw ProgramError(error, about: target)
    }
    try OutputFile.write(envelope.encoded(), to: target)
    if target != "-" {
      let count = ShownText.count(envelope.signatures.count, "signature")
      Terminal.error.write(
        "wrote \(target): \(count), plan \(plan.id.hexadecimal.prefix(12)), key \(key.publicKey.id)\n")
    }
    remark(plan.plan)
  }

  /// The envelope that stands there already. What is none is left alone: it may be anything.
  private func earlierEnvelope(_ target: String) throws(SignatureError) -> Envelope? {
    guard (try? FileStatus.of(target).kind) == .file else { return nil }
    guard let bytes = try? readFile(target, limit: PlanSignature.sizeLimit) else {
      throw SignatureError(.malformed, "the file is no signature, and is not replaced")
    }
    return try Envelope(parsing: bytes)
  }

  private func remark(_ plan: Plan) {
    do throws(SignatureError) {
      try plan.refuseUnsignableOperations()
    } catch {
      Terminal.error.write("note: --require-signature will refuse this plan: \(error.message)\n")
    }
  }
}
