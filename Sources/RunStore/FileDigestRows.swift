// Digests of files by their state, so that unchanged files are not read again.
internal import ComponentKit
internal import FoundationEssentials
internal import GRDB

/// The remembered digests. One row a file: what it was before it changed is of no use.
struct FileDigestRows {
  let db: Database
  let path: String

  /// The digest of each file in exactly its state.
  func digests(of files: [FileIdentity]) throws -> [ContentDigest?] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT digest FROM file_digest
        WHERE device = ? AND inode = ? AND size = ? AND modified = ? AND changed = ?
        """)
    return try files.map { file in
      let row = try Row.fetchOne(statement, arguments: arguments(file))
      return try row.flatMap { try StoredRow($0, path: path).digest("digest") }
    }
  }

  func insert(_ digests: [FileIdentity: ContentDigest]) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO file_digest VALUES (?, ?, ?, ?, ?, ?)")
    for (file, digest) in digests {
      try statement.execute(arguments: arguments(file) + [Data(digest.bytes)])
    }
  }

  /// SQLite's numbers are signed; the bits stay the same.
  private func arguments(_ file: FileIdentity) -> StatementArguments {
    [
      Int(bitPattern: file.device), Int(bitPattern: file.inode), file.size, file.modified, file.changed,
    ]
  }
}
