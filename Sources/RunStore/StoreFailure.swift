// Turns what the system and SQLite say into the store's errors.
internal import GRDB
internal import Glibc
package import PlanMachine
package import SystemFiles

private let spaceHint = "free some space, then resume the run or run again"

extension StoreError {
  /// What a failed call on a file means for the store.
  package init(_ error: SystemError) {
    let message = "\(error.action) \(error.path): \(error.reason)"
    if error.isDiskFull {
      self.init(.diskFull, message, hint: spaceHint)
    } else {
      self.init(error.isMissing ? .missing : .inputOutput, message)
    }
  }

  /// What any error thrown while the database was used means.
  init(_ error: any Error, database path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as SystemError: self.init(error)
    case let error as DatabaseError: self.init(error, database: path)
    default: self.init(.inputOutput, "\(path): \(error)")
    }
  }

  private init(_ error: DatabaseError, database path: String) {
    let words = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init(.diskFull, "cannot write \(path): \(words)", hint: spaceHint)
    case .SQLITE_IOERR where !hasFreeSpace(path), .SQLITE_CANTOPEN where !hasFreeSpace(path):
      self.init(.diskFull, "cannot write \(path): no space is left", hint: spaceHint)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(.damaged, "\(path) is damaged or not a run store: \(words)", hint: damagedHint)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.inputOutput, "\(path) is in use by another process for too long", hint: "try again")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      self.init(.inputOutput, "cannot use \(path): \(words)", hint: "check who may write to it")
    default:
      self.init(.inputOutput, "cannot use \(path): \(words)")
    }
  }

  /// Something in the store is not as it was written.
  static func damaged(_ what: String) -> StoreError { StoreError(.damaged, what, hint: damagedHint) }
}

private let damagedHint = "restore it from a backup, or name another store with --store DIR"

/// SQLite does not tell a full disk from others wherever it maps memory or makes a file.
private func hasFreeSpace(_ path: String) -> Bool {
  var record = statvfs()
  guard unsafe statvfs(path, &record) == 0 else { return true }
  return record.f_bavail > 0 && (record.f_files == 0 || record.f_favail > 0)
}
