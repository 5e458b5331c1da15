// Gives up what services still do for a run. Does not stop the run itself.
internal import CommandSupport
internal import ComponentKit
internal import EnvironmentFiles
internal import PlanMachine
internal import RunHistory
internal import RunStore
internal import SystemFiles

/// The jobs of a run that was cancelled, and what became of each.
struct CancelledJobs {
  private(set) var cancelled: [String] = []
  private(set) var kept: [(job: String, reason: String)] = []

  /// Asks the services that have jobs for a run, or for runs within it, to give them up.
  init(of run: RunRecord, _ environmentFiles: [String], in store: RunStore) throws {
    guard try PendingRuns.haveJobs(run.id, in: store) else { return }
    var options = run.options
    options.environmentFiles += environmentFiles.map { PathText.join(currentDirectory(), $0) }
    let service = try BatchService(try options.environment())
    var runs = try PendingRuns.hold(
      run.id, in: store, service.dispatcher ?? NoService(), service.limits)
    for place in runs.indices {
      let (given, left) = try runs[place].poll.cancel()
      cancelled += given.map { $0.job ?? $0.id }
      kept += left.map { ($0.0.job ?? $0.0.id, $0.1) }
    }
  }
}
