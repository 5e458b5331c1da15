// A run and the runs within it, as far as they wait for a service.
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory
internal import RunStore

/// The requests of one run, for as long as this process holds it.
struct PendingRun {
  let held: HeldRun
  let plan: Plan
  var poll: RequestPoll
}

/// Takes hold of what a run waits for, runs within it included.
enum PendingRuns {
  /// The runs that have prepared something: the run itself first. Each is held until it is let go of.
  ///
  /// - Throws: ``StoreError``: `held` while a process runs one of them.
  static func hold(
    _ run: RunID, in store: RunStore, _ dispatcher: any RequestDispatcher, _ limits: RequestLimits
  ) throws -> [PendingRun] {
    var found: [PendingRun] = []
    let ledger = try store.requests(of: run)
    let snapshot = try store.snapshot(of: run)
    if !snapshot.state.preparations.isEmpty {
      let (held, stored) = try store.hold(run)
      found.append(
        PendingRun(
          held: held, plan: snapshot.plan,
          poll: RequestPoll(
            plan: snapshot.plan, state: stored.state, ledger: ledger, dispatcher: dispatcher, journal: held,
            store: store, limits: limits)))
    }
    for nested in try store.nestedRuns(of: run) where try store.find(nested.text).record.status != .completed
    {
      found += try hold(nested, in: store, dispatcher, limits)
    }
    return found
  }

  /// Whether a service works on anything for a run, or for one within it.
  static func haveJobs(_ run: RunID, in store: RunStore) throws -> Bool {
    if try store.requests(of: run).batches.values.contains(where: { $0.status == .pending }) { return true }
    return try store.nestedRuns(of: run).contains { try haveJobs($0, in: store) }
  }
}

/// Stands in where no service is configured.
struct NoService: RequestDispatcher {
  var name: String { "none" }
  var maximumBatchSize: Int { 1 }

  func unavailability(of kind: String) -> String? { BatchService.missing }
  func estimatedCost(of kind: String, requestCount: Int) -> Double? { nil }

  func submit(
    _ batch: ServiceBatch, isRepeated: Bool, isCancelled: @escaping @Sendable () -> Bool
  ) throws(DispatchFailure) -> DispatchReply { throw DispatchFailure(.permanent, BatchService.missing) }

  func reply(
    of job: ServiceJob, isCancelled: @escaping @Sendable () -> Bool
  ) throws(DispatchFailure) -> DispatchReply { throw DispatchFailure(.temporary, BatchService.missing) }

  func cancel(_ job: ServiceJob) throws(DispatchFailure) -> Bool {
    throw DispatchFailure(.temporary, BatchService.missing)
  }
}
