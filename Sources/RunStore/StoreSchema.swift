// The tables of a store's database, and their version.
internal import FoundationEssentials
internal import GRDB
internal import PlanMachine

/// What a store's database holds. A change of it raises the version, and adds a step from the one before.
///
/// A new database takes every step too, so that it does not differ from one that grew old.
enum StoreSchema {
  static let version = 4
  /// SQLite's own mark for the kind of file: "wctr".
  static let applicationID = 0x7763_7472

  /// Version 1.
  ///
  /// - `run`: one row a run. `counts` is what its artifacts stood at when its status last changed.
  /// - `journal`: append-only, one row a transition, at a ``JournalPosition``.
  /// - `schema`: the references of wire formats, numbered, since every completed artifact names one.
  private static let tables = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE schema (number INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE);
    CREATE TABLE run (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, status INTEGER NOT NULL, plan_id BLOB NOT NULL,
      runbook_name TEXT NOT NULL, runbook_path TEXT, clean_path TEXT, started_at INTEGER NOT NULL,
      finished_at INTEGER, base_directory TEXT NOT NULL, environment_files TEXT NOT NULL,
      max_concurrency INTEGER, plan BLOB NOT NULL, source_map BLOB, instruction_count INTEGER NOT NULL,
      counts TEXT);
    CREATE INDEX run_path ON run (clean_path, number);
    CREATE TABLE journal (
      position INTEGER PRIMARY KEY, instruction INTEGER NOT NULL, status INTEGER NOT NULL,
      time INTEGER NOT NULL, digest BLOB, size INTEGER, head_offset INTEGER, items INTEGER,
      schema INTEGER, duration REAL, reason TEXT, warnings TEXT);
    """

  /// From version 1 to 2: what reuse, explanations and runs within runs need.
  ///
  /// - `run`: `parent` is the ``ParentArtifact`` that a run is carried out for.
  /// - `journal`: `code` is a ``FailureCode``, `cause` a ``DecisionReason``, `origin` the run that made what was taken, `twin` the
  ///   instruction that was carried out instead, `reuse_key`, `source` and `bound` the parts of the key that the
  ///   plan does not hold.
  /// - `secret`: what digests of values are keyed with.
  /// - `file_digest`: the content of files in a certain state. `measured…`: what artifacts took to make.
  private static let reuseTables = """
    ALTER TABLE run ADD COLUMN reuse TEXT;
    ALTER TABLE run ADD COLUMN reuse_nondeterministic INTEGER;
    ALTER TABLE run ADD COLUMN cost_limit REAL;
    ALTER TABLE run ADD COLUMN parent TEXT;
    CREATE INDEX run_parent ON run (parent, number) WHERE parent IS NOT NULL;
    CREATE INDEX run_name ON run (runbook_name, number);
    ALTER TABLE journal ADD COLUMN cause INTEGER;
    ALTER TABLE journal ADD COLUMN origin TEXT;
    ALTER TABLE journal ADD COLUMN twin INTEGER;
    ALTER TABLE journal ADD COLUMN reuse_key BLOB;
    ALTER TABLE journal ADD COLUMN source BLOB;
    ALTER TABLE journal ADD COLUMN bound TEXT;
    ALTER TABLE journal ADD COLUMN cost REAL;
    ALTER TABLE journal ADD COLUMN code TEXT;
    CREATE INDEX journal_reuse ON journal (reuse_key) WHERE reuse_key IS NOT NULL;
    CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE file_digest (
      device INTEGER NOT NULL, inode INTEGER NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
      changed INTEGER NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (device, inode)) WITHOUT ROWID;
    CREATE TABLE measured (
      key BLOB PRIMARY KEY, seconds REAL NOT NULL, cost REAL) WITHOUT ROWID;
    CREATE TABLE measured_name (
      runbook TEXT NOT NULL, artifact TEXT NOT NULL, seconds REAL NOT NULL, cost REAL,
      PRIMARY KEY (runbook, artifact)) WITHOUT ROWID;
    """

  /// From version 2 to 3: what work that is done elsewhere, and selections, need.
  ///
  /// - `run`: `selection` is what alone was to be made, as it was written; `fence` counts how often the run was taken,
  ///   so that whoever had it before and does not know can't write any more.
  /// - `journal`: `prepared` is a ``PreparedRound``, `sidecars` are the artifacts beside the one that is completed; both
  ///   as canonical JSON.
  /// - `batch`, `request`: the ``RequestLedger`` of each run. They are replaced, not appended to: what counts is whether a
  ///   request has an answer, and what was sent is never forgotten.
  private static let requestTables = """
    ALTER TABLE run ADD COLUMN selection TEXT;
    ALTER TABLE run ADD COLUMN fence INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE journal ADD COLUMN prepared TEXT;
    ALTER TABLE journal ADD COLUMN sidecars TEXT;
    CREATE INDEX journal_prepared ON journal (position) WHERE prepared IS NOT NULL;
    CREATE TABLE batch (
      run INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, dispatcher TEXT NOT NULL,
      created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, status INTEGER NOT NULL, job TEXT,
      estimate REAL, cost REAL, reason TEXT, warnings TEXT, PRIMARY KEY (run, id)) WITHOUT ROWID;
    CREATE TABLE request (
      run INTEGER NOT NULL, instruction INTEGER NOT NULL, round INTEGER NOT NULL, number INTEGER NOT NULL,
      key TEXT NOT NULL, batch TEXT NOT NULL, tries INTEGER NOT NULL, answer TEXT, cost REAL NOT NULL,
      PRIMARY KEY (run, instruction, round, number)) WITHOUT ROWID;
    """

  /// From version 3 to 4: `journal.meaning` is the digest of an artifact without its volatile fields.
  private static let meaningColumn = "ALTER TABLE journal ADD COLUMN meaning BLOB"

  /// Makes the tables where there are none, brings older ones to this version, and refuses what is not a store
  /// or is newer than this program.
  ///
  /// Safe when several processes come at once: one of them changes, the others see the result. `isInUse` says
  /// whether a live process runs one of these runs; an older program could not go on with newer tables.
  static func install(_ db: Database, path: String, isInUse: ([String]) -> Bool) throws {
    if try version(db, path: path) == nil {
      try db.inTransaction(.immediate) {
        if try version(db, path: path) == nil {
          try db.execute(sql: "PRAGMA application_id = \(applicationID)")
          try db.execute(sql: tables)
          try db.execute(sql: "INSERT INTO meta VALUES ('schema_version', 1), ('flush', 0)")
          try migrate(db, from: 1)
        }
        return .commit
      }
    }
    try upgrade(db, path: path, isInUse: isInUse)
  }

  /// Brings an older store to this version, in one transaction.
  static func upgrade(_ db: Database, path: String, isInUse: ([String]) -> Bool) throws {
    if let found = try version(db, path: path), (1..<version).contains(found) {
      let running = try String.fetchAll(db, sql: "SELECT id FROM run WHERE status = 0")
      guard !isInUse(running) else {
        throw StoreError(
          .held, "\(path) is of an older version (schema \(found)), and a run of it is under way",
          hint: "wait for that run to end; then any command brings the store up to date")
      }
      try db.inTransaction(.immediate) {
        if let found = try version(db, path: path), (1..<version).contains(found) {
          try migrate(db, from: found)
        }
        return .commit
      }
    }
    try check(db, path: path)
  }

  private static func migrate(_ db: Database, from found: Int) throws {
    if found < 2 {
      try db.execute(sql: reuseTables)
      var generator = SystemRandomNumberGenerator()
      let secret = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
      try db.execute(sql: "INSERT INTO secret VALUES ('reuse', ?)", arguments: [Data(secret)])
    }
    if found < 3 { try db.execute(sql: requestTables) }
    if found < 4 { try db.execute(sql: meaningColumn) }
    try db.execute(sql: "UPDATE meta SET value = \(version) WHERE key = 'schema_version'")
  }

  /// Refuses a database that this program can't use.
  static func check(_ db: Database, path: String) throws {
    guard let found = try version(db, path: path) else {
      throw StoreError.damaged("\(path) is empty")
    }
    guard found <= version else {
      throw StoreError(
        .newer, "\(path) was written by a newer version (schema \(found), this program knows \(version))",
        hint: "use the newer program, or name another store with --store DIR")
    }
    guard found == version else { throw StoreError.damaged("\(path) has the unknown schema \(found)") }
  }

  /// Nil for a database without any tables.
  private static func version(_ db: Database, path: String) throws -> Int? {
    let tableCount = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if tableCount == 0 { return nil }
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
      throw StoreError.damaged("\(path) is a database of another program, not a run store")
    }
    let row = try Row.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'schema_version'")
    guard let row, let version = try StoredRow(row, path: path).integer("value") else {
      throw StoreError.damaged("\(path) does not say which version it is")
    }
    return version
  }
}
