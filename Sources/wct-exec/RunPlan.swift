// `wct-exec run`: runs a plan.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import EnvironmentFiles
internal import PlanMachine
internal import RunHistory
internal import RunStore
internal import SystemFiles

struct RunPlan: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "run", abstract: "Run a plan.")

  @Argument(help: ArgumentHelp("The plan file.", valueName: "plan"))
  var path: String

  @Option(help: ArgumentHelp("How many artifacts are made at once at most.", valueName: "N"))
  var maxConcurrency: Int?

  @Option(help: ArgumentHelp("The directory that relative paths in the runbook begin at.", valueName: "DIR"))
  var baseDir: String?

  @Option(help: ArgumentHelp("What the run may cost, instead of what its runbook says.", valueName: "N"))
  var costLimit: Double?

  @Option(
    name: .customLong("env-file"),
    help: ArgumentHelp("A file of NAME=value lines (repeatable).", valueName: "FILE"))
  var environmentFiles: [String] = []

  @Option(help: ArgumentHelp("The runbook that the plan was compiled from.", visibility: .hidden))
  var runbook: String?

  @OptionGroup var memory: MemoryOptions
  @OptionGroup var reuse: ReuseOptions
  @OptionGroup var signatures: SignatureOptions
  @OptionGroup var attestation: AttestationOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: RunOutputOptions
  @OptionGroup var handed: FindingInputOptions

  mutating func validate() throws {
    guard maxConcurrency.map({ (1...100_000).contains($0) }) ?? true else {
      throw ValidationError("--max-concurrency takes a number from 1 to 100000")
    }
  }

  func run() throws {
    try CostLimit.check(costLimit)
    let inputs = try handed.load()
    let loaded = try LoadedPlan.load(path, requiring: signatures)
    let options = RunOptions(
      baseDirectory: try BaseDirectory.absolute(baseDir),
      environmentFiles: environmentFiles.map { PathText.join(currentDirectory(), $0) },
      maximumConcurrency: maxConcurrency, reusesNondeterministic: reuse.reuseNondeterministic,
      costLimit: costLimit)
    let session = try RunSession(
      plan: loaded, options: options, memory: memory, output: output,
      attestor: try attestation.attestor(for: loaded.verified), inputs: inputs)
    try session.begin(in: store.path, runbookPath: runbook, reuse: reuse)
  }
}
