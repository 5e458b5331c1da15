// Reads runbook files: the first one, and children from the directories that are allowed.
internal import Diagnostics
internal import RunbookSyntax
internal import SystemFiles
internal import YAMLReader

extension Compilation {
  /// Reads the runbook itself.
  mutating func loadRoot(_ path: String) -> LoadedRunbook? {
    let bytes: [UInt8]
    do {
      bytes = try inspecting("read-file") { compilation throws(ReadFileError) in
        try readFile(path, limit: compilation.options.limits.yaml.fileSize)
      }
    } catch .tooLarge(_, let limit) {
      let message = "the file has more than \(limit) bytes"
      let note = "raise the limit 'file-size' if it is meant to be that large"
      report(Diagnostic(.limitExceeded, message, at: nil, path: path, notes: [note]))
      return nil
    } catch {
      isRootUnreadable = true
      report(Diagnostic(.unreadableFile, error.description, at: nil, path: path, notes: hints(for: error)))
      return nil
    }
    return parseRoot(bytes, name: path)
  }

  mutating func parseRoot(_ bytes: [UInt8], name: String, resolvedPath: String? = nil) -> LoadedRunbook? {
    inspecting("parse-runbook") {
      $0.parse(bytes, path: name, identity: resolvedPath ?? (try? resolvePath(name)) ?? name)
    }
  }

  mutating func parse(_ bytes: [UInt8], path: String, identity: String) -> LoadedRunbook? {
    guard
      let syntax = parseRunbook(
        bytes: bytes, name: path, limits: options.limits.yaml, sources: &sources, sink: &sink)
    else {
      return nil
    }
    return LoadedRunbook(
      path: path, directory: PathText.parent(of: path), identity: identity, syntax: syntax)
  }

  private func hints(for error: ReadFileError) -> [String] {
    switch error {
    case .system(let error) where error.isMissing: ["check the path; it is relative to the working directory"]
    case .notAFile(_, .directory): ["name a runbook file in it"]
    default: []
    }
  }
}

/// What a child is looked up by.
struct ChildReference: Hashable {
  /// The file that names it.
  let parent: String
  let path: String
}

/// Why a child runbook was not found.
enum ChildLookupFailure: Error {
  /// An absolute path, or one with `..`.
  case unsafe(String)
  /// Not in any of these directories.
  case missing([String])
  case unreadable(ReadFileError)
}

extension LoadedRunbook {
  /// The child runbook file that `path` names: beside this runbook, then in its template paths.
  ///
  /// After symbolic links the file must lie inside the directory it was found in.
  /// What was looked at on the way is noted in `dependencies`.
  func locateChild(
    _ path: String, noting dependencies: inout CompilationDependencies
  ) throws(ChildLookupFailure) -> (path: String, identity: String) {
    if path.isEmpty { throw .unsafe("the path is empty") }
    if path.utf8.contains(0) { throw .unsafe("the path holds a NUL character") }
    if PathText.isAbsolute(path) { throw .unsafe("the path is absolute") }
    if path.split(separator: "/").contains("..") { throw .unsafe("the path goes up with '..'") }
    let directories =
      [directory]
      + (syntax.configuration?.templatePaths ?? []).map { PathText.join(directory, $0.text) }
    for candidate in directories {
      let full = PathText.join(candidate, PathText.lexicallyClean(path))
      let identity: String
      do {
        identity = try resolvePath(full)
      } catch {
        if error.isMissing {
          dependencies.missed(full)
          continue
        }
        dependencies.consultedSomethingElse()
        throw .unreadable(.system(error))
      }
      let root = try? resolvePath(candidate)
      if root == identity {
        dependencies.consultedSomethingElse()
        throw .unreadable(.notAFile(path: full, kind: .directory))
      }
      guard let root, identity.hasPrefix(root == "/" ? "/" : root + "/") else {
        dependencies.consultedSomethingElse()
        throw .unsafe("the path leads out of '\(candidate)' through a symbolic link")
      }
      dependencies.read(full, resolved: identity)
      return (full, identity)
    }
    throw .missing(directories)
  }
}
