// `wct-exec verify-attestation`: whether a store still holds what was attested of a run.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import PlanMachine
internal import PlanSignatures
internal import Reports
internal import RunHistory
internal import RunStore
internal import StandardManifests
internal import SystemFiles

struct VerifyAttestation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-attestation", abstract: "Check the attestation of a run against the store.")

  @Argument(help: ArgumentHelp("An id, a unique prefix, 'latest', or a runbook's path.", valueName: "run"))
  var reference: String

  @Option(
    help: ArgumentHelp(
      "The attestation (default: the one that the run left in the store).", valueName: "FILE"))
  var attestation: String?

  @Option(
    help: ArgumentHelp(
      "A public key that is trusted: a file, a directory of them, or env:NAME (repeatable).", valueName: "KEY"
    ))
  var key: [String] = []

  @OptionGroup var store: StoreOptions

  mutating func validate() throws {
    guard !key.isEmpty else { throw ValidationError("name a public key that is trusted with --key") }
    if let fault = KeyReading.fault("--key", key) { throw ValidationError(fault) }
  }

  func run() throws {
    let keys = try KeyReading.verificationKeys(key)
    let opened = try store.open()
    do {
      let run = try opened.load(try opened.find(reference).record.id)
      let file = attestation ?? RunAttestor.path(inStore: opened.directory, run.record.id)
      let bytes = try readSignature(file, limit: Envelope.sizeLimit)
      do {
        let (statement, signers) = try RunAttestation.statement(in: bytes, keys: keys)
        let report = try report(run, opened)
        try check(statement, report, run)
        show(run, report, signers)
      } catch let error as SignatureError {
        throw ProgramError(error, about: file)
      }
    } catch let error as StoreError {
      throw ProgramError(error)
    }
  }

  private func report(_ run: StoredRun, _ store: RunStore) throws -> RunReport {
    let plan: DecodedPlan
    do throws(PlanError) {
      plan = try Plan.decode(run.planBytes)
    } catch {
      throw ProgramError(error)
    }
    guard plan.id == run.record.planID else {
      throw SignatureError(.attestation, "the plan in the store is not the one that the run says it is of")
    }
    return RunReport(
      run: run.record, plan: plan.plan, state: run.state, now: run.record.finishedAt ?? run.record.startedAt,
      schemas: .standard
    ) { try store.reader(of: $0, artifact: $1) }
  }

  private func check(_ statement: Statement, _ report: RunReport, _ run: StoredRun) throws {
    guard let found = RunAttestation(report, planBytes: run.planBytes) else {
      throw SignatureError(.attestation, "the run in the store has not ended")
    }
    try found.check(statement)
    // The journal may say the right digest of a content that was changed.
    let attested = Set((found.inputs + found.outputs).map(\.artifact))
    for (index, instruction) in report.plan.instructions.enumerated() where attested.contains(instruction.id)
    {
      do {
        try report.reader(of: InstructionIndex(index))?.forEachItem { _ in }
      } catch {
        throw SignatureError(
          .attestation, "the content of '\(instruction.id)' is not what was attested: \(error)")
      }
    }
  }

  private func show(_ run: StoredRun, _ report: RunReport, _ signers: [VerificationKey]) {
    let count = ShownText.count(report.outputs.count, "result")
    var text = "run \(run.record.id): \(report.resultStatus), \(count), as attested\n"
    for signer in signers { text += "  signed by \(signer.id)\n" }
    Terminal.output.write(text)
  }
}
