// `wct-exec diff-runs`: what differs between the results of two runs.
internal import ArgumentParser
internal import ComponentKit
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import FindingReports
internal import PlanMachine
internal import Reports
internal import RunHistory
internal import RunStore
internal import StandardManifests

struct DiffRuns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff-runs", abstract: "Compare the results of two runs: findings and times.")

  @Argument(
    help: ArgumentHelp("The earlier run: an id, a unique prefix, or a runbook's path.", valueName: "a"))
  var before: String

  @Argument(help: ArgumentHelp("The later run.", valueName: "b"))
  var after: String

  @Flag(help: "Leave with 3 where there are new findings that nobody accepted.")
  var exitCode = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var handed: FindingInputOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    let accepted = try handed.load().accepted
    let opened = try store.open()
    do {
      let (left, right) = (try report(before, opened), try report(after, opened))
      let difference = try RunsDifference(before: left, after: right, accepted: accepted)
      let text = RunsDifferenceText(before: left.run, after: right.run, difference: difference)
      if json {
        Terminal.output.write(text.json.canonicalText + "\n")
      } else {
        let width = Terminal.output.isTerminal ? Terminal.output.width : .max
        for line in text.lines(width: width) { Terminal.output.write(line + "\n") }
      }
      FindingRemarks.show(difference.acceptance)
      if exitCode, difference.hasNewFindings { throw ExitStatus.changed.exitCode }
    } catch let error as StoreError {
      throw ProgramError(error)
    }
  }

  private func report(_ reference: String, _ store: RunStore) throws -> RunReport {
    let run = try store.snapshot(of: try store.find(reference).record.id)
    return RunReport(
      run: run.record, plan: run.plan, state: run.state, now: SystemClock().now(), schemas: .standard
    ) { try store.reader(of: $0, artifact: $1) }
  }
}
