// Why something can't be read from a git repository.

/// What went wrong, in words for people.
package enum GitFault: Error, Sendable, Equatable {
  /// There is no program `git`.
  case noGit
  /// The working directory belongs to no repository.
  case noRepository
  /// There is no such revision; the names of branches and tags are given.
  case unknownRevision(String, names: [String])
  /// The revision has no such file; the path that people may have meant is given.
  case unknownPath(String, revision: String, hint: String?)
  /// The path leads out of the repository, or names a directory.
  case unsafePath(String)
  /// What would have to be read is too large.
  case tooLarge(bytes: Int, limit: Int)
  /// Anything else, in git's words or the system's.
  case failed(String)
}
