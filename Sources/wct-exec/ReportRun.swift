// `wct-exec report`: writes what became of a run as one HTML file.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import FindingReports
internal import PlanMachine
internal import Reports
internal import RunHistory
internal import RunStore
internal import StandardManifests
internal import SystemFiles

struct ReportRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the report of a run as one HTML file.")

  @Argument(help: ArgumentHelp("An id, a unique prefix, 'latest', or a runbook's path.", valueName: "run"))
  var reference: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the report goes (default: outputs/RUN_report.html).", valueName: "FILE"))
  var output: String?

  @Option(help: "How much of the texts that findings were found in is shown.")
  var evidence: EvidenceDisplay = .masked

  @Option(help: ArgumentHelp("How many findings of each output are shown at most.", valueName: "N"))
  var maxFindings = 500

  @Flag(name: .shortAndLong, help: "Show errors only.")
  var quiet = false

  @OptionGroup var handed: FindingInputOptions
  @OptionGroup var store: StoreOptions

  mutating func validate() throws {
    guard (1...100_000).contains(maxFindings) else {
      throw ValidationError("--max-findings takes a number from 1 to 100000")
    }
    if output == "" { throw ValidationError("--output takes a file, not an empty text") }
  }

  func run() throws {
    let accepted = try handed.load().accepted
    let opened = try store.open()
    do {
      let found = try opened.findAndTell(reference, isQuiet: quiet)
      let snapshot = try opened.snapshot(of: found.id)
      try write(
        RunReport(
          run: snapshot.record, plan: snapshot.plan, state: snapshot.state, now: SystemClock().now(),
          schemas: .standard
        ) { try opened.reader(of: $0, artifact: $1) }, accepted)
    } catch let error as StoreError {
      throw ProgramError(error)
    }
  }

  private func write(_ report: RunReport, _ accepted: AcceptedFindings) throws {
    let path = output ?? "outputs/\(report.run.id)_report.html"
    var options = HTMLExporter.Options(
      evidence: evidence, maximumFindings: maxFindings, program: "wct-exec \(ToolchainVersion.text)")
    options.accepted = accepted
    do {
      if output == nil { try makeDirectory(PathText.parent(of: path)) }
      try HTMLExporter.export(report, options, to: path)
    } catch let error as SystemError {
      throw ProgramError(writing: error)
    }
    if !quiet { Terminal.output.write("Report: \(path)\n") }
  }
}
