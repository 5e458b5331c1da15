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

  /// The absolute path of a file, links resolved, and whether it is itself a link; nil when it is not there.
  mutating func file(_ path: String) -> (path: String, isLink: Bool)? {
    guard let status = try? FileStatus.of(path, followingLinks: false) else { return nil }
    let name = PathText.name(of: path)
    if status.kind == .symbolicLink || name == ".." || name == "." {
      return (try? resolvePath(path)).map { ($0, true) }
    }
    let parent = directory(PathText.parent(of: path))
    return (parent.hasSuffix("/") ? parent + name : parent + "/" + name, false)
  }
}
