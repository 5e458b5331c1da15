// One connection to a store's database: opening, settings, durability.
internal import GRDB
internal import Glibc
internal import PlanMachine
internal import RunHistory
internal import SystemFiles

/// A serialised connection. Several of them, in one process or many, may use the same file at the same time.
final class StoreDatabase: Sendable {
  private let queue: DatabaseQueue
  let path: String

  /// Opens the database of a store, making it where there is none.
  ///
  /// With `isCreating: false` the file must be there.
  init(_ layout: StoreLayout, isCreating: Bool) throws(StoreError) {
    let path = layout.database
    self.path = path
    do {
      if isCreating { try Self.createFile(path) }
      var configuration = Configuration()
      configuration.label = "run store"
      configuration.foreignKeysEnabled = false
      configuration.busyMode = .timeout(10)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in
        // The kind of file first: a foreign one must not be changed, not even into WAL.
        let isInUse = { (runs: [String]) in runs.contains { RunLease.isHeld(RunID($0), layout: layout) } }
        if isCreating {
          try StoreSchema.install(db, path: path, isInUse: isInUse)
        } else {
          try StoreSchema.upgrade(db, path: path, isInUse: isInUse)
        }
        try Self.useWriteAheadLog(db)
        try Self.set(.process, db)
        // 16 MiB of log between checkpoints, each of which costs two syncs.
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 4096")
      }
      self.queue = queue
    } catch {
      throw StoreError(error, database: path)
    }
  }

  /// SQLite would make the file readable by everyone. It is never opened where it exists: closing any
  /// descriptor of a file gives up all POSIX locks that this process has on it.
  private static func createFile(_ path: String) throws {
    do {
      _ = try FileDescriptor(opening: path, .create)
    } catch {
      if error.code != EEXIST { throw error }
    }
  }

  /// The switch to WAL needs the file for a moment alone, and SQLite does not wait for that by itself.
  private static func useWriteAheadLog(_ db: Database) throws {
    for attempt in 0... {
      do {
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else {
          throw StoreError(.inputOutput, "the file system of the store does not support SQLite's WAL mode")
        }
        return
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && attempt < 1_000 {
        _ = usleep(5_000)
      }
    }
  }

  /// Sets how far a commit goes, and reads back that it does.
  private static func set(_ durability: Durability, _ db: Database) throws {
    let level = durability == .power ? 2 : 1
    try db.execute(sql: "PRAGMA synchronous = \(level)")
    guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == level else {
      throw StoreError(.inputOutput, "the database does not take the setting 'synchronous'")
    }
  }

  /// Runs `body` on the connection without a transaction of its own.
  func access<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try queue.writeWithoutTransaction(body)
    } catch {
      throw StoreError(error, database: path)
    }
  }

  /// Reads a consistent state.
  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try queue.read(body)
    } catch {
      throw StoreError(error, database: path)
    }
  }

  /// Runs `body` in one transaction, which is durable as asked for when this returns.
  ///
  /// Only a commit that writes something syncs what came before it; `meta.flush` is there to be written.
  func write<Result>(
    _ durability: Durability, _ body: (Database) throws -> Result
  ) throws(StoreError) -> Result {
    try access { db in
      if durability == .power { try Self.set(.power, db) }
      defer { if durability == .power { try? Self.set(.process, db) } }
      var result: Result?
      try db.inTransaction(.immediate) {
        result = try body(db)
        if durability == .power {
          try db.execute(sql: "UPDATE meta SET value = value + 1 WHERE key = 'flush'")
        }
        return .commit
      }
      guard let result else { throw StoreError(.inputOutput, "the transaction was not carried out") }
      return result
    }
  }
}
