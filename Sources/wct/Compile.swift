// `wct compile`: a plan file.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookCompiler
internal import SystemFiles

struct Compile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Compile a runbook to an execution plan.",
    discussion: """
      The plan is canonical JSON: the same runbook gives the same bytes on every machine. Beside it stands \
      PLAN.map, which says where in the runbook each instruction comes from.
      """)

  @Argument(help: ArgumentHelp("The runbook file.", valueName: "runbook"))
  var path: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The plan file; '-' for standard output. Default: the runbook's name with '.plan.json'.",
      valueName: "FILE"))
  var output: String?

  @OptionGroup var compile: CompileOptions
  @OptionGroup var passes: PassInspectionOptions
  @OptionGroup var store: StoreToReadOption
  @OptionGroup var show: OutputOptions

  mutating func validate() throws {
    if output == "-", !passes.dumpAfter.isEmpty {
      throw ValidationError(
        "--dump-after and the plan can't both go to standard output; name a file with --output")
    }
    if output == "" { throw ValidationError("--output takes a file, not an empty text") }
  }

  func run() throws {
    let result = try compile.compilePlan(path, earlierRuns: store.runs, passes: passes, show: show)
    let plan = result.plan
    let target = output ?? "\(PathText.stem(of: path)).plan.json"
    if target == "-" {
      guard Terminal.output.write(plan.bytes) else { throw ExitStatus.failed.exitCode }
      return
    }
    try refuseOverwritingTheRunbook(target)
    do {
      try writeFile(target, plan.bytes)
      // A device or a FIFO has nothing beside it.
      if let map = result.sourceMap, try FileStatus.of(target).kind == .file {
        try writeFile(target + ".map", map.withoutAbsolutePaths.encoded())
      }
    } catch {
      throw ProgramError(writing: error)
    }
    if !show.quiet { Terminal.error.write("wrote \(target) (plan \(plan.id.hexadecimal.prefix(12)))\n") }
  }

  private func refuseOverwritingTheRunbook(_ target: String) throws {
    guard let own = try? FileStatus.of(path).identity, own == (try? FileStatus.of(target).identity) else {
      return
    }
    throw ProgramError(
      .outputIsInput, "\(target) is the runbook itself", notes: ["name another file for the plan"],
      leaving: .usage)
  }
}
