// `wct-exec forecast`: what a run of a plan would reuse and what it would make, before anything runs.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory
internal import RunStore
internal import StandardComponents
internal import StandardManifests
internal import SystemFiles

struct ForecastPlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Say what a run would reuse and what it would make; run nothing.",
    discussion: "Nothing is written. Without --reuse, every run of the store counts (auto).")

  @Argument(help: ArgumentHelp("The plan file.", valueName: "plan"))
  var path: String

  @Option(help: ArgumentHelp("The directory that relative paths in the runbook begin at.", valueName: "DIR"))
  var baseDir: String?

  @Option(
    name: .customLong("env-file"),
    help: ArgumentHelp("A file of NAME=value lines (repeatable).", valueName: "FILE"))
  var environmentFiles: [String] = []

  @Option(help: ArgumentHelp("The runbook that the plan was compiled from.", visibility: .hidden))
  var runbook: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var reuse: ReuseOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    let loaded = try LoadedPlan.load(path)
    do {
      let opened = try store.openExisting()
      let options = RunOptions(
        baseDirectory: try BaseDirectory.absolute(baseDir),
        environmentFiles: environmentFiles.map { PathText.join(currentDirectory(), $0) },
        reuse: try reuse.mode(in: opened, default: .auto),
        reusesNondeterministic: reuse.reuseNondeterministic)
      let machine = Machine(
        components: .standard, catalog: .standard, environment: try options.environment(),
        artifacts: opened.map { $0 as any ArtifactStore } ?? NoArtifacts(), memory: opened)
      let forecast = try machine.forecast(
        loaded.verified, options: options, runbookPath: runbook, archive: opened)
      let text = ForecastText(forecast: forecast, store: store.path)
      if json {
        Terminal.output.write(text.json.canonicalText + "\n")
      } else {
        let width = Terminal.output.isTerminal ? Terminal.output.width : .max
        for line in text.lines(width: width) { Terminal.output.write(line + "\n") }
      }
    } catch let error as StoreError {
      throw ProgramError(error)
    } catch let error as MachineError {
      throw ProgramError(error)
    }
  }
}

/// A store that is not there: nothing can be taken from it.
private struct NoArtifacts: ArtifactStore {
  private static let missing = StoreError(.missing, "there is no store")

  func makeWriter(schema: SchemaReference) throws(StoreError) -> any ArtifactWriter { throw Self.missing }

  func reader(
    of record: ArtifactRecord, artifact: ArtifactID
  ) throws(StoreError) -> any ArtifactReader { throw Self.missing }

  func artifact(
    _ artifact: String, ofRun run: String, askedBy resumed: RunID?
  ) throws(StoreError) -> EarlierArtifactRecord { throw Self.missing }
}
