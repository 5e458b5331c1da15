// The store of runs and artifacts: the entry point of this target. Does not know how plans are run.
internal import CanonicalJSON
package import ComponentKit
package import ExecutionPlan
internal import GRDB
package import PlanMachine
package import RunHistory
internal import SystemFiles

/// A run as lists show it.
package struct RunSummary: Sendable {
  /// With the status as it is: a run whose process died is interrupted, whatever was written last.
  package let record: RunRecord
  package let counts: ArtifactCounts
}

/// Everything that is stored about a run.
package struct StoredRun: Sendable {
  /// With the status as it is, as in ``RunSummary``.
  package let record: RunRecord
  package let state: RunState
  /// The plan file that the run began with.
  package let planBytes: [UInt8]
  /// The source map that belongs to the plan, if there was one.
  package let sourceMapBytes: [UInt8]?
}

/// What a run begins with.
package struct NewRun: Sendable {
  package let plan: VerifiedPlan
  package let planBytes: [UInt8]
  package var sourceMapBytes: [UInt8]?
  package var runbookPath: String?
  package var options: RunOptions
  package var startedAt: Timestamp
  /// The artifact that the run is carried out for.
  package var parent: ParentArtifact?

  /// A run of `plan`, whose file is `planBytes`.
  package init(
    _ plan: VerifiedPlan, planBytes: [UInt8], sourceMapBytes: [UInt8]? = nil, runbookPath: String? = nil,
    options: RunOptions, startedAt: Timestamp
  ) {
    self.plan = plan
    self.planBytes = planBytes
    self.sourceMapBytes = sourceMapBytes
    self.runbookPath = runbookPath
    self.options = options
    self.startedAt = startedAt
  }
}

