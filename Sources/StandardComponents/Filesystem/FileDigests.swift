// Digests files for fingerprints, and leans on what is remembered of them. Knows no connector.
internal import ComponentKit
internal import SystemFiles

/// Tells what files hold, in the order in which they are asked for, without reading those again that have not changed.
///
/// A file whose device, inode, size and times are as they were when it was last read is not read again. Others are
/// read by as many threads as there are; the parts are told on the thread that asks.
final class FileDigests {
  private let parts: any SourcePartSink
  private let pipeline: OrderedPipeline<AskedFile, ToldFile>

  init(parts: any SourcePartSink, context: any ComponentContext) {
    self.parts = parts
    pipeline = OrderedPipeline(context.resources, isCancelled: { context.isCancelled }) {
      { try $0.told(context) }
    }
  }

  /// Tells a file; one that can't be read is told with the reason.
  func tell(_ path: BytePath, as name: String) throws {
    do {
      let status = try path.status()
      guard status.kind == .file else {
        return try tell(SourcePart(name, note: "it is a \(status.kind.rawValue), not a file"))
      }
      if let known = parts.digest(of: FileIdentity(status)) {
        return try tell(SourcePart(name, size: status.size, digest: known))
      }
      let weight = min(max(status.size, 1), AskedFile.chunkSize)
      try pipeline.feed(weight: weight, .unread(path, status, name: name), take)
    } catch let error as SystemError {
      try tell(SourcePart(name, note: error.reason))
    }
  }

  /// Tells something that is known already.
  func tell(_ part: SourcePart) throws { try pipeline.feed(weight: 1, .told(part), take) }

  /// Tells everything that is still being read.
  func finish() throws { try pipeline.finish(take) }

  private func take(_ file: ToldFile) throws {
    if let digest = file.part.digest, let identity = file.identity { parts.remember(digest, of: identity) }
    try parts.append(file.part)
  }
}

/// A file on its way to a digest.
private enum AskedFile: Sendable {
  static let chunkSize = 1 << 20

  case told(SourcePart)
  case unread(BytePath, FileStatus, name: String)

  func told(_ context: any ComponentContext) throws -> ToldFile {
    switch self {
    case .told(let part): return ToldFile(part: part, identity: nil)
    case .unread(let path, let status, let name):
      do {
        return try Self.read(path, status, name, context)
      } catch let error as SystemError {
        return ToldFile(part: SourcePart(name, note: error.reason), identity: nil)
      }
    }
  }

  private static func read(
    _ path: BytePath, _ status: FileStatus, _ name: String, _ context: any ComponentContext
  ) throws -> ToldFile {
    let file = try FileDescriptor(reading: path)
    let before = try file.status()
    var hasher = ContentHasher()
    while true {
      try context.checkCancellation()
      let chunk = try file.read(upTo: chunkSize)
      if chunk.isEmpty { break }
      hasher.update(chunk)
    }
    let isUnchanged = try before == status && file.status() == status
    return ToldFile(
      part: SourcePart(name, size: status.size, digest: hasher.finalised()),
      identity: isUnchanged ? FileIdentity(status) : nil)
  }
}

/// What is told of a file, and the state that its digest may be remembered for.
private struct ToldFile: Sendable {
  let part: SourcePart
  let identity: FileIdentity?
}

extension FileIdentity {
  fileprivate init(_ status: FileStatus) {
    self.init(
      device: status.identity.device, inode: status.identity.inode, size: status.size,
      modified: status.modified, changed: status.changed)
  }
}
