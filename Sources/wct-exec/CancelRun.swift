// `wct-exec cancel`: asks the process that has a run to stop, and waits until it has.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import Glibc
internal import PlanMachine
internal import RunHistory
internal import RunStore
internal import SystemFiles

struct CancelRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Stop a run that is under way; it can be resumed.")

  @Argument(help: ArgumentHelp("An id, a unique prefix, 'latest', or a runbook's path.", valueName: "run"))
  var reference: String

  @Flag(help: "Print JSON.")
  var json = false

  @Option(
    name: .customLong("env-file"),
    help: ArgumentHelp("A further file of NAME=value lines (repeatable).", valueName: "FILE"))
  var environmentFiles: [String] = []

  @OptionGroup var store: StoreOptions

  func run() throws {
    let opened = try store.open()
    do {
      let run = try opened.find(reference).record
      if let parent = run.parent, opened.holder(of: run.id) != .nobody {
        throw ProgramError(
          .cancelUnclear, "the run \(run.id) is carried out for an artifact of the run \(parent.run)",
          notes: ["stop that one: wct cancel \(parent.run)"], leaving: .refused)
      }
      let wasRunning = try stop(run.id, in: opened)
      let jobs = try CancelledJobs(of: run, environmentFiles, in: opened)
      show(try opened.find(run.id.text).record, wasRunning, jobs)
    } catch let error as StoreError {
      throw ProgramError(error)
    }
  }

  /// Whether a process had the run. Waits for as long as that one takes to let go.
  private func stop(_ run: RunID, in store: RunStore) throws -> Bool {
    let holder = store.holder(of: run)
    switch holder {
    case .nobody: return false
    case .unknown:
      // It may have let go, or another may have taken over, between the looks at the lock and at the file.
      if store.holder(of: run) == .nobody { return true }
      throw ProgramError(
        .cancelUnclear, "a process has the run \(run), but which one can't be told for certain",
        notes: ["stop it where it was started: in another container, or on another machine"],
        leaving: .refused)
    case .process(let process):
      guard kill(process, SIGINT) == 0 || errno == ESRCH else {
        throw ProgramError(
          .cancelUnclear, "the process \(process) has the run \(run) and belongs to somebody else",
          leaving: .refused)
      }
      while store.holder(of: run) == holder { _ = usleep(10_000) }
      return true
    }
  }

  private func show(_ run: RunRecord, _ wasRunning: Bool, _ jobs: CancelledJobs) {
    if json {
      let value: JSONValue = [
        "run": .string(run.id.text), "was_running": .bool(wasRunning), "status": .string(run.status.rawValue),
        "jobs_cancelled": .array(jobs.cancelled.map { .string($0) }),
        "jobs_kept": .array(jobs.kept.map { ["job": .string($0.job), "reason": .string($0.reason)] }),
      ]
      Terminal.output.write(value.canonicalText + "\n")
      return
    }
    let resume = run.status == .interrupted ? "; go on with it: wct resume \(run.id)" : ""
    let text =
      wasRunning
      ? "run \(run.id) has stopped: it is \(run.status.rawValue)\(resume)"
      : "run \(run.id) is not running: it is \(run.status.rawValue)"
    Terminal.output.write(text + "\n")
    for job in jobs.cancelled { Terminal.output.write("job \(printable(job)) is cancelled\n") }
    for (job, reason) in jobs.kept {
      Terminal.error.write("job \(printable(job)) goes on: \(printable(reason))\n")
    }
  }
}
