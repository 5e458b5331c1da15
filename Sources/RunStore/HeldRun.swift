// A run that this process holds: its lease and the end of its journal.
internal import ExecutionPlan
internal import GRDB
package import PlanMachine
package import RunHistory

/// The right to run a run, and its journal. It ends with this object, or with the process.
package final class HeldRun: RunJournal {
  /// The run as it stood when it was taken.
  package let record: RunRecord
  private let lease: RunLease
  /// Keeps what the run is about to refer to from being collected.
  private let use: StoreUse
  private let database: StoreDatabase
  private let fence: RunFence
  private var number: Int { fence.number }
  private let appender: JournalAppender
  /// Every artifact's status, for the counts of the run's row.
  private var statuses: [ArtifactStatus]

  init(
    _ record: RunRecord, fence: RunFence, position: Int, statuses: [ArtifactStatus], lease: RunLease,
    use: StoreUse,
    database: StoreDatabase
  ) {
    self.record = record
    self.fence = fence
    self.statuses = statuses
    self.lease = lease
    self.use = use
    self.database = database
    appender = JournalAppender(position: position)
  }

  package func commit(
    _ transitions: [Transition], status: StatusChange?, durability: Durability
  ) throws(StoreError) {
    for transition in transitions where !statuses.indices.contains(transition.instruction.value) {
      throw StoreError(.inputOutput, "the run has no artifact \(transition.instruction.value)")
    }
    do {
      let next = try database.write(durability) { db in
        try fence.check(db)
        let next = try appender.insert(transitions, db)
        if let status {
          try RunRow.update(number, status, counts: counts(after: transitions), db)
        }
        return next
      }
      appender.advance(to: next)
      for transition in transitions { statuses[transition.instruction.value] = transition.status }
    } catch {
      appender.forgetNumbers()
      throw error
    }
  }

  package func commit(requests: [RequestChange], durability: Durability) throws(StoreError) {
    if requests.isEmpty { return }
    try database.write(durability) { db in
      try fence.check(db)
      try RequestRows(db: db, path: database.path, run: number).apply(requests)
    }
  }

  /// Notes what alone is to be made from now on; nil: everything.
  package func restrict(to selection: String?) throws(StoreError) {
    try database.write(.process) { db in
      try fence.check(db)
      try db.execute(
        sql: "UPDATE run SET selection = ? WHERE number = ?",
        arguments: [selection.map(StoredTexts.clean), number])
    }
  }

  private func counts(after transitions: [Transition]) -> ArtifactCounts {
    var changed = statuses
    for transition in transitions { changed[transition.instruction.value] = transition.status }
    var counts = ArtifactCounts()
    for status in changed { counts[status] += 1 }
    return counts
  }
}
