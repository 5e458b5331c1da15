// What tests ask of a store's own connection.
import GRDB
import PlanMachine

@testable import RunStore

extension RunStore {
  /// Lets the database grow no further, as a full disk would.
  func limitDatabaseToItsSize() throws {
    try database.access { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)")
    }
  }

  func databaseSettings() throws -> [String: String] {
    try database.access { db in
      var settings: [String: String] = [:]
      for name in ["journal_mode", "synchronous"] {
        settings[name] = try String.fetchOne(db, sql: "PRAGMA \(name)")
      }
      return settings
    }
  }

  /// The value of `synchronous` while a commit that must survive the loss of power is made.
  func powerCommitSynchronous() throws -> Int? {
    try database.write(.power) { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
  }
}
