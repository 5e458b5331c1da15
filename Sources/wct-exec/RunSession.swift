// One run from this program's point of view: environment, signals, display, results, exit code.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import EnvironmentFiles
internal import ExecutionPlan
internal import FindingReports
internal import PlanMachine
internal import Reports
internal import RunHistory
internal import RunStore
internal import StandardComponents
internal import StandardManifests
internal import Synchronization

/// Runs or resumes a verified plan and shows what comes of it.
struct RunSession {
  let plan: LoadedPlan
  let options: RunOptions
  /// What alone is to be made.
  let scope: RunScope
  let output: RunOutputOptions
  /// Says, signed, what the run did, where that was asked for.
  let attestor: RunAttestor?
  /// What exporters take besides the run.
  let inputs: FindingInputs

  private let resources: WorkResources
  private let logHandler: LineLogHandler?
  private let stop = StopRequest()
  private let clock = SystemClock()

  init(
    plan: LoadedPlan, options: RunOptions, memory: MemoryOptions, scope: RunScope,
    output: RunOutputOptions, attestor: RunAttestor? = nil, inputs: FindingInputs = FindingInputs()
  ) throws {
    // Before anything begins: a log that can't be written is a wrong option.
    logHandler = try output.log.handler(output.effectiveLogLevel)
    self.plan = plan
    resources = memory.resources
    self.options = options
    self.scope = scope
    self.output = output
    self.attestor = attestor
    self.inputs = inputs
  }

  /// Begins a new run in a store that is made where there is none.
  func begin(in directory: String, runbookPath: String?, reuse: ReuseOptions) throws {
    let environment = try options.environment()
    stop.watch()
    do {
      let store = try RunStore(creating: directory)
      var options = options
      options.reuse = try reuse.mode(in: store, default: .off)
      let machine = try machine(environment, store)
      let prepared = try machine.prepare(plan.verified, selection: scope.members)
      let held = try store.create(
        NewRun(
          plan.verified, planBytes: plan.bytes, sourceMapBytes: plan.sourceMapBytes, runbookPath: runbookPath,
          options: options, startedAt: clock.now()))
      try execute(machine, prepared, held, held.record.options, state: nil, RequestLedger(), store)
    } catch let error as StoreError {
      throw ProgramError(error)
    } catch let error as MachineError {
      throw ProgramError(error)
    }
  }

  /// Goes on with a run that this process holds.
  func resume(_ held: HeldRun, _ stored: StoredRun, in store: RunStore) throws {
    if held.record.status == .completed, !triesAgain(stored) {
      try reportCompletedBefore(stored, store)
      return
    }
    let environment = try options.environment()
    stop.watch()
    do {
      let machine = try machine(environment, store)
      let prepared = try machine.prepare(
        plan.verified, resuming: stored.state, of: stored.record.id, selection: scope.members)
      let requests = try store.requests(of: stored.record.id)
      try held.restrict(to: scope.text)
      try execute(machine, prepared, held, options, state: stored.state, requests, store)
    } catch let error as StoreError {
      throw ProgramError(error)
    } catch let error as MachineError {
      throw ProgramError(error)
    }
  }

  /// Whether something optional that failed, or what follows from it, is asked for by name.
  private func triesAgain(_ stored: StoredRun) -> Bool {
    scope.members != nil
      && stored.state.artifacts.indices.contains { position in
        stored.state.artifacts[position].status != .completed && scope.contains(InstructionIndex(position))
      }
  }

  private func machine(_ environment: Environment, _ store: RunStore) throws -> Machine {
    let service = try BatchService(environment)
    return Machine(
      components: .standard, catalog: .standard, environment: environment, artifacts: store, memory: store,
      nested: NestedExecution(store: store, resources: resources),
      dispatcher: service.dispatcher ?? NoService(), clock: clock,
      settings: MachineSettings(resources: resources, requests: service.limits))
  }

  private func execute(
    _ machine: Machine, _ prepared: PreparedRun, _ held: HeldRun, _ options: RunOptions, state: RunState?,
    _ requests: RequestLedger, _ store: RunStore
  ) throws {
    var record = held.record
    record.options = options
    // It goes on: it is not what it was any more.
    if record.status == .completed { record.status = .interrupted }
    let display = makeDisplay(record, state, store)
    let recorder = RunRecorder(
      display, state: state ?? RunState(instructionCount: plan.verified.plan.instructions.count))
    stop.show(on: display)
    let outcome: RunOutcome
    do {
      outcome = try machine.run(
        prepared, as: record, from: state, requests: requests, journal: held, cancellation: stop.cancellation,
        observer: recorder)
      display.end()
    } catch {
      display.end()
      record.status = .interrupted
      try? traces(store).write(report(record, recorder.state, store))
      Terminal.error.write("the run can be resumed: wct resume \(record.id)\(storeOption(store))\n")
      throw ProgramError(error)
    }
    try finish(outcome, store)
  }

