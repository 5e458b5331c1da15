// Asks services how the jobs of a run stand, without running it. Does not know who asked for it.
package import ComponentKit
package import ExecutionPlan
package import RunHistory

/// The batches of a run that nobody runs at the moment.
///
/// It sends nothing: what was not sent yet, and what has to be sent again, `resume` sends.
package struct RequestPoll {
  private let plan: Plan
  private let dispatcher: any RequestDispatcher
  private let journal: any RunJournal
  private let store: any ArtifactStore
  private let limits: RequestLimits
  private let clock: any MachineClock
  package private(set) var ledger: RequestLedger
  package private(set) var state: RunState

  /// What one call came to.
  package struct Line: Sendable, Hashable {
    package let batch: BatchRecord
    package let answeredCount: Int
    package let requestCount: Int
  }

  package init(
    plan: Plan, state: RunState, ledger: RequestLedger, dispatcher: any RequestDispatcher,
    journal: any RunJournal, store: any ArtifactStore, limits: RequestLimits = RequestLimits(),
    clock: any MachineClock = SystemClock()
  ) {
    self.plan = plan
    self.state = state
    self.ledger = ledger
    self.dispatcher = dispatcher
    self.journal = journal
    self.store = store
    self.limits = limits
    self.clock = clock
  }

  /// The batches that a service works on.
  package var pendingBatches: [BatchRecord] { ledger.orderedBatches.filter { $0.status == .pending } }

  /// The batches that an artifact which is not made yet needs, as they stand.
  package var lines: [Line] {
    ledger.orderedBatches.compactMap { batch in
      let places = ledger.places(in: batch.id).filter { state.prepared($0.instruction) != nil }
      guard !places.isEmpty else { return nil }
      return Line(
        batch: batch, answeredCount: places.count { ledger.requests[$0]?.answer != nil },
        requestCount: places.count)
    }
  }

  /// Prepared artifacts and what they wait for, in the order of the plan.
  package var waiting: [(InstructionIndex, PendingState)] {
    state.preparations.keys.sorted().compactMap { instruction in
      guard let prepared = state.prepared(instruction) else { return nil }
      return (instruction, PendingState(instruction, prepared, ledger))
    }
  }

  /// Asks about every job that a service works on, once, and records what comes back.
  package mutating func ask(isCancelled: @escaping @Sendable () -> Bool) throws(StoreError) {
    for batch in pendingBatches where !isCancelled() {
      let task = DispatchTask(
        batch: batch.id, action: .ask(ServiceJob(reference: batch.job ?? batch.id, batch: batch.id)),
        dispatcher: dispatcher, store: store, limits: limits, isCancelled: isCancelled)
      let outcome = task.perform().outcome
      if case .cancelled = outcome { return }
      try record(BatchSettlement(batch, outcome, ledger, at: clock.now()).changes)
    }
    try noteWaiting()
  }

  /// Asks the services to give up their jobs.
  ///
  /// - Returns: The batches that were given up, and those that were not, each with why.
  package mutating func cancel() throws(StoreError) -> (given: [BatchRecord], kept: [(BatchRecord, String)]) {
    var given: [BatchRecord] = []
    var kept: [(BatchRecord, String)] = []
    for var batch in pendingBatches {
      do throws(DispatchFailure) {
        guard try dispatcher.cancel(ServiceJob(reference: batch.job ?? batch.id, batch: batch.id)) else {
          kept.append((batch, "\(batch.dispatcher) can't give up a job"))
          continue
        }
        batch.status = .cancelled
        batch.changedAt = clock.now()
        given.append(batch)
      } catch {
        kept.append((batch, error.message))
      }
    }
    try record(given.map { .batch($0) })
    try noteWaiting()
    return (given, kept)
  }

  private mutating func record(_ changes: [RequestChange]) throws(StoreError) {
    if changes.isEmpty { return }
    try journal.commit(requests: changes, durability: .power)
    for change in changes { ledger.apply(change) }
  }

  /// Lets the journal say what is waited for now, where that is another thing than before.
  private mutating func noteWaiting() throws(StoreError) {
    var transitions: [Transition] = []
    for (instruction, pending) in waiting where state[instruction].status == .pending {
      guard state[instruction].last?.reason != pending.text else { continue }
      let transition = Transition(
        instruction, .pending, at: clock.now(), reason: pending.text, cause: pending.reason)
      if state.apply(transition) { transitions.append(transition) }
    }
    if !transitions.isEmpty { try journal.commit(transitions, status: nil, durability: .process) }
  }
}
