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
    guard let opened = try store.openExisting() else {
      throw ProgramError(.storeMissing, "there is no store at '\(store.path)'", leaving: .usage)
    }
    do {
      let match = try opened.find(reference)
      if match.kind == .runbookPath {
        Terminal.error.write("the newest run of \(reference) is \(match.record.id)\n")
      }
      let run = try opened.snapshot(of: match.record.id)
      try show(match.record.id, run.plan, try index(in: run), opened)
    } catch let error as StoreError {
      throw ProgramError(error)
    }
  }

  private func index(in run: RunSnapshot) throws -> InstructionIndex? {
    guard let artifact else { return nil }
    guard let index = run.plan.index(named: artifact) else {
      let known = run.plan.instructions.prefix(20).map(\.id.text).joined(separator: ", ")
      throw ProgramError(
        .storeMissing, "run \(run.record.id) has no artifact '\(artifact)'", notes: ["it has: \(known)"],
        leaving: .usage)
    }
    return index
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
