// `wct run`: compiles a runbook to a plan file in the store and becomes the machine that runs it.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookCompiler
internal import SystemFiles

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Compile a runbook and run it.")

  @Argument(help: ArgumentHelp("The runbook file.", valueName: "runbook"))
  var path: String?

  @Option(help: ArgumentHelp("Go on with an earlier run instead: an id, or 'latest'.", valueName: "RUN"))
  var resume: String?

  @Option(
    name: .customLong("select"),
    help: ArgumentHelp(
      "Make only these artifacts and what leads to them (repeatable), such as 'type:personal_data'.",
      valueName: "SELECTION"))
  var selections: [String] = []

  @OptionGroup var compile: CompileOptions
  @OptionGroup var machine: MachineOptions
  @OptionGroup var signed: SignedRunOptions
  @OptionGroup var handed: HandedFileOptions
  @OptionGroup var show: OutputOptions

  mutating func validate() throws {
    guard (path == nil) != (resume == nil) else {
      throw ValidationError("name a runbook, or a run with --resume, and not both")
    }
    guard resume == nil || machine.reuseArguments.isEmpty else {
      throw ValidationError("--reuse is for a new run; a run that is resumed keeps what it began with")
    }
    guard machine.maxConcurrency.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--max-concurrency takes a number above 0")
    }
  }

  func run() throws {
    if let resume {
      let files = compile.environmentFiles.flatMap { ["--env-file", $0] }
      throw Machine.become(
        ["resume", resume] + (try handed.files.arguments()) + machine.arguments + signed.arguments
          + shownArguments + files + selections.flatMap { ["--only", $0] })
    }
    guard let path else { return }
    // What is wrong with them is said before a runbook is compiled.
    let files = try handed.files.arguments()
    let runs = machine.store.map { StoredRuns(store: $0) }
    let result = try compile.compilePlan(path, earlierRuns: runs, show: show)
    let file = try writePlan(result.plan, result.sourceMap)
    var arguments =
      ["run", file, "--runbook", path] + files + machine.arguments + machine.reuseArguments
      + signed.arguments + shownArguments + selections.flatMap { ["--select", $0] }
    for file in result.environmentFiles { arguments += ["--env-file", file] }
    throw Machine.become(arguments)
  }

  private var shownArguments: [String] {
    ["--color", show.color.rawValue] + (show.quiet ? ["--quiet"] : [])
      + (show.shownFormat == .json ? ["--json"] : [])
  }

  /// Plans lie in the store under their id, so that a run's plan can be read before and after.
  private func writePlan(_ plan: EncodedPlan, _ map: SourceMap?) throws -> String {
    let directory = PathText.join(StoreLocation.path(machine.store), "plans")
    let file = PathText.join(directory, "\(plan.digest.hexadecimal).json")
    do {
      try makeDirectory(PathText.parent(of: directory), permissions: 0o700, isDurable: true)
      try makeDirectory(directory, permissions: 0o700)
      try writeFile(file, plan.bytes, permissions: 0o600)
      if let map { try writeFile(file + ".map", map.encoded(), permissions: 0o600) }
    } catch {
      throw ProgramError(writing: error)
    }
    return file
  }
}
