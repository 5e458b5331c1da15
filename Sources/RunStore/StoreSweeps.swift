// Finds and removes files of a store that nothing needs. Does not know why something is needed.
internal import ComponentKit
internal import Glibc
internal import PlanMachine
internal import RunHistory
internal import SystemFiles

/// Goes through all blobs. What is not named as a blob is left alone.
struct BlobSweep {
  let layout: StoreLayout
  let needed: Set<ContentDigest>
  let isTrial: Bool

  func sweep(_ collected: inout Collected) throws(StoreError) {
    do {
      for shard in try listDirectory(layout.blobs) {
        guard let prefix = shard.text, prefix.utf8.count == 2, shard.kind == .directory || shard.kind == nil
        else { continue }
        let directory = PathText.join(layout.blobs, prefix)
        for entry in try listDirectory(directory) {
          guard let name = entry.text, let digest = ContentDigest(parsing: "sha256:\(prefix)\(name)")
          else { continue }
          let path = PathText.join(directory, name)
          let size = try FileStatus.of(path, followingLinks: false).size
          if needed.contains(digest) {
            collected.keptBlobs.add(size)
          } else {
            if !isTrial { try removeFile(path) }
            collected.blobs.add(size)
          }
        }
      }
    } catch {
      throw StoreError(error)
    }
  }
}

/// Goes through the plan files that `wct run` wrote, and their source maps.
///
/// A run keeps the same bytes as blobs; the file is there to begin with. One that was written a moment ago may be about to be
/// begun with, before its process uses the store.
struct PlanSweep {
  /// Nanoseconds.
  private static let beginning = 600_000_000_000
  private static let suffixes = [".json", ".json.map"]

  let layout: StoreLayout
  let needed: Set<ContentDigest>
  let isTrial: Bool

  func sweep(_ collected: inout Collected) throws(StoreError) {
    let now = SystemClock().now().microseconds * 1_000
    do {
      for entry in try listDirectory(layout.plans) {
        guard let name = entry.text, Self.suffixes.contains(where: { name.hasSuffix($0) }) else { continue }
        let path = PathText.join(layout.plans, name)
        let status = try FileStatus.of(path, followingLinks: false)
        guard status.kind == .file, status.modified < now - Self.beginning,
          !needed.contains(try digest(path))
        else { continue }
        if !isTrial { try removeFile(path) }
        collected.plans.add(status.size)
      }
    } catch {
      if error.isMissing { return }
      throw StoreError(error)
    }
  }

  private func digest(_ path: String) throws(SystemError) -> ContentDigest {
    let file = try FileDescriptor(opening: path, .read)
    var hasher = ContentHasher()
    while case let chunk = try file.read(upTo: 1 << 18), !chunk.isEmpty { hasher.update(chunk) }
    return hasher.finalised()
  }
}

/// Goes through the unfinished files: those in `tmp`, and those beside files that are replaced whole.
struct LeftoverSweep {
  private static let suffix = ".partial"
  /// What compilations of runs within runs call their directories.
  private static let scratchPrefix = "nested."

  let layout: StoreLayout
  let isTrial: Bool

  /// Everyone who writes in `tmp` uses the store, so nothing there has a writer any more.
  func sweep(_ collected: inout Collected) throws(StoreError) {
    try sweep(layout.temporary, &collected) { _, _ in true }
    sweepScratch(&collected)
    for directory in [layout.root, layout.plans, layout.attestations] {
      try sweep(directory, &collected, isLeft: Self.hasNoWriter)
    }
  }

  /// Directories whose compilation was killed, with the few files in them.
  private func sweepScratch(_ collected: inout Collected) {
    for entry in (try? listDirectory(layout.temporary)) ?? [] where entry.kind == .directory {
      guard let name = entry.text, name.hasPrefix(Self.scratchPrefix) else { continue }
      let directory = PathText.join(layout.temporary, name)
      for file in (try? listDirectory(directory)) ?? [] where file.kind == .file {
        guard let name = file.text else { continue }
        let path = PathText.join(directory, name)
        collected.temporaries.add((try? FileStatus.of(path, followingLinks: false).size) ?? 0)
        if !isTrial { try? removeFile(path) }
      }
      if !isTrial { removeDirectory(directory) }
    }
  }

  private func sweep(
    _ directory: String, _ collected: inout Collected, isLeft: (String, String) -> Bool
  ) throws(StoreError) {
    let entries: [DirectoryEntry]
    do {
      entries = try listDirectory(directory)
    } catch {
      if error.isMissing { return }
      throw StoreError(error)
    }
    for entry in entries where entry.kind == .file || entry.kind == nil {
      guard let name = entry.text, name.hasSuffix(Self.suffix) else { continue }
      let path = PathText.join(directory, name)
      guard isLeft(name, path), let size = try? FileStatus.of(path, followingLinks: false).size else {
        continue
      }
      if !isTrial { try? removeFile(path) }
      collected.temporaries.add(size)
    }
  }

  /// Whether the process that the name tells is gone, and nobody holds the lock of the file.
  private static func hasNoWriter(_ name: String, _ path: String) -> Bool {
    let parts = name.dropLast(suffix.count).split(separator: ".")
    guard parts.count >= 3, let process = parts.dropLast().last.flatMap({ Int32($0) }), process > 0,
      kill(process, 0) != 0, errno == ESRCH, let file = try? FileDescriptor(opening: path, .read)
    else { return false }
    return file.tryLock()
  }
}
