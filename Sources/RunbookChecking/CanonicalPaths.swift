// Where paths lead once links are resolved. Remembers directories, which many files share.
internal import SystemFiles

/// Resolves paths.
struct CanonicalPaths {
  private var directories: [String: String] = [:]

  /// The absolute path of a directory, links resolved; as it is when that fails.
  mutating func directory(_ path: String) -> String {
    if let known = directories[path] { return known }
    let resolved = (try? resolvePath(path)) ?? path
    directories[path] = resolved
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
  mutating func file(_ path: String) -> Place? {
    guard let status = try? FileStatus.of(path, followingLinks: false) else { return nil }
    let name = PathText.name(of: path)
    if status.kind == .symbolicLink || name == ".." || name == "." {
      guard let target = try? FileStatus.of(path), let resolved = try? resolvePath(path) else { return nil }
      return Place(path: resolved, status: target, isLink: true)
    }
    let parent = directory(PathText.parent(of: path))
    let resolved = parent.hasSuffix("/") ? parent + name : parent + "/" + name
    return Place(path: resolved, status: status, isLink: false)
  }
}
