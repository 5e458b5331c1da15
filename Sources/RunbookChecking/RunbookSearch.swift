// From what was asked for to the files that are checked. Does not open the files.
package import Diagnostics
internal import SystemFiles

/// What a search came to.
package struct SearchResult: Sendable {
  package enum Item: Sendable {
    case file(CheckTarget)
    /// A path that can't be checked.
    case problem(DiagnosticReport)
  }

  /// In the order of the arguments, and below a directory in the order of the names' bytes.
  package fileprivate(set) var items: [Item] = []
  /// Every directory that was listed: a new file in it may be one to check.
  package fileprivate(set) var directories: [String] = []
}

/// Finds the runbooks that paths, directories and globs stand for.
///
/// Names that begin with a dot, `node_modules` and `.build` are passed over below directories, and so are links to
/// directories, so that every search ends.
package struct RunbookSearch {
  private let exclusion: Exclusion
  private let standardInput: (name: String, text: [UInt8])?
  private var result = SearchResult()
  private var places = CanonicalPaths()

  /// - Parameter standardInput: What `-` stands for.
  package init(excluding exclusion: Exclusion, standardInput: (name: String, text: [UInt8])? = nil) {
    self.exclusion = exclusion
    self.standardInput = standardInput
  }

  /// The files that the arguments stand for, each once.
  ///
  /// - Parameter isLeftOut: Whether a directory that was found in another, by its path, is passed over.
  package consuming func find(
    _ arguments: [String], passingOver isLeftOut: (String) -> Bool = { _ in false }
  ) -> SearchResult {
    for argument in arguments { find(argument, isLeftOut) }
    result.items = UniqueTargets.of(result.items, &places)
    return result
  }

  private mutating func find(_ argument: String, _ isLeftOut: (String) -> Bool) {
    if argument == "-", let standardInput {
      add(CheckTarget(path: standardInput.name, isNamed: true, text: standardInput.text))
      return
    }
    do {
      let status = try FileStatus.of(argument)
      if status.kind == .directory { search(argument, isLeftOut) } else { addNamed(argument) }
    } catch {
      if error.isMissing, PathGlob.isGlob(argument) {
        expand(argument, isLeftOut)
      } else {
        addNamed(argument)
      }
    }
  }

  private mutating func add(_ target: CheckTarget) { result.items.append(.file(target)) }

  private mutating func addNamed(_ path: String) { add(CheckTarget(path: path, isNamed: true)) }

  private mutating func report(_ rule: Rule, _ message: String, _ path: String, notes: [String] = []) {
    let diagnostic = Diagnostic(rule, message, at: nil, path: path, notes: notes)
    result.items.append(
      .problem(DiagnosticReport(diagnostics: [diagnostic], sources: SourceCollection(), path: path)))
  }

  // MARK: - Directories

  private mutating func search(_ directory: String, _ isLeftOut: (String) -> Bool) {
    let count = result.items.count
    var pending = [directory]
    // A stack, not recursion: a tree may be as deep as the system allows paths to be long.
    while let next = pending.popLast() {
      let (files, directories) = list(next)
      // All of them lie in one directory, which need not be taken off each path.
      guard let first = files.first else {
        pending += directories.reversed().filter { !isLeftOut($0) }
        continue
      }
      let parent = PathText.parent(of: first.path)
      for file in files { addFound(file, in: parent) }
      pending += directories.reversed().filter { !isLeftOut($0) }
    }
    guard result.items.count == count else { return }
    report(
      .nothingToCheck, "there is no YAML file below \(directory)", directory,
      notes: [
        "files are found by their ending, '.yaml' or '.yml'; name a file to have it checked whatever it is called"
      ])
  }

  /// The YAML files and the directories in a directory, each in the order of their names.
  private mutating func list(_ directory: String) -> (files: [FoundEntry], directories: [String]) {
    result.directories.append(directory)
    let entries: [DirectoryEntry]
    do {
      entries = try listDirectory(directory)
    } catch {
      report(.unreadableDirectory, error.description, directory)
      return ([], [])
    }
    let absolute = exclusion.isEmpty ? directory : places.directory(directory)
    var (files, directories): ([FoundEntry], [String]) = ([], [])
    for entry in entries {
      guard let found = FoundEntry(entry, in: directory), !exclusion.covers(found.name, in: absolute) else {
        continue
      }
      if found.isDirectory { directories.append(found.path) } else { files.append(found) }
    }
    return (files, directories)
  }

  private mutating func addFound(_ file: FoundEntry, in directory: String) {
    guard file.hasReadableName else {
      report(.unreadableFile, "the name of '\(file.name)' is not UTF-8; rename the file", file.path)
      return
    }
    // A link that leads nowhere, or to something that is no file.
    if file.isLink { guard (try? FileStatus.of(file.path))?.kind == .file else { return } }
    add(CheckTarget(path: file.path, in: directory, isNamed: false))
  }

  // MARK: - Globs

  private mutating func expand(_ argument: String, _ isLeftOut: (String) -> Bool) {
    let count = result.items.count
    var expansion = GlobExpansion(exclusion)
    for path in expansion.paths(of: argument) {
      guard let status = try? FileStatus.of(path) else { continue }
      if status.kind == .directory { search(path, isLeftOut) } else { addNamed(path) }
    }
    result.directories += expansion.directories
    for error in expansion.errors { report(.unreadableDirectory, error.description, error.path) }
    guard result.items.count == count else { return }
    report(.nothingToCheck, "nothing matches '\(argument)'", argument)
  }
}
