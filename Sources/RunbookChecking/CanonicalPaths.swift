// Where paths lead once links are resolved. Remembers directories, which many files share.
internal import SystemFiles

/// Resolves paths.
struct CanonicalPaths {
  private var directories: [String: String] = [:]
  /// The directory that was asked for last: files of one directory stand together.
  private var last: (path: String, resolved: String)?

  /// The absolute path of a directory, links resolved; as it is when that fails.
  mutating func directory(_ path: String) -> String {
    if let last, last.path == path { return last.resolved }
    let resolved = directories[path] ?? (try? resolvePath(path)) ?? path
    directories[path] = resolved
    last = (path, resolved)
    return resolved
  }

  /// A file with its links resolved.
  struct Place: Sendable {
    /// Absolute.
    let path: String
    /// Of what the path leads to.
    let status: FileStatus
    let isLink: Bool
  }

  /// Where a path leads; nil when nothing is there.
  mutating func file(_ path: String) -> Place? { file(path, in: PathText.parent(of: path)) }

  /// - Parameter parent: What holds the path as it is written.
  mutating func file(_ path: String, in parent: String) -> Place? {
    guard let status = try? FileStatus.of(path, followingLinks: false) else { return nil }
    let name = PathText.name(of: path)
    if status.kind == .symbolicLink || name == ".." || name == "." {
      guard let target = try? FileStatus.of(path), let resolved = try? resolvePath(path) else { return nil }
      return Place(path: resolved, status: target, isLink: true)
    }
    let resolved = PathText.join(directory(parent), name)
    return Place(path: resolved, status: status, isLink: false)
  }
}
