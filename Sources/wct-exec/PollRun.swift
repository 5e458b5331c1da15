// `wct-exec poll`: asks the services that a run waits for, and records what they answer.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import EnvironmentFiles
internal import PlanMachine
internal import RunHistory
internal import RunStore
internal import Synchronization
internal import SystemFiles

struct PollRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "poll", abstract: "Ask the services that a run waits for how its jobs stand.",
    discussion: """
      Answers are recorded; 'resume' makes artifacts of them and sends what was not sent yet. \
      Exit codes: 0 all answers are there, or nothing was waited for; 75 some are not; 1 a service can't be asked.
      """)

  /// Rounds of --wait in which no service could be asked, in a row.
  private static let patience = 10
  private static let longestPause = 30.0

  @Argument(help: ArgumentHelp("An id, a unique prefix, 'latest', or a runbook's path.", valueName: "run"))
  var reference: String

  @Flag(help: "Ask again and again until every answer is there.")
  var wait = false

  @Flag(help: "Print JSON.")
  var json = false

  @Option(
    name: .customLong("env-file"),
    help: ArgumentHelp("A further file of NAME=value lines (repeatable).", valueName: "FILE"))
  var environmentFiles: [String] = []

  @OptionGroup var store: StoreOptions

  func run() throws {
    let opened = try store.open()
    let interruption = Interruption()
    if wait { interruption.watch() }
    do {
      let found = try opened.findAndTell(reference, isQuiet: json)
      let service = try service(for: found, opened)
      try poll(found.id, service, interruption, opened)
    } catch let error as StoreError {
      throw ProgramError(error)
    }
  }

  private func service(for run: RunRecord, _ store: RunStore) throws -> BatchService {
    var options = run.options
    options.environmentFiles += environmentFiles.map { PathText.join(currentDirectory(), $0) }
    let service = try BatchService(try options.environment())
    if service.dispatcher == nil, try PendingRuns.haveJobs(run.id, in: store) {
      throw ProgramError(
        .runMissingVariable, "the run \(run.id) waits for a service, and WCT_BATCH_URL does not name one",
        notes: ["set it, or name a file that does with --env-file FILE"], leaving: .failed)
    }
    return service
  }

  private func poll(
    _ run: RunID, _ service: BatchService, _ interruption: Interruption, _ store: RunStore
  ) throws {
    var pause = service.limits.firstPause
    var failures = 0
    while true {
      let report = try ask(run, service, interruption, store)
      failures = report.isUnreachable ? failures + 1 : 0
      let goesOn =
        wait && report.hasJobs && interruption.signal == nil && failures < Self.patience
      if !goesOn {
        show(report, run, try store.find(run.text).record.status, storeOption(store))
        throw status(report, interruption).exitCode
      }
      if !json { Terminal.error.write("\(report.progressText); waiting\n") }
      pause = min(Self.longestPause, pause * 2)
      Pause.wait(seconds: pause) { interruption.signal != nil }
    }
  }

  /// Asks once; the run is held only for that long.
  private func ask(
    _ run: RunID, _ service: BatchService, _ interruption: Interruption, _ store: RunStore
  ) throws -> PollReport {
    var runs = try PendingRuns.hold(run, in: store, service.dispatcher ?? NoService(), service.limits)
    for place in runs.indices { try runs[place].poll.ask { interruption.signal != nil } }
    return PollReport(runs)
  }

  private func status(_ report: PollReport, _ interruption: Interruption) -> ExitStatus {
    if let signal = interruption.signal, report.hasJobs { return signal.exitStatus }
    if report.isUnreachable { return .failed }
    return report.isAnswered ? .done : .interrupted
  }

  private func storeOption(_ store: RunStore) -> String {
    store.directory == StoreLocation.path(nil) ? "" : " --store \(store.directory)"
  }

  private func show(_ report: PollReport, _ run: RunID, _ status: RunStatus, _ storeOption: String) {
    if json {
      Terminal.output.write(report.json(run).canonicalText + "\n")
      return
    }
    for line in report.lines(width: Terminal.output.isTerminal ? Terminal.output.width : .max) {
      Terminal.output.write(line + "\n")
    }
    if report.isEmpty {
      Terminal.output.write("run \(run) waits for nothing: it is \(status.rawValue)\n")
    } else if !report.hasJobs {
      Terminal.output.write("Go on with: wct resume \(run)\(storeOption)\n")
    }
  }
}

/// The signal that asked a waiting command to stop, if any.
final class Interruption: Sendable {
  private let received = Atomic<Int>(0)

  var signal: StopSignal? {
    switch received.load(ordering: .acquiring) {
    case 1: .interrupt
    case 2: .termination
    default: nil
    }
  }

  func watch() {
    SignalWatcher.start { [self] signal in
      received.store(signal == .interrupt ? 1 : 2, ordering: .releasing)
    }
  }
}
