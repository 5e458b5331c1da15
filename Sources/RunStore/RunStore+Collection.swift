// Removes from a store what nothing needs any more. Does not know what attestations are.
package import ComponentKit
internal import FoundationEssentials
internal import GRDB
internal import PlanMachine
package import RunHistory
internal import SystemFiles

/// What stays although no run of the store needs it.
package struct KeptEvidence: Sendable {
  /// Runs that are kept whole.
  package var runs: Set<RunID> = []
  package var blobs: Set<ContentDigest> = []

  package init() {}
}

/// What was removed from a store, or would be.
package struct Collected: Sendable {
  /// Newest first.
  package var runs: [RunID] = []
  package var blobs = FileTotal()
  package var temporaries = FileTotal()
  /// Plan files that no run began with.
  package var plans = FileTotal()
  /// Bytes that the database gave back to the file system.
  package var databaseBytes = 0
  /// What is left.
  package var keptBlobs = FileTotal()

  package init() {}
}

/// Files and the bytes in them.
package struct FileTotal: Sendable, Hashable {
  package private(set) var count = 0
  package private(set) var bytes = 0

  package init() {}

  mutating func add(_ size: Int) {
    count += 1
    bytes += max(0, size)
  }
}

extension RunStore {
  /// Removes the runs that a rule gives up, then every blob that nothing refers to, and what writers left behind
  /// that were killed.
  ///
  /// The journal forgets first: a crash in between leaves blobs for the next time, never a run without its blobs.
  /// - Parameters:
  ///   - evidence: Asked once nobody else uses the store.
  ///   - isTrial: Says what would go, and removes nothing.
  /// - Throws: ``StoreError``: `held` while a run is under way.
  package func collect(
    _ rule: RunRetention.Rule, isTrial: Bool, evidence: () throws -> KeptEvidence
  ) throws -> Collected {
    guard let use = try StoreUse.alone(layout) else { throw inUse() }
    let rows = try database.read { db in
      try Row.fetchAll(db, sql: "SELECT \(RunRow.columns) FROM run ORDER BY number DESC").map {
        try RunRow(StoredRow($0, path: database.path))
      }
    }
    // Programs of an older version hold their run alone.
    let isHeld = rows.contains {
      $0.record.status == .running && RunLease.isHeld($0.record.id, layout: layout)
    }
    if isHeld { throw inUse() }
    let kept = try evidence()
    let removed = Set(
      RunRetention(rule: rule, attested: kept.runs).removed(among: rows.map(\.record)).map(\.id))
    let (gone, staying) = (
      rows.filter { removed.contains($0.record.id) }, rows.filter { !removed.contains($0.record.id) }
    )
    let needed = try references(of: staying).union(kept.blobs)
    if !isTrial, !gone.isEmpty { try forget(gone) }
    var collected = Collected()
    collected.runs = gone.map(\.record.id)
    try BlobSweep(layout: layout, needed: needed, isTrial: isTrial).sweep(&collected)
    try PlanSweep(layout: layout, needed: needed, isTrial: isTrial).sweep(&collected)
    try LeftoverSweep(layout: layout, isTrial: isTrial).sweep(&collected)
    collected.databaseBytes = try database.compact(isTrial: isTrial)
    withExtendedLifetime(use) {}
    return collected
  }

  /// Says who uses the store.
  private func inUse() -> StoreError {
    let holders = ((try? runs()) ?? []).filter { $0.record.status == .running }.map(\.record.id)
    guard let first = holders.first else {
      return StoreError(
        .held, "another process uses the store \(layout.root)", hint: "wait for it to end, then try again")
    }
    let others = holders.count > 1 ? " and \(holders.count - 1) more" : ""
    return StoreError(
      .held, "the run \(first)\(others) is under way: what it is about to use can't be told",
      hint: "wait for it to end, or stop it with 'wct cancel \(first)'")
  }

  /// Every blob that these runs refer to.
  private func references(of runs: [RunRow]) throws(StoreError) -> Set<ContentDigest> {
    try database.read { db in
      var digests = Set(runs.map(\.plan)).union(runs.compactMap(\.sourceMap))
      for run in runs {
        let positions = try JournalPosition.range(ofRun: run.number)
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT digest, source, sidecars FROM journal
            WHERE position >= ? AND position < ?
              AND (digest IS NOT NULL OR source IS NOT NULL OR sidecars IS NOT NULL)
            """, arguments: [positions.lowerBound, positions.upperBound])
        let memory = RowMemory()
        while let row = try rows.next() {
          let stored = StoredRow(row, path: database.path, memory)
          if let digest = try stored.digest("digest") { digests.insert(digest) }
          if let listing = try stored.digest("source") { digests.insert(listing) }
          if let sidecars = try stored.text("sidecars").flatMap(StoredArtifacts.records) {
            digests.formUnion(sidecars.map(\.digest))
          }
        }
        digests.formUnion(try prepared(run, db))
      }
      return digests
    }
  }

  /// What was prepared in a run and is not finalised yet.
  private func prepared(_ run: RunRow, _ db: Database) throws -> Set<ContentDigest> {
    let positions = try JournalPosition.range(ofRun: run.number)
    let isAny = try Int.fetchOne(
      db, sql: "SELECT 1 FROM journal WHERE position >= ? AND position < ? AND prepared IS NOT NULL LIMIT 1",
      arguments: [positions.lowerBound, positions.upperBound])
    guard isAny != nil else { return [] }
    let state = try JournalReader(db, path: database.path, run: run.number).state(
      instructionCount: run.instructionCount)
    return Set(
      state.preparations.values.compactMap(\.prepared).flatMap { [$0.state.digest, $0.requests.digest] })
  }

  private func forget(_ runs: [RunRow]) throws(StoreError) {
    try database.write(.power) { db in
      for run in runs {
        let positions = try JournalPosition.range(ofRun: run.number)
        try db.execute(
          sql: "DELETE FROM journal WHERE position >= ? AND position < ?",
          arguments: [positions.lowerBound, positions.upperBound])
        for table in ["batch", "request"] {
          try db.execute(sql: "DELETE FROM \(table) WHERE run = ?", arguments: [run.number])
        }
        try db.execute(sql: "DELETE FROM run WHERE number = ?", arguments: [run.number])
      }
    }
    // Nobody can wait for these: a lock is taken by those alone who use the store.
    for run in runs { try? removeFile(layout.lock(run.record.id)) }
  }
}
