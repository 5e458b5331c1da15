// Runs a runbook that an artifact holds: compiled by `wct` in a process of its own, run in the same store.
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import ExecutionPlan
internal import PlanMachine
internal import Reports
internal import RunHistory
internal import RunStore
internal import StandardComponents
internal import StandardManifests

/// Carries out runs within runs. Each is a run of the store like any other, and names the artifact it is for.
struct NestedExecution: NestedRunner {
  let store: RunStore
  /// Those of the parent: what is nested takes no more.
  let resources: WorkResources

  func run(
    _ request: NestedRequest, cancellation: RunCancellation, context: any ComponentContext
  ) throws -> NestedResult {
    let compilation = NestedCompilation(store: store, request: request) {
      cancellation.isCancelled || context.isCancelled
    }
    let (verified, bytes) = try compilation.compile()
    let (machine, options) = try machine(request, verified)
    let outcome = try execute(verified, bytes, request, machine, options, cancellation, context)
    try report(outcome, cancellation, context)
    return try result(outcome, verified, request, context)
  }

  private func machine(
    _ request: NestedRequest, _ plan: VerifiedPlan
  ) throws -> (Machine, RunOptions) {
    var options = request.options
    // A selection is of the parent's artifacts.
    options.selection = nil
    options.costLimit = [request.limits.costLimit, plan.plan.configuration.costLimit].compactMap(\.self).min()
    let environment = try options.environment()
    let service = try BatchService(environment)
    let machine = Machine(
      components: .standard, catalog: .standard, environment: environment, artifacts: store, memory: store,
      nested: self, dispatcher: service.dispatcher ?? NoService(),
      settings: MachineSettings(
        timeLimit: request.limits.timeout, resources: resources, requests: service.limits))
    return (machine, options)
  }

  // MARK: - Running

  /// Goes on with the run that was begun for this artifact before, where there is one of the same plan.
  private func execute(
    _ plan: VerifiedPlan, _ bytes: [UInt8], _ request: NestedRequest, _ machine: Machine,
    _ options: RunOptions, _ cancellation: RunCancellation, _ context: any ComponentContext
  ) throws -> RunOutcome {
    let observer = NestedProgress(context)
    do {
      if let (held, stored) = try earlierAttempt(plan, request) {
        let prepared = try machine.prepare(plan, resuming: stored.state, of: stored.record.id)
        var record = held.record
        record.options = options
        return try machine.run(
          prepared, as: record, from: stored.state, requests: try store.requests(of: stored.record.id),
          journal: held, cancellation: cancellation,
          observer: observer)
      }
      let prepared = try machine.prepare(plan)
      var new = NewRun(plan, planBytes: bytes, options: options, startedAt: SystemClock().now())
      new.parent = request.parent
      let held = try store.create(new)
      return try machine.run(
        prepared, as: held.record, journal: held, cancellation: cancellation, observer: observer)
    } catch let error as MachineError {
      throw NestedFailure("the runbook can't run: \(error)")
    }
  }

  private func earlierAttempt(
    _ plan: VerifiedPlan, _ request: NestedRequest
  ) throws(StoreError) -> (HeldRun, StoredRun)? {
    guard let run = try store.newestRun(for: request.parent) else { return nil }
    let (held, stored) = try store.hold(run)
    return held.record.planID == plan.id ? (held, stored) : nil
  }

  // MARK: - What came of it

  private func report(
    _ outcome: RunOutcome, _ cancellation: RunCancellation, _ context: any ComponentContext
  ) throws {
    for warning in outcome.warnings { context.warn("\(warning.artifact): \(warning.message)") }
    for artifact in outcome.state.artifacts {
      if let last = artifact.last, last.origin == nil, let cost = last.cost { context.spend(cost) }
    }
    let run = outcome.run.id
    switch outcome.run.status {
    case .completed: return
    case .failed:
      let reason = outcome.state.artifacts.lazy.filter { [.failed, .skipped].contains($0.status) }
        .compactMap { $0.last?.reason }.first
      throw NestedFailure("the run \(run) failed: \(reason ?? "no reason given"); see 'wct inspect \(run)'")
    case .interrupted, .running:
      if cancellation.isCancelled || context.isCancelled { throw CancellationError() }
      throw PendingWork("the run \(run) waits for work elsewhere")
    }
  }

  private func result(
    _ outcome: RunOutcome, _ plan: VerifiedPlan, _ request: NestedRequest, _ context: any ComponentContext
  ) throws -> NestedResult {
    let report = RunReport(
      run: outcome.run, plan: plan.plan, state: outcome.state, now: SystemClock().now(), schemas: .standard
    ) { try store.reader(of: $0, artifact: $1) }
    guard request.schema == .runResult else { return .output(try output(of: report, request)) }
    let results = RunResultItems(report: report, itemLimit: resources.itemLimit)
    return .results { sink in try results.write(into: sink) { context.warn($0) } }
  }

  /// The one output, of the schema that is wanted.
  private func output(of report: RunReport, _ request: NestedRequest) throws -> ArtifactRecord {
    guard report.outputs.count == 1, let index = report.outputs.first,
      let record = report.state[index].last?.artifact
    else {
      throw NestedFailure(
        "the run \(report.run.id) has \(report.outputs.count) outputs, and one '\(request.schema)' is wanted")
    }
    guard record.schema == request.schema else {
      throw NestedFailure(
        "the output of the run \(report.run.id) is '\(record.schema)', and '\(request.schema)' is wanted")
    }
    return record
  }
}

/// Tells the parent how many artifacts of a nested run are done.
private final class NestedProgress: RunObserver {
  private let context: any ComponentContext
  private var done = 0
  private var total = 0

  init(_ context: any ComponentContext) { self.context = context }

  func observe(_ event: RunEvent) {
    switch event {
    case .started(_, let counts): (done, total) = (counts[.completed], counts.total)
    case .changed(let transition) where transition.status == .completed:
      done += 1
      context.report(ComponentProgress(done, of: total, "artifacts"))
    case .changed, .progressed, .finished: break
    }
  }
}
