// `wct-exec export-run`: a run as one file, to be handed on.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import PlanMachine
internal import RunHistory
internal import RunStore
internal import SystemFiles

struct ExportRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-run", abstract: "Write a run with all its artifacts to one file.",
    discussion: "The file holds everything that the run found, unencrypted, and so is for its owner alone.")

  @Argument(help: ArgumentHelp("An id, a unique prefix, 'latest', or a runbook's path.", valueName: "run"))
  var reference: String

  @Option(name: .shortAndLong, help: ArgumentHelp("The archive.", valueName: "FILE"))
  var output: String

  @Flag(name: .shortAndLong, help: "Say nothing.")
  var quiet = false

  @OptionGroup var store: StoreOptions

  func run() throws {
    let opened = try store.open()
    do {
      let run = try opened.find(reference).record.id
      try opened.export(run, to: output)
      if !quiet { Terminal.output.write("wrote run \(run) to \(output)\n") }
    } catch let error as StoreError {
      throw ProgramError(error)
    } catch let error as SystemError {
      throw ProgramError(writing: error)
    }
  }
}
