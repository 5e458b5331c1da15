// Visits the files below a directory in sorted order. Knows neither their contents nor what becomes of them.
internal import SystemFiles

/// A walk over a directory, depth first, the entries of each directory sorted by the bytes of their names.
///
/// Links to files count as files. Links to directories are not followed, so the walk ends; a warning says so.
/// Whatever is neither file nor directory is passed over with a warning, and so are unreadable directories and
/// names that are not UTF-8, which no message could carry.
struct FileWalk {
  /// What a visitor answers.
  enum Next { case goOn, stop }

  /// The directory, as it is opened.
  let root: String
  /// Whether a directory, by the names that lead to it, need not be listed.
  let isPruned: ([String]) -> Bool
  /// Takes warnings: the names that lead to a place, and what is wrong there.
  let warn: ([String], String) -> Void

  private struct Level {
    let names: [String]
    var entries: ArraySlice<DirectoryEntry>
  }

  /// Calls `visit` with the names that lead to each file.
  ///
  /// - Throws: `SystemError` when the directory itself can't be listed, and what `visit` throws.
  func forEachFile(_ visit: ([String]) throws -> Next) throws {
    var levels = [Level(names: [], entries: try listDirectory(root)[...])]
    while let entry = levels.last?.entries.first {
      levels[levels.count - 1].entries.removeFirst()
      let parent = levels[levels.count - 1].names
      if let name = entry.text {
        let names = parent + [name]
        switch kind(of: names) {
        case .file: if try visit(names) == .stop { return }
        case .directory: if let level = list(names) { levels.append(level) }
        case nil: break
        }
      } else {
        warn(parent + [String(decoding: entry.name, as: UTF8.self)], "its name is not UTF-8")
      }
      while let last = levels.last, last.entries.isEmpty { levels.removeLast() }
    }
  }

  private enum Kind { case file, directory }

  private func path(_ names: [String]) -> String { PathText.join(root, names.joined(separator: "/")) }

  /// Nil for what is passed over.
  private func kind(of names: [String]) -> Kind? {
    do {
      let status = try FileStatus.of(path(names), followingLinks: false)
      switch status.kind {
      case .file: return .file
      case .directory: return .directory
      case .symbolicLink: return try kind(ofLink: names)
      default: warn(names, "it is a \(status.kind.rawValue), not a file")
      }
    } catch {
      warn(names, error.isMissing ? "it is not there any more" : error.reason)
    }
    return nil
  }

  private func kind(ofLink names: [String]) throws(SystemError) -> Kind? {
    do {
      switch try FileStatus.of(path(names)).kind {
      case .file: return .file
      case .directory: warn(names, "links to directories are not followed")
      case let other: warn(names, "it is a link to a \(other.rawValue), not to a file")
      }
    } catch {
      warn(names, "the link leads nowhere: \(error.reason)")
    }
    return nil
  }

  private func list(_ names: [String]) -> Level? {
    if isPruned(names) { return nil }
    do {
      let entries = try listDirectory(path(names))
      return entries.isEmpty ? nil : Level(names: names, entries: entries[...])
    } catch {
      warn(names, "the directory can't be listed: \(error.reason)")
      return nil
    }
  }
}
