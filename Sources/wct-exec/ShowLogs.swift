// `wct-exec logs`: the journal of a run, line by line.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import Glibc
internal import PlanMachine
internal import RunHistory
internal import RunStore

struct ShowLogs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logs", abstract: "Show what happened in a run, in order.")

  @Argument(help: ArgumentHelp("An id, a unique prefix, 'latest', or a runbook's path.", valueName: "run"))
  var reference: String

  @Argument(help: ArgumentHelp("An artifact's id or alias.", valueName: "artifact"))
  var artifact: String?

  @Flag(name: .shortAndLong, help: "Go on until the run ends.")
  var follow = false

  @Flag(help: "Print JSON: one object a line.")
  var json = false

  @OptionGroup var store: StoreOptions

  func run() throws {
    let opened = try store.open()
    do {
      let found = try opened.findAndTell(reference)
      let run = try opened.snapshot(of: found.id)
      try show(found.id, run.plan, try artifact.map { try run.index(of: $0) }, opened)
    } catch let error as StoreError {
      throw ProgramError(error)
    }
  }

  private func show(_ run: RunID, _ plan: Plan, _ wanted: InstructionIndex?, _ store: RunStore) throws {
    let text = JournalText(plan: plan)
    var position: Int?
    while true {
      // The status first: what a run did before it ended is in the journal once its end is.
      let status = try store.find(run.text).record.status
      while case let records = try store.journal(of: run, after: position, limit: 1_000), !records.isEmpty {
        position = records.last?.position
        for record in records where wanted == nil || record.transition.instruction == wanted {
          let lines = json ? [text.json(record.transition).canonicalText] : text.lines(record.transition)
          for line in lines where !Terminal.output.write(line + "\n") { throw ExitStatus.failed.exitCode }
        }
      }
      guard follow, status == .running else {
        if follow, !json { Terminal.error.write("run \(run) is \(status.rawValue)\n") }
        return
      }
      _ = usleep(50_000)
    }
  }
}
