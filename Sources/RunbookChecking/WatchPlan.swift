// Which changes on the disk may change the outcome of a check. Does not wait for them.
internal import SystemFiles

/// The directories to watch, and what matters in each.
package struct WatchPlan {
  /// What matters among the entries of one directory.
  private enum Interest {
    case names(Set<String>)
    /// Further YAML files and directories may be ones to check.
    case search(Set<String>)
    case everything

    mutating func add(_ name: String) {
      switch self {
      case .names(let names): self = .names(names.union([name]))
      case .search(let names): self = .search(names.union([name]))
      case .everything: break
      }
    }
  }

  private var interests: [String: Interest] = [:]
  private var places = CanonicalPaths()
  /// How many files were found to be checked.
  package private(set) var fileCount = 0

  init() {}

  /// - Parameters:
  ///   - arguments: What was asked for; it need not exist yet.
  ///   - found: What that led to.
  ///   - settings: Of the directories that hold files.
  init(_ arguments: [String], _ found: SearchResult, _ settings: some Sequence<DirectorySettings>) {
    for directory in found.directories { addSearch(directory) }
    for argument in arguments where !PathGlob.isGlob(argument) { add(argument) }
    for case .file(let target) in found.items {
      fileCount += 1
      add(target.path)
      if let place = places.file(target.path), place.isLink { add(place.path) }
    }
    for directory in settings { for path in directory.consultedPaths { add(path) } }
  }

  mutating func add(_ paths: WatchedPaths) {
    for file in paths.files { add(file) }
    for directory in paths.directories where isDirectory(directory) {
      interests[places.directory(directory)] = .everything
    }
    for directory in paths.directories { add(directory) }
  }

  /// Interest in one path, or, where its directory is not there yet, in that.
  private mutating func add(_ path: String) {
    var path = path
    var parent = PathText.parent(of: path)
    while !isDirectory(parent), parent != path, parent != "/", parent != "." {
      (path, parent) = (parent, PathText.parent(of: parent))
    }
    interests[places.directory(parent), default: .names([])].add(PathText.name(of: path))
  }

  private mutating func addSearch(_ directory: String) {
    let place = places.directory(directory)
    switch interests[place] {
    case .names(let names): interests[place] = .search(names)
    case nil: interests[place] = .search([])
    case .search, .everything: break
    }
  }

  private func isDirectory(_ path: String) -> Bool { (try? FileStatus.of(path))?.kind == .directory }

  /// The directories to watch, links resolved.
  var directories: [String] { interests.keys.sorted() }

  /// Whether a change may matter.
  func concerns(_ change: DirectoryChanges.Change) -> Bool {
    switch change {
    case .overflow, .directory: return true
    case .entry(let directory, let name, let isDirectory):
      switch interests[directory] {
      case nil: return false
      case .everything: return true
      case .names(let names): return names.contains(name)
      case .search(let names):
        if names.contains(name) { return true }
        return !name.hasPrefix(".") && (isDirectory || FoundEntry.isYAML(Array(name.utf8)))
      }
    }
  }
}
