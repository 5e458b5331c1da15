// The tables of a store's database, and their version.
internal import GRDB
internal import PlanMachine

/// What a store's database holds. A change of it raises the version, and adds a step from the one before.
enum StoreSchema {
  static let version = 1
  /// SQLite's own mark for the kind of file: "wctr".
  static let applicationID = 0x7763_7472

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

  /// Makes the tables where there are none, and refuses what is not a store or is newer than this program.
  ///
  /// Safe when several processes come at once: one of them creates, the others see the result.
  static func install(_ db: Database, path: String) throws {
    if try version(db, path: path) == nil {
      try db.inTransaction(.immediate) {
        if try version(db, path: path) == nil {
          try db.execute(sql: "PRAGMA application_id = \(applicationID)")
          try db.execute(sql: tables)
          try db.execute(sql: "INSERT INTO meta VALUES ('schema_version', \(version)), ('flush', 0)")
        }
        return .commit
      }
    }
    try check(db, path: path)
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
