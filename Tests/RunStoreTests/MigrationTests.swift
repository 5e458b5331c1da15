import ComponentKit
import ExecutionPlan
import GRDB
import PlanMachine
import RunHistory
import RunStore
import SystemFiles
import TestSupport
import Testing

/// A store that version 1 wrote (Fixtures/store/version-1) is brought to this version and keeps its runs.
@Suite struct MigrationTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try copy(FixtureFile("store/version-1/store").absolutePath, to: directory.path)
  }

  private func copy(_ source: String, to target: String) throws {
    for name in try listDirectory(source).compactMap(\.text) {
      let (from, to) = ("\(source)/\(name)", "\(target)/\(name)")
      if try FileStatus.of(from).kind == .directory {
        try makeDirectory(to, permissions: 0o700)
        try copy(from, to: to)
      } else {
        try writeFile(to, readFile(from), permissions: 0o600)
      }
    }
  }

  private func query<Value: DatabaseValueConvertible>(_ sql: String, _ type: Value.Type) throws -> [Value] {
    let queue = try DatabaseQueue(path: "\(directory.path)/store.db")
    return try queue.read { try Value.fetchAll($0, sql: sql) }
  }

  @Test func theFixtureIsOfVersion1() throws {
    #expect(try query("SELECT value FROM meta WHERE key = 'schema_version'", Int.self) == [1])
  }

  @Test func runsAndArtifactsAreKept() throws {
    let store = try #require(try RunStore.open(directory.path))
    let runs = try store.runs()
    #expect(runs.map(\.record.status) == [.failed, .completed])
    #expect(runs.map(\.record.options.reuse) == [.off, .off])
    let completed = try #require(runs.last)
    #expect(completed.counts[.completed] == 3)
    let stored = try store.load(completed.record.id)
    for artifact in stored.state.artifacts {
      let record = try #require(artifact.last?.artifact)
      #expect(try store.items(record).count == record.itemCount)
      #expect(artifact.last?.cause == nil && artifact.last?.evidence == nil)
    }
    #expect(try query("SELECT value FROM meta WHERE key = 'schema_version'", Int.self) == [4])
  }

  /// Tables, columns and indices, in the order in which they were made.
  @Test func anOldStoreComesToWhatANewOneIs() throws {
    _ = try RunStore.open(directory.path)
    let old = try query("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name", String.self)
    let fresh = try TemporaryDirectory()
    _ = try RunStore(creating: fresh.path)
    let queue = try DatabaseQueue(path: "\(fresh.path)/store.db")
    let new = try queue.read {
      try String.fetchAll($0, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    }
    #expect(old == new)
  }

  @Test func aFailedRunIsExplainedWithoutWhatVersion1DidNotKeep() throws {
    let store = try #require(try RunStore.open(directory.path))
    let run = try #require(store.runs().first).record.id
    let snapshot = try store.snapshot(of: run)
    var explainer = try RunExplainer(snapshot, store)
    var reasons: [String] = []
    for position in snapshot.plan.instructions.indices {
      reasons.append(try explainer.explain(InstructionIndex(position)).reason.rawValue)
    }
    let names = snapshot.plan.instructions.map(\.id.text)
    #expect(
      Dictionary(uniqueKeysWithValues: zip(names, reasons)) == [
        "left": "first_time", "left_data": "input_missing", "right": "first_time", "right_data": "first_time",
      ])
  }

  /// A program of version 1 that holds a run could not go on with the new tables.
  @Test func aStoreWhoseRunIsUnderWayIsLeftAlone() throws {
    let queue = try DatabaseQueue(path: "\(directory.path)/store.db")
    let run = try #require(
      try queue.write { db in
        try db.execute(sql: "UPDATE run SET status = 0 WHERE number = 1")
        return try String.fetchOne(db, sql: "SELECT id FROM run WHERE number = 1")
      })
    try queue.close()
    let lock = try FileDescriptor(opening: "\(directory.path)/runs/\(run).lock", .readWrite)
    let isLocked = lock.tryLock()
    #expect(isLocked)
    let error = try #require(throws: StoreError.self) { try RunStore(creating: directory.path) }
    #expect(error.code == .held)
    #expect(try query("SELECT value FROM meta WHERE key = 'schema_version'", Int.self) == [1])
    withExtendedLifetime(lock.rawValue) {}
  }

  // MARK: - From version 2

  /// Fixtures/store/version-2: a run, the same again with everything taken from the first, and one that failed.
  private func second() throws -> TemporaryDirectory {
    let second = try TemporaryDirectory()
    try copy(FixtureFile("store/version-2/store").absolutePath, to: second.path)
    let queue = try DatabaseQueue(path: "\(second.path)/store.db")
    let version = try queue.read {
      try Int.fetchOne($0, sql: "SELECT value FROM meta WHERE key = 'schema_version'")
    }
    #expect(version == 2)
    try queue.close()
    return second
  }

  @Test func version2KeepsWhatItKnows() throws {
    let second = try second()
    let store = try #require(try RunStore.open(second.path))
    let runs = try store.runs().map(\.record)
    #expect(runs.map(\.status) == [.failed, .completed, .completed])
    #expect(runs.map(\.options.selection) == [nil, nil, nil])
    let taken = try store.load(runs[1].id)
    for artifact in taken.state.artifacts {
      #expect(artifact.last?.origin == runs[2].id && artifact.last?.sidecars.isEmpty == true)
      #expect(artifact.last?.evidence != nil)
    }
    #expect(taken.state.preparations.isEmpty)
    #expect(try store.requests(of: runs[1].id).isEmpty)
    #expect(try store.nestedRuns(of: runs[1].id).isEmpty)
    // What it made is still taken.
    let key = try #require(taken.state.artifacts.last?.last?.evidence?.key)
    #expect(try store.artifact(key: key, inRun: nil)?.origin == runs[2].id)
  }

  @Test(arguments: [2, 3]) func anOlderStoreComesToWhatANewOneIs(version: Int) throws {
    let (older, fresh) = (try TemporaryDirectory(), try TemporaryDirectory())
    try copy(FixtureFile("store/version-\(version)/store").absolutePath, to: older.path)
    _ = try RunStore.open(older.path)
    _ = try RunStore(creating: fresh.path)
    let schemas = try [older.path, fresh.path].map { path in
      try DatabaseQueue(path: "\(path)/store.db").read {
        try String.fetchAll($0, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
      }
    }
    #expect(schemas[0] == schemas[1])
  }

  // MARK: - From version 3

  /// Fixtures/store/version-3: a run, and the same again with everything taken from it. What artifacts mean was not kept.
  @Test func version3GoesOnWithoutMeanings() throws {
    let third = try TemporaryDirectory()
    try copy(FixtureFile("store/version-3/store").absolutePath, to: third.path)
    let store = try #require(try RunStore.open(third.path))
    let runs = try store.runs().map(\.record)
    #expect(runs.map(\.status) == [.completed, .completed])
    for run in runs {
      for artifact in try store.load(run.id).state.artifacts {
        let record = try #require(artifact.last?.artifact)
        #expect(record.meaning == nil && record.identity == record.digest)
      }
    }
  }
}
