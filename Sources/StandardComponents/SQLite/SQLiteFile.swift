// Opens the file of a database in the way that changes nothing on the disk. Knows no table.
internal import ComponentKit
internal import GRDBSQLite
internal import SystemFiles

/// A database file, told by what stands beside it.
struct SQLiteFile {
  /// The path as the runbook gives it, for messages.
  let name: String
  let path: String

  /// Opens the file and begins to read: all queries see one state.
  ///
  /// A database in WAL mode whose log is gone is read as it is, since opening it in the usual way would make a
  /// log and an index beside it.
  func open() throws(ComponentFailure) -> SQLiteDatabase {
    try checkKind()
    do throws(SQLiteError) {
      let database = try SQLiteDatabase(path, isImmutable: isAtRest)
      try database.execute("BEGIN")
      // The transaction begins with the first query; it also finds out whether the file is a database at all.
      _ = try database.prepare("SELECT count(*) FROM sqlite_schema").step()
      return database
    } catch {
      throw failure(error)
    }
  }

  private func checkKind() throws(ComponentFailure) {
    do {
      let kind = try FileStatus.of(path).kind
      guard kind == .file else {
        throw ComponentFailure("'\(name)' is a \(kind.rawValue), not a database file", kind: .sourceUnfit)
      }
    } catch let error as SystemError {
      let hint =
        error.isMissing
        ? "relative paths begin at the run's base directory; check 'database_path', or set --base-dir" : nil
      throw ComponentFailure("cannot read '\(name)': \(error.reason)", hint: hint, kind: .sourceUnavailable)
    } catch let error as ComponentFailure {
      throw error
    } catch {
      throw ComponentFailure("cannot read '\(name)': \(error)", kind: .sourceUnavailable)
    }
  }

  /// The files beside the database that are part of its state.
  var companions: [String] { ["-wal", "-journal"].map { path + $0 } }

  /// Whether the database is in WAL mode and has no log: bytes 18 and 19 of the header are 2.
  private var isAtRest: Bool {
    guard let file = try? FileDescriptor(opening: path, .read), let header = try? file.read(upTo: 20),
      header.count == 20, header[18] == 2, header[19] == 2
    else { return false }
    return (try? FileStatus.of(path + "-wal"))?.size ?? 0 == 0
  }

  /// `SQLITE_READONLY_ROLLBACK`, which the header computes: only who may write can undo what was begun.
  private static let unfinishedTransaction = SQLITE_READONLY | (3 << 8)

  private func failure(_ error: SQLiteError) -> ComponentFailure {
    switch error.primaryCode {
    case SQLITE_NOTADB:
      ComponentFailure(
        "'\(name)' is not an SQLite database: \(error)", hint: "an encrypted one has to be decrypted before",
        kind: .sourceUnfit)
    case SQLITE_BUSY, SQLITE_LOCKED:
      ComponentFailure(
        "'\(name)' is locked by another program", hint: "try again when it has finished, or read a copy",
        kind: .sourceUnavailable)
    case SQLITE_CORRUPT:
      ComponentFailure(
        "'\(name)' is damaged: \(error)", hint: "restore it from a backup, or recover it with '.recover'",
        kind: .sourceUnfit)
    case SQLITE_READONLY where error.code == Self.unfinishedTransaction:
      ComponentFailure(
        "'\(name)' was left in the middle of a transaction",
        hint: "open it once with its own program, or read a copy", kind: .sourceUnavailable)
    case SQLITE_CANTOPEN:
      ComponentFailure(
        "cannot open '\(name)': \(error)",
        hint: "in WAL mode the directory must be writable while a log is there; else read a copy",
        kind: .sourceUnavailable)
    default: ComponentFailure("cannot read '\(name)': \(error)", kind: .sourceUnavailable)
    }
  }
}
