// Where things are in a store's directory. Touches nothing.
internal import ComponentKit
internal import RunHistory
internal import SystemFiles

/// The paths of a store.
struct StoreLayout: Sendable, Hashable {
  /// The store's directory, `.wct` by default.
  let root: String

  var database: String { PathText.join(root, "store.db") }
  /// What SQLite keeps beside the database before it writes ahead; left behind by a process that died.
  var rollbackJournal: String { "\(database)-journal" }
  var blobs: String { PathText.join(root, "blobs") }
  var runs: String { PathText.join(root, "runs") }
  var temporary: String { PathText.join(root, "tmp") }
  var plans: String { PathText.join(root, "plans") }
  var attestations: String { PathText.join(root, "attestations") }
  /// Locked by everyone who writes; see ``StoreUse``.
  var useLock: String { PathText.join(root, "use.lock") }
  var gitIgnore: String { PathText.join(root, ".gitignore") }

  /// `blobs/ab/cdef…`: two levels, so that no directory grows without bound.
  func blob(_ digest: ContentDigest) -> String {
    let name = digest.hexadecimal
    return PathText.join(blobs, "\(name.prefix(2))/\(name.dropFirst(2))")
  }

  func lock(_ run: RunID) -> String { PathText.join(runs, "\(run.text).lock") }
}