  private func makeDisplay(
    _ record: RunRecord, _ state: RunState?, _ store: RunStore
  ) -> any ProgressDisplay {
    let shown: any ProgressDisplay = output.log.isShown ? NoProgress() : makeShown(record, state, store)
    guard let logHandler else { return shown }
    return LoggedProgress(shown, plan: plan.verified.plan, run: record.id, handler: logHandler)
  }

  private func makeShown(
    _ record: RunRecord, _ state: RunState?, _ store: RunStore
  ) -> any ProgressDisplay {
    let level = output.effectiveLogLevel
    if output.progress == .json { return JSONProgress(plan: plan.verified.plan) }
    if output.quiet || output.json || output.progress == .none || level == .warning || level == .error {
      return NoProgress()
    }
    if Terminal.error.isTerminal, level == .info, output.progress == .auto {
      let plan = plan.verified.plan
      let statuses = plan.instructions.indices.map { position in
        scope.contains(InstructionIndex(position)) ? state?.artifacts[position].status ?? .notStarted : nil
      }
      let timeLeft = TimeLeft(
        plan: plan, expected: expectedDurations(of: plan, store),
        width: record.options.maximumConcurrency ?? plan.configuration.maximumConcurrency,
        statuses: statuses)
      return LiveProgress(plan: plan, terminal: .error, timeLeft: timeLeft, statuses: statuses)
    }
    return PlainProgress(plan: plan.verified.plan, terminal: .error, isVerbose: level == .debug)
  }

  // MARK: - The end

  private func finish(_ outcome: RunOutcome, _ store: RunStore) throws {
    let report = report(outcome.run, outcome.state, store)
    var results: ResultsFile?
    var exportFailure: String?
    // A run that was stopped is resumed; its results come then.
    if stop.signal == nil || outcome.run.status != .interrupted {
      do {
        results = try ResultsFile.write(report, output)
      } catch {
        exportFailure = "the results could not be written: \(error)"
      }
    }
    let exports =
      results == nil
      ? nil : RunExports(report: report, options: output, inputs: inputs).write(besideResults: results?.path)
    var summary = RunSummaryText(
      report: report, sourceMap: plan.sourceMap,
      warnings: output.effectiveLogLevel == .error ? [] : outcome.warnings, resultsPath: results?.path,
      storeOption: storeOption(store), details: try details(outcome.run, store), isServed: outcome.isServed)
    summary.exportPaths = exports?.paths ?? []
    summary.accepted = inputs.accepted
    try show(summary)
    let traces = Result { try self.traces(store).write(report) }
    if let exportFailure {
      let hint =
        "the run itself is stored: 'wct resume \(outcome.run.id)\(storeOption(store)) -o FILE' writes them"
      throw ProgramError(.unwritableFile, exportFailure, notes: [hint], leaving: .failed)
    }
    try attestor?.write(report, planBytes: plan.bytes, storeDirectory: store.directory)
    try traces.get()
    if let failure = exports?.failures.first {
      let hint =
        "the run itself is stored: 'wct findings \(outcome.run.id)\(storeOption(store)) --format NAME -o FILE'"
      throw ProgramError(
        .exportFailed, failure, notes: (exports?.failures.dropFirst() ?? []) + [hint], leaving: .failed)
    }
    let status = exitStatus(outcome)
    if status != .done { throw status.exitCode }
    try checkFindings(report)
  }

  /// What was accepted and is not there any more is said; findings that nobody accepted may end the program.
  private func checkFindings(_ report: RunReport) throws {
    guard output.failOnFindings || inputs.accepted.file != nil else { return }
    let findings = report.findings(accepted: inputs.accepted, program: "")
    let walk = try findings.forEach(today: findings.today, []) { _ in }
    if !output.quiet, output.effectiveLogLevel != .error { FindingRemarks.show(walk.acceptance) }
    if output.failOnFindings, walk.counts.open + walk.counts.redacted > 0 {
      throw ExitStatus.changed.exitCode
    }
  }

