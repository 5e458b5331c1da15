// `wct-exec resume`: goes on with a run that stopped.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory
internal import RunStore
internal import SystemFiles

struct ResumeRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with a run: what is completed is not run again.")

  @Argument(help: ArgumentHelp("An id, a unique prefix, 'latest', or a runbook's path.", valueName: "run"))
  var reference: String

  @Option(help: ArgumentHelp("How many artifacts are made at once at most.", valueName: "N"))
  var maxConcurrency: Int?

  @Option(help: ArgumentHelp("Another directory that relative paths begin at.", valueName: "DIR"))
  var baseDir: String?

  @Option(help: ArgumentHelp("What the run may cost, instead of what its runbook says.", valueName: "N"))
  var costLimit: Double?

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp(
      "Make only these artifacts and what leads to them (repeatable).", valueName: "SELECTION"))
  var selections: [String] = []

  @Option(
    name: .customLong("env-file"),
    help: ArgumentHelp("A further file of NAME=value lines (repeatable).", valueName: "FILE"))
  var environmentFiles: [String] = []

  @OptionGroup var memory: MemoryOptions
  @OptionGroup var signatures: SignatureOptions
  @OptionGroup var attestation: AttestationOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: RunOutputOptions
  @OptionGroup var handed: FindingInputOptions

  func run() throws {
    try CostLimit.check(costLimit)
    let inputs = try handed.load()
    let opened = try store.open()
    do {
      let found = try opened.findAndTell(reference, isQuiet: output.quiet)
      let (held, stored) = try opened.hold(found.id)
      let signature = try signatures.check(stored.planBytes, path: nil)
      let plan = LoadedPlan(
        verified: try LoadedPlan.verify(stored.planBytes, signedAs: signature), bytes: stored.planBytes,
        sourceMapBytes: stored.sourceMapBytes)
      let scope = try RunScope(selections, option: "--only", in: plan.verified.plan)
      var options = options(of: stored.record)
      options.selection = scope.text
      let session = try RunSession(
        plan: plan, options: options, memory: memory, scope: scope, output: output,
        attestor: try attestation.attestor(for: plan.verified), inputs: inputs)
      try session.resume(held, stored, in: opened)
    } catch let error as StoreError {
      throw ProgramError(error)
    }
  }

  private func options(of record: RunRecord) -> RunOptions {
    var options = record.options
    options.environmentFiles += environmentFiles.map { PathText.join(currentDirectory(), $0) }
    options.costLimit = costLimit ?? options.costLimit
    options.maximumConcurrency = maxConcurrency ?? options.maximumConcurrency
    if let baseDir { options.baseDirectory = PathText.join(currentDirectory(), baseDir) }
    return options
  }
}
