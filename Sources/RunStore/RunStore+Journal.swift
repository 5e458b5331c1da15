// The journal of one run, record by record.
internal import GRDB
package import PlanMachine
package import RunHistory

/// A transition, and where it stands in the journal.
package struct JournalRecord: Sendable {
  package let position: Int
  package let transition: Transition
}

extension RunStore {
  /// The records after a position, or from the first on; empty where there are none yet.
  package func journal(
    of run: RunID, after position: Int?, limit: Int
  ) throws(StoreError) -> [JournalRecord] {
    try database.read { db in
      let row = try RunSelection(db: db, path: database.path).find(run.text).row
      return try JournalReader(db, path: database.path, run: row.number).records(
        after: position, limit: limit)
    }
  }
}