  private func reportCompletedBefore(_ stored: StoredRun, _ store: RunStore) throws {
    let report = report(stored.record, stored.state, store)
    var results: ResultsFile?
    do {
      if output.output != nil { results = try ResultsFile.write(report, output) }
    } catch {
      throw ProgramError(.unwritableFile, "the results could not be written: \(error)", leaving: .failed)
    }
    var exports = RunExports.Outcome()
    if results != nil || !output.exporter.isEmpty {
      exports = RunExports(report: report, options: output, inputs: inputs).write(
        besideResults: results?.path)
      if let failure = exports.failures.first { throw ProgramError(.exportFailed, failure, leaving: .failed) }
    }
    try attestor?.write(report, planBytes: plan.bytes, storeDirectory: store.directory)
    try traces(store).write(report)
    if output.json || output.progress == .json {
      var summary = RunSummaryText(
        report: report, sourceMap: plan.sourceMap, warnings: [], resultsPath: results?.path,
        storeOption: storeOption(store), details: try details(stored.record, store), isServed: true)
      summary.exportPaths = exports.paths
      try show(summary)
    } else if !output.quiet {
      Terminal.output.write("run \(stored.record.id) is completed already; nothing to do\n")
      let counts = stored.state.counts
      if counts[.failed] + counts[.skipped] > 0 {
        Terminal.output.write(
          "\(counts[.failed]) optional failed, \(counts[.skipped]) skipped; to try again: "
            + "wct resume \(stored.record.id)\(storeOption(store)) --only ARTIFACT\n")
      }
      if let results { Terminal.output.write("Results: \(results.path)\n") }
      for path in exports.paths { Terminal.output.write("Export: \(path)\n") }
    }
    try checkFindings(report)
  }

  private func details(_ run: RunRecord, _ store: RunStore) throws -> RunDetails {
    RunDetails(scope: scope, requests: try store.requests(of: run.id))
  }

  /// What further commands need to find the same store.
  private func storeOption(_ store: RunStore) -> String {
    store.directory == StoreLocation.path(nil) ? "" : " --store \(store.directory)"
  }

  private func traces(_ store: RunStore) -> RunTraces {
    // Whoever stopped the run is not kept waiting; whoever did not may stop the telling.
    let stop = stop
    let wasStopped = stop.signal != nil
    return RunTraces(options: output, store: store, isHurried: wasStopped) {
      !wasStopped && stop.signal != nil
    }
  }

  private func report(_ run: RunRecord, _ state: RunState, _ store: RunStore) -> RunReport {
    RunReport(run: run, plan: plan.verified.plan, state: state, now: clock.now(), schemas: .standard) {
      try store.reader(of: $0, artifact: $1)
    }
  }

  private func show(_ summary: RunSummaryText) throws {
    if output.json {
      Terminal.output.write(summary.json.canonicalText + "\n")
    } else if output.progress == .json {
      JSONProgress.finish(summary)
    } else if !output.quiet {
      let terminal = Terminal.output
      let width = terminal.isTerminal ? terminal.width : 160
      terminal.write(try summary.text(width: width, isColoured: terminal.isColoured(output.color)))
    }
    for line in summary.errorLines { Terminal.error.write(line + "\n") }
  }

  private func exitStatus(_ outcome: RunOutcome) -> ExitStatus {
    switch outcome.run.status {
    case .completed: .done
    case .failed: .failed
    case .interrupted, .running: stop.signal?.exitStatus ?? (outcome.isServed ? .done : .interrupted)
    }
  }
}

/// The signal that asked this process to stop, if any.
private final class StopRequest: Sendable {
  let cancellation = RunCancellation()
  private let received = Atomic<Int>(0)
  private let display = Mutex<any ProgressDisplay>(NoProgress())

  var signal: StopSignal? {
    switch received.load(ordering: .acquiring) {
    case 1: .interrupt
    case 2: .termination
    default: nil
    }
  }

  /// Where to say so from now on: what is drawn there must not be torn.
  func show(on display: any ProgressDisplay) { self.display.withLock { $0 = display } }

  func watch() {
    SignalWatcher.start(onResize: { [self] in display.withLock { $0 }.resize() }) { [self] signal in
      received.store(signal == .interrupt ? 1 : 2, ordering: .releasing)
      display.withLock { $0 }.say("\(signal.name): stopping; once more to leave at once")
      cancellation.cancel(.interrupted)
    }
  }
}
