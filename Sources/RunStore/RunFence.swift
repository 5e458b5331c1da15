// Keeps a process that lost its run without knowing it from writing to that run. Takes no locks.
internal import GRDB
internal import PlanMachine
internal import RunHistory

/// The right to write to a run: a number that each process which takes the run raises.
///
/// The lease is a lock on a file, and a lock can be lost: the file is removed, or the file system forgets it while the
/// process sleeps. The number is compared in the transaction that writes, so there is no moment in between.
/// (M. Kleppmann, "How to do distributed locking", 2016: fencing tokens.)
struct RunFence: Sendable {
  let run: RunID
  let number: Int
  private let token: Int

  /// Raises the number; from here on whoever had the run before is shut out.
  init(raising number: Int, of run: RunID, _ db: Database) throws {
    try db.execute(sql: "UPDATE run SET fence = fence + 1 WHERE number = ?", arguments: [number])
    self.run = run
    self.number = number
    token = try Self.token(number, db) ?? 0
  }

  /// Called first in every transaction that writes to the run.
  ///
  /// - Throws: ``StoreError``: `held` where another process has taken the run since, or the run is gone.
  func check(_ db: Database) throws {
    guard try Self.token(number, db) == token else {
      throw StoreError(
        .held, "another process has taken over the run \(run)",
        hint: "this one has stopped and changed nothing since; look at the run with 'wct inspect \(run)'")
    }
  }

  private static func token(_ number: Int, _ db: Database) throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT fence FROM run WHERE number = ?"), arguments: [number])
  }
}
