// A runbook or plan of a revision, with what it may refer to, as files that go away afterwards.
internal import SystemFiles

/// The files of a revision that a compilation may read, in a private directory that is removed with this
/// value.
///
/// Written out are the files whose names end with `.yaml`, `.yml`, `.json` or `.env` or begin with `.env`,
/// the file that was asked for, and what stands beside or below that one, unless that is very much. Symbolic
/// links are kept where they lead to something in the revision.
package final class RevisionCheckout {
  private let scratch: ScratchDirectory
  /// Where the top of the revision lies.
  private let top: String
  /// The file that was asked for, as it lies there.
  package let path: String
  /// What people call the top: `main:`.
  package let prefix: String

  private static let totalLimit = 256 << 20
  private static let fileLimit = 16 << 20
  private static let neighbours = (count: 1_000, bytes: 16 << 20)

  /// - Parameters:
  ///   - directory: Where one stands, in the repository.
  ///   - made: Called with the scratch directory before anything is written to it, so that it can be removed
  ///     when a signal ends the process.
  package init(
    _ wanted: RevisionPath, in directory: String = ".", made: (String) -> Void = { _ in }
  ) throws(GitFault) {
    let scratch: ScratchDirectory
    do {
      scratch = try ScratchDirectory()
    } catch {
      throw .failed(error.description)
    }
    made(scratch.path)
    let repository = try GitRepository(of: directory, scratch: scratch.path)
    let top = PathText.join(scratch.path, "tree")
    let tree = try repository.tree(of: wanted.revision)
    guard let file = wanted.fromTop(repository.prefix) else { throw .unsafePath(wanted.path) }
    let entries = try repository.entries(of: tree)
    guard entries.contains(where: { $0.path == file }) else {
      let beside = repository.prefix + wanted.path
      let isBeside = !repository.prefix.isEmpty && entries.contains { $0.path == beside }
      throw .unknownPath(file, revision: wanted.revision, hint: isBeside ? "./\(wanted.path)" : nil)
    }
    let needed = Self.needed(entries, file)
    let total = needed.reduce(0) { $0 + $1.size }
    guard total <= max(Self.totalLimit, (needed.first { $0.path == file }?.size ?? 0)) else {
      throw .tooLarge(bytes: total, limit: Self.totalLimit)
    }
    do {
      try Self.write(needed, try repository.contents(of: needed), to: top)
    } catch let error as GitFault {
      throw error
    } catch {
      throw .failed("\(error)")
    }
    self.scratch = scratch
    self.top = top
    path = PathText.join(top, file)
    prefix = "\(wanted.revision):"
  }

  /// Puts the names that people know in the place of where the files lie.
  package func named(_ text: String) -> String {
    let real = (try? resolvePath(top)) ?? top
    return [top, real].reduce(text) { text, place in
      text.split(separator: place + "/", omittingEmptySubsequences: false).joined(separator: prefix)
        .split(separator: place, omittingEmptySubsequences: false).joined(separator: prefix)
    }
  }

  // MARK: - Choosing

  private static func needed(_ entries: [GitRepository.Entry], _ file: String) -> [GitRepository.Entry] {
    let directory = PathText.parent(of: file)
    let below = directory == "." ? "" : directory + "/"
    let neighbours = entries.filter { $0.path.hasPrefix(below) }
    let takesNeighbours =
      neighbours.count <= Self.neighbours.count
      && neighbours.reduce(0) { $0 + $1.size } <= Self.neighbours.bytes
    return entries.filter { entry in
      if entry.path == file || entry.isLink { return true }
      guard entry.size <= fileLimit else { return false }
      return isConfiguration(entry.path) || (takesNeighbours && entry.path.hasPrefix(below))
    }
  }

  private static func isConfiguration(_ path: String) -> Bool {
    [".yaml", ".yml", ".json", ".env"].contains { path.hasSuffix($0) }
      || PathText.name(of: path).hasPrefix(".env")
  }

  // MARK: - Writing

  /// Files first and links last, so that nothing is written through a link.
  private static func write(
    _ entries: [GitRepository.Entry], _ contents: [[UInt8]], to top: String
  ) throws {
    try makeDirectory(top, permissions: 0o700)
    // Nothing above the top counts, as nothing above a repository does.
    try writeFile(PathText.join(top, ".git"), [], isDurable: false)
    for (entry, content) in zip(entries, contents) where !entry.isLink {
      let path = PathText.join(top, entry.path)
      try makeDirectory(PathText.parent(of: path), permissions: 0o700)
      try writeFile(path, content, permissions: 0o600, isDurable: false)
    }
    var links: [String] = []
    let linked = Set(entries.lazy.filter(\.isLink).map(\.path))
    for (entry, content) in zip(entries, contents) where entry.isLink && !isBelow(linked, entry.path) {
      let path = PathText.join(top, entry.path)
      // A link where a file or a directory is already, or to a target that is no text, is left out.
      guard let target = String(validating: content, as: UTF8.self), !PathText.isAbsolute(target) else {
        continue
      }
      guard (try? makeDirectory(PathText.parent(of: path), permissions: 0o700)) != nil else { continue }
      if makeSymbolicLink(path, to: target) { links.append(path) }
    }
    let inside = try resolvePath(top) + "/"
    for link in links where !((try? resolvePath(link)).map { $0.hasPrefix(inside) } ?? false) {
      try removeFile(link)
    }
  }

  /// Whether a path goes through one of these; no tree that git made has such.
  private static func isBelow(_ links: Set<String>, _ path: String) -> Bool {
    guard !links.isEmpty else { return false }
    var directory = PathText.parent(of: path)
    while directory != "." {
      if links.contains(directory) { return true }
      directory = PathText.parent(of: directory)
    }
    return false
  }
}
