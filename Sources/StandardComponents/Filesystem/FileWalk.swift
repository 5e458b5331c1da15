// Visits the files below a directory in sorted order. Knows neither their contents nor what becomes of them.
internal import SystemFiles

/// A walk over a directory, depth first, the entries of each directory sorted by the bytes of their names.
///
/// Links to files count as files. Links to directories are not followed, so the walk ends; a warning says so.
/// Whatever is neither file nor directory is passed over with a warning, and so are unreadable directories. Names that
/// are not UTF-8 are told as `caf\xE9.txt`, since no message could carry their bytes.
struct FileWalk {
  /// What a visitor answers.
  enum Next { case goOn, stop }

  /// The directory, as it is opened.
  let root: BytePath
  /// Whether a directory, by the names that lead to it, need not be listed.
  let isPruned: ([String]) -> Bool
  /// Takes warnings: the names that lead to a place, and what is wrong there.
  let warn: ([String], String) -> Void

  private struct Level {
    let names: [String]
    let path: BytePath
    var entries: ArraySlice<DirectoryEntry>
  }

  /// Calls `visit` with the names that lead to each file, its path, and what `stat` says of it: the one look that a
  /// file costs.
  ///
  /// - Throws: `SystemError` when the directory itself can't be listed, and what `visit` throws.
  func forEachFile(_ visit: ([String], BytePath, FileStatus) throws -> Next) throws {
    var levels = [Level(names: [], path: root, entries: try root.entries()[...])]
    while let level = levels.last, let entry = level.entries.first {
      levels[levels.count - 1].entries.removeFirst()
      let names = level.names + [BytePath.text(of: entry.name)]
      let path = level.path.appending(entry.name)
      switch found(entry, names, path) {
      case .file(let status): if try visit(names, path, status) == .stop { return }
      case .directory: if let level = list(names, path) { levels.append(level) }
      case nil: break
      }
      while let last = levels.last, last.entries.isEmpty { levels.removeLast() }
    }
  }

  private enum Found { case file(FileStatus), directory }

  /// Nil for what is passed over.
  private func found(_ entry: DirectoryEntry, _ names: [String], _ path: BytePath) -> Found? {
    if entry.kind == .directory { return .directory }
    if entry.kind == .symbolicLink { return found(atLink: names, path) }
    do {
      let status = try path.status(followingLinks: false)
      switch status.kind {
      case .file: return .file(status)
      case .directory: return .directory
      case .symbolicLink: return found(atLink: names, path)
      default: warn(names, "it is a \(status.kind.rawValue), not a file")
      }
    } catch {
      warn(names, error.isMissing ? "it is not there any more" : error.reason)
    }
    return nil
  }

  private func found(atLink names: [String], _ path: BytePath) -> Found? {
    do {
      let status = try path.status()
      switch status.kind {
      case .file: return .file(status)
      case .directory: warn(names, "links to directories are not followed")
      case let other: warn(names, "it is a link to a \(other.rawValue), not to a file")
      }
    } catch {
      warn(names, "the link leads nowhere: \(error.reason)")
    }
    return nil
  }

  private func list(_ names: [String], _ path: BytePath) -> Level? {
    if isPruned(names) { return nil }
    do {
      let entries = try path.entries()
      return entries.isEmpty ? nil : Level(names: names, path: path, entries: entries[...])
    } catch {
      warn(names, "the directory can't be listed: \(error.reason)")
      return nil
    }
  }
}