/// Runs, journals and artifacts in one directory: SQLite for what happened, files for what was made.
///
/// Any number of processes may use one store at the same time; a run is held by one of them.
/// Directories and files are for their owner alone, since they hold personal data.
package final class RunStore: Sendable {
  let layout: StoreLayout
  let database: StoreDatabase
  private let reuse = ReuseCache()
  /// Held by those who made it or would have: they are about to write.
  private let use: StoreUse?

  /// Opens the store in a directory, making both where they are not there.
  package init(creating directory: String) throws(StoreError) {
    layout = StoreLayout(root: directory)
    do {
      for path in [layout.root, layout.blobs, layout.runs, layout.temporary] {
        try makeDirectory(path, permissions: 0o700, isDurable: true)
      }
      if (try? FileStatus.of(layout.gitIgnore)) == nil {
        try writeFile(layout.gitIgnore, Array("*\n".utf8), permissions: 0o600)
      }
    } catch {
      throw StoreError(error)
    }
    use = try StoreUse.shared(layout)
    database = try StoreDatabase(layout, isCreating: true)
  }

  private init(_ layout: StoreLayout, _ database: StoreDatabase) {
    self.layout = layout
    self.database = database
    use = nil
  }

  /// Opens the store in a directory; nil where there is none, and then nothing is made.
  package static func open(_ directory: String) throws(StoreError) -> RunStore? {
    let layout = StoreLayout(root: directory)
    var isHalfMade = false
    do {
      // The tables come with the first bytes: another process may be about to make them, or a full disk or a
      // crash came before. Where there were runs, an empty file is damage.
      if try FileStatus.of(layout.database).size == 0, try listDirectory(layout.runs).isEmpty { return nil }
      isHalfMade =
        (try? FileStatus.of(layout.rollbackJournal)) != nil
        && (try? listDirectory(layout.runs))?.isEmpty == true
    } catch {
      if error.isMissing { return nil }
      throw StoreError(error)
    }
    // Whose maker died over it: SQLite takes back what is half, and the tables are made again.
    return RunStore(layout, try StoreDatabase(layout, isCreating: isHalfMade))
  }

  /// Where the store is.
  package var directory: String { layout.root }

  // MARK: - Looking

  /// All runs, newest first.
  package func runs() throws(StoreError) -> [RunSummary] {
    try database.read { db in
      try Row.fetchAll(db, sql: "SELECT \(RunRow.columns) FROM run ORDER BY number DESC").map {
        try summary(RunRow(StoredRow($0, path: database.path)), db)
      }
    }
  }

  private func summary(_ row: RunRow, _ db: Database) throws -> RunSummary {
    let counts = try row.counts ?? reader(row, db).counts(instructionCount: row.instructionCount)
    return RunSummary(record: actual(row.record), counts: counts)
  }

  private func reader(_ row: RunRow, _ db: Database) throws -> JournalReader {
    try JournalReader(db, path: database.path, run: row.number)
  }

  /// The record with the status as it is.
  private func actual(_ record: RunRecord) -> RunRecord {
    guard record.status == .running, !RunLease.isHeld(record.id, layout: layout) else { return record }
    var record = record
    record.status = .interrupted
    return record
  }

  /// The run that is meant by `latest`, an id, a runbook's path (its newest run), or a unique prefix.
  ///
  /// With `before`, `latest` and a path mean a run that is older than that one.
  /// - Throws: ``StoreError``: `missing`, or `ambiguous` with the candidates.
  package func find(_ reference: String, before: RunID? = nil) throws(StoreError) -> RunMatch {
    try database.read { db in
      let found = try RunSelection(db: db, path: database.path, before: before).find(reference)
      return RunMatch(record: actual(found.row.record), kind: found.kind)
    }
  }

  /// Everything about a run.
  package func load(_ run: RunID) throws(StoreError) -> StoredRun {
    let (row, state) = try database.read { db in
      let row = try RunSelection(db: db, path: database.path).find(run.text).row
      return (row, try reader(row, db).state(instructionCount: row.instructionCount))
    }
    return StoredRun(
      record: actual(row.record), state: state, planBytes: try blob(row.plan),
      sourceMapBytes: try row.sourceMap.map { digest throws(StoreError) in try blob(digest) })
  }

  // MARK: - Running

  /// Begins a run and holds it.
  package func create(_ new: NewRun) throws(StoreError) -> HeldRun {
    let use = try StoreUse.shared(layout)
    let plan = try write(raw: new.planBytes)
    let sourceMap = try new.sourceMapBytes.map { bytes throws(StoreError) in try write(raw: bytes) }
    let count = new.plan.plan.instructions.count
    var record = RunRecord(
      id: .random(), status: .running, planID: new.plan.id, runbookName: new.plan.plan.runbook.name,
      runbookPath: new.runbookPath, startedAt: new.startedAt, options: new.options)
    record.parent = new.parent
    // The lease first, so that nobody ever sees the run without one.
    let lease = try RunLease(record.id, layout: layout)
    let fence = try database.write(.power) { db in
      let number = try RunRow.insert(
        record, plan: plan, sourceMap: sourceMap, instructionCount: count, db)
      return try RunFence(raising: number, of: record.id, db)
    }
    let position = try JournalPosition.range(ofRun: fence.number).lowerBound
    return HeldRun(
      record, fence: fence, position: position, statuses: Array(repeating: .notStarted, count: count),
      lease: lease, use: use, database: database)
  }

  /// Takes a run that nobody holds, to resume it.
  ///
  /// - Throws: ``StoreError``: `held` with the process that has it, `missing`.
  package func hold(_ run: RunID) throws(StoreError) -> (HeldRun, StoredRun) {
    let use = try StoreUse.shared(layout)
    let found = try find(run.text).record.id
    do {
      // Who cleans up by hand takes it away: it holds nothing but locks.
      try makeDirectory(layout.runs, permissions: 0o700)
      try makeDirectory(layout.temporary, permissions: 0o700)
    } catch {
      throw StoreError(error)
    }
    let lease = try RunLease(found, layout: layout)
    // Read after the lease is taken and the fence raised: whoever had it before may have gone on until then.
    let (row, position, fence) = try database.write(.power) { db in
      let row = try RunSelection(db: db, path: database.path).find(found.text).row
      let fence = try RunFence(raising: row.number, of: found, db)
      return (row, try reader(row, db).nextPosition(), fence)
    }
    let stored = try load(found)
    var record = row.record
    // With the lease in hand, a status of `running` is that of a process that died.
    if record.status == .running { record.status = .interrupted }
    let held = HeldRun(
      record, fence: fence, position: position, statuses: stored.state.artifacts.map(\.status),
      lease: lease, use: use, database: database)
    return (
      held,
      StoredRun(
        record: record, state: stored.state, planBytes: stored.planBytes,
        sourceMapBytes: stored.sourceMapBytes)
    )
  }

  // MARK: - Blobs

  /// Writes bytes that are read back whole, such as a plan; those of most runs are here since an earlier one.
  private func write(raw bytes: [UInt8]) throws(StoreError) -> ContentDigest {
    let digest = ContentDigest(of: bytes)
    let path = layout.blob(digest)
    if (try? readFile(path, limit: bytes.count)) == bytes {
      // Its bytes were synced before it had its name; whoever gave it may have died before that was.
      synchroniseDirectory(of: path)
      return digest
    }
    return try BlobWriter(layout, schema: SchemaReference("raw")).finish(raw: bytes)
  }

  private func blob(_ digest: ContentDigest) throws(StoreError) -> [UInt8] {
    let path = layout.blob(digest)
    let bytes: [UInt8]
    do {
      bytes = try readFile(path)
    } catch {
      throw .damaged("\(error)")
    }
    guard ContentDigest(of: bytes) == digest else { throw .damaged("\(path) does not match its digest") }
    return bytes
  }
}

extension RunStore: ArtifactStore {
  package func makeWriter(schema: SchemaReference) throws(StoreError) -> any ArtifactWriter {
    try BlobWriter(layout, schema: schema)
  }

  package func reader(
    of record: ArtifactRecord, artifact: ArtifactID
  ) throws(StoreError) -> any ArtifactReader {
    try BlobReader(record, artifact: artifact, layout: layout)
  }

  package func artifact(
    _ artifact: String, ofRun run: String, askedBy resumed: RunID?
  ) throws(StoreError) -> EarlierArtifactRecord {
    let found = try find(run, before: resumed).record.id
    return EarlierArtifactRecord(run: found, record: try reuse.artifact(artifact, of: found, in: self))
  }
}
