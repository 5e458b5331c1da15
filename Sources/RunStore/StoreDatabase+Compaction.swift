// Gives the room that a store's database does not use back to the file system.
internal import GRDB
internal import Glibc
internal import PlanMachine
internal import SystemFiles

extension StoreDatabase {
  /// Room below which the database is left as it is, in bytes, and as a part of its size: it will be used again.
  private static let worthwhile = (bytes: 1 << 20, part: 4)

  /// Writes the database anew without what is unused, where that is worth it and the disk has room for it.
  ///
  /// SQLite does it in one transaction: after a crash the database is as before, or as after. Whoever reads
  /// meanwhile goes on; when others keep it from happening, the room is simply used again.
  /// - Parameter isTrial: Says what would become free, and changes nothing.
  /// - Returns: The bytes that became free.
  func compact(isTrial: Bool) throws(StoreError) -> Int {
    let (unused, size) = try access { db in
      let page = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
      return (page * free, page * (try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0))
    }
    guard unused >= Self.worthwhile.bytes || unused > size / Self.worthwhile.part, unused > 0 else {
      return 0
    }
    if isTrial { return unused }
    guard hasRoom(for: 2 * size) else { return 0 }
    return try access { db in
      do {
        try db.execute(sql: "PRAGMA synchronous = 2")
        defer { try? db.execute(sql: "PRAGMA synchronous = 1") }
        try db.execute(sql: "VACUUM")
        // What was written stands in the log until it is moved.
        _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        return unused
      } catch let error as DatabaseError
        where [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_FULL].contains(error.resultCode)
      {
        return 0
      }
    }
  }

  /// Whether the file system of the database has so many bytes free.
  private func hasRoom(for bytes: Int) -> Bool {
    var status = statvfs()
    guard unsafe statvfs(path, &status) == 0 else { return false }
    return Double(status.f_bavail) * Double(status.f_frsize) >= Double(bytes)
  }
}
