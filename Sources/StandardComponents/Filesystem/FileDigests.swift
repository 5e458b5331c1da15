// Digests files for fingerprints, and leans on what is remembered of them. Knows no connector.
internal import ComponentKit
internal import SystemFiles

/// Tells what files hold, without reading those again that have not changed.
///
/// A file whose device, inode, size and times are as they were when it was last read is not read again.
struct FileDigests {
  private static let chunkSize = 1 << 20

  let parts: any SourcePartSink
  let context: any ComponentContext

  /// The part of a source that a file is.
  func part(_ path: String, as name: String) throws -> SourcePart {
    let status = try FileStatus.of(path)
    return SourcePart(name, size: status.size, digest: try digest(BytePath(path), status))
  }

  func digest(_ path: BytePath, _ status: FileStatus) throws -> ContentDigest {
    if let known = parts.digest(of: FileIdentity(status)) { return known }
    let file = try FileDescriptor(reading: path)
    let before = try file.status()
    var hasher = ContentHasher()
    while true {
      try context.checkCancellation()
      let chunk = try file.read(upTo: Self.chunkSize)
      if chunk.isEmpty { break }
      hasher.update(chunk)
    }
    let digest = hasher.finalised()
    if before == status, try file.status() == status { parts.remember(digest, of: FileIdentity(status)) }
    return digest
  }
}

extension FileIdentity {
  fileprivate init(_ status: FileStatus) {
    self.init(
      device: status.identity.device, inode: status.identity.inode, size: status.size,
      modified: status.modified, changed: status.changed)
  }
}
