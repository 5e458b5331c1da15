// Which files a fix may change: those that are checked, and those in their directories. Does not change them.
internal import SystemFiles
internal import WorkspaceConfiguration

/// The files that are checked, and what lies in the same trees of directories.
struct FixScope {
  private var files: Set<String> = []
  private var trees: Set<String> = []
  /// The name of standard input, which has no place.
  private let standardInput: String?
  private var resolved: [String: String] = [:]

  /// The key of standard input's text.
  static let standardInputKey = "-"

  init(_ request: CheckRequest) {
    standardInput = request.standardInput?.name
    let search = RunbookSearch(excluding: request.exclusion, standardInput: request.standardInput)
    for path in request.paths where (try? FileStatus.of(path))?.kind == .directory { addTree(path) }
    for case .file(let target) in search.find(request.paths).items {
      addTree(target.directory)
      if target.isNamed, target.text == nil, let path = try? resolvePath(target.path) { files.insert(path) }
    }
  }

  private mutating func addTree(_ directory: String) {
    if let path = try? resolvePath(directory) { trees.insert(path) }
  }

  /// One key for all names of a file: where it lies once links are resolved.
  mutating func key(of name: String) -> String {
    if name == standardInput { return Self.standardInputKey }
    if let known = resolved[name] { return known }
    let key = (try? resolvePath(name)) ?? name
    resolved[name] = key
    return key
  }

  /// What the files are checked with belongs to them, wherever it was found: there is no other way to its problems.
  private static let settingNames = [ConfigurationSearch.fileName, ".env"]

  func mayChange(_ key: String) -> Bool {
    if Self.settingNames.contains(PathText.name(of: key)) { return true }
    if key == Self.standardInputKey || files.contains(key) { return true }
    var directory = key
    while directory != "/", directory != "." {
      directory = PathText.parent(of: directory)
      if trees.contains(directory) { return true }
    }
    return false
  }
}
