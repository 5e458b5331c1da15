// `wct-exec import-run`: takes a run out of a file into the store.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import PlanMachine
internal import RunHistory
internal import RunStore
internal import SystemFiles

struct ImportRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-run", abstract: "Take a run that 'export-run' wrote into the store.")

  @Argument(help: ArgumentHelp("What 'wct export-run' wrote.", valueName: "file"))
  var file: String

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var store: StoreOptions

  func run() throws {
    do {
      // Before a store is made for it.
      _ = try FileDescriptor(opening: file, .read)
      let imported = try RunStore(creating: store.path).importRun(from: file) {
        try LoadedPlan.verify($0)
      }
      show(imported)
    } catch let error as StoreError {
      throw ProgramError(error)
    } catch let error as ArchiveError {
      throw ProgramError(.archiveUnfit, "refused: '\(file)': \(error)", leaving: .refused)
    } catch let error as SystemError {
      throw ProgramError(.unreadableFile, error.description, leaving: .usage)
    } catch let error as ReadFileError {
      throw ProgramError(.unreadableFile, error.description, leaving: .usage)
    }
  }

  private func show(_ imported: ImportedRun) {
    let run = imported.record
    if json {
      let value: JSONValue = [
        "run": .string(run.id.text), "status": .string(run.status.rawValue),
        "runbook": .string(run.runbookPath ?? run.runbookName), "was_known": .bool(imported.wasKnown),
      ]
      Terminal.output.write(value.canonicalText + "\n")
    } else if imported.wasKnown {
      Terminal.output.write("run \(run.id) is in the store already; nothing to do\n")
    } else {
      Terminal.output.write(
        "imported run \(run.id) of '\(printable(run.runbookName))': \(run.status.rawValue)\n")
    }
  }
}
