// Finds the paths that a glob stands for, as a shell would.
internal import SystemFiles

/// Expands globs. A `*` does not match a name that begins with a dot, and `**` enters no such directory, no
/// `node_modules`, and no link.
struct GlobExpansion {
  private let exclusion: Exclusion
  private var places = CanonicalPaths()
  /// The directories that were listed.
  private(set) var directories: [String] = []
  /// Directories that could not be listed.
  private(set) var errors: [SystemError] = []

  init(_ exclusion: Exclusion) { self.exclusion = exclusion }

  /// The paths that exist and match, in the order of their names, alternatives in the order of writing.
  mutating func paths(of text: String) -> [String] {
    let glob = PathGlob(text)
    var found: [String] = []
    var seen: Set<String> = []
    for parts in glob.alternatives {
      expand(parts[...], in: glob.isAbsolute ? "/" : ".") { path in
        if seen.insert(path).inserted { found.append(path) }
      }
    }
    return found
  }

  private mutating func expand(
    _ parts: ArraySlice<PathGlob.Part>, in directory: String, _ body: (String) -> Void
  ) {
    guard let part = parts.first else {
      body(directory)
      return
    }
    let rest = parts.dropFirst()
    switch part {
    case .name(let pattern):
      if let name = pattern.literal {
        let path = PathText.join(directory, name)
        if (try? FileStatus.of(path)) != nil { expand(rest, in: path, body) }
        return
      }
      for entry in list(directory) where Self.fits(entry, pattern) {
        if !rest.isEmpty, !entry.isDirectory { continue }
        expand(rest, in: entry.path, body)
      }
    case .directories:
      if !rest.isEmpty { expand(rest, in: directory, body) }
      for entry in list(directory) where !entry.name.hasPrefix(".") && entry.name != "node_modules" {
        // `**` at the end stands for files too.
        if entry.isDirectory, !entry.isLink { expand(parts, in: entry.path, body) }
        if rest.isEmpty, !entry.isDirectory { body(entry.path) }
      }
    }
  }

  private static func fits(_ entry: Entry, _ pattern: NameGlob) -> Bool {
    if entry.name.hasPrefix("."), !pattern.beginsWithDot { return false }
    return pattern.matches(Array(entry.name.unicodeScalars))
  }

  private struct Entry {
    let name: String
    let path: String
    let isDirectory: Bool
    let isLink: Bool
  }

  private mutating func list(_ directory: String) -> [Entry] {
    directories.append(directory)
    let entries: [DirectoryEntry]
    do {
      entries = try listDirectory(directory)
    } catch {
      // What a pattern leads to need not be a directory.
      if !error.isMissing { errors.append(error) }
      return []
    }
    let absolute = exclusion.isEmpty ? directory : places.directory(directory)
    return entries.compactMap { entry in
      guard let name = entry.text, !exclusion.covers(name, in: absolute) else { return nil }
      let path = PathText.join(directory, name)
      let isLink = entry.kind == .symbolicLink
      let kind = isLink || entry.kind == nil ? (try? FileStatus.of(path))?.kind : entry.kind
      return Entry(name: name, path: path, isDirectory: kind == .directory, isLink: isLink)
    }
  }
}
