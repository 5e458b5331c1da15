// Digests files for fingerprints, and leans on what is remembered of them. Knows no connector.
internal import ComponentKit
internal import SystemFiles

/// Tells what files hold, in the order in which they are asked for, without reading those again that have not changed.
///
/// A file whose device, inode, size and times are as they were when it was last read is not read again. Others are
/// read by as many threads as there are; the parts are told on the thread that asks.
final class FileDigests {
  /// Files whose digests are asked for at once: each question takes a transaction.
  private static let groupSize = 256

  private let parts: any SourcePartSink
  private let pipeline: OrderedPipeline<AskedFile, ToldFile>
  /// What was asked for, in order, before it is known what is remembered.
  private var waiting: [AskedFile] = []

  init(parts: any SourcePartSink, context: any ComponentContext) {
    self.parts = parts
    pipeline = OrderedPipeline(context.resources, isCancelled: { context.isCancelled }) {
      let reader = DigestingReader(context)
      return { try reader.told($0) }
    }
  }

  /// Tells a file; one that can't be read is told with the reason.
  func tell(_ path: BytePath, as name: String) throws {
    do {
      try tell(path, try path.status(), as: name)
    } catch let error as SystemError {
      try tell(SourcePart(name, note: error.reason))
    }
  }

  /// Tells a file, of which `stat` says this; one that can't be read is told with the reason.
  func tell(_ path: BytePath, _ status: FileStatus, as name: String) throws {
    guard status.kind == .file else {
      return try tell(SourcePart(name, note: "it is a \(status.kind.rawValue), not a file"))
    }
    try wait(.unread(path, status, name: name))
  }

  /// Tells something that is known already.
  func tell(_ part: SourcePart) throws { try wait(.told(part)) }

  /// Tells everything that is still being read.
  func finish() throws {
    try feedWaiting()
    try pipeline.finish(take)
  }

  private func wait(_ file: AskedFile) throws {
    waiting.append(file)
    if waiting.count == Self.groupSize { try feedWaiting() }
  }

  private func feedWaiting() throws {
    let known = parts.digests(of: waiting.compactMap(\.identity))
    var next = 0
    for file in waiting {
      var file = file
      if case .unread(_, let status, let name) = file {
        if let digest = known[next] { file = .told(SourcePart(name, size: status.size, digest: digest)) }
        next += 1
      }
      try pipeline.feed(weight: file.weight, file, take)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private func take(_ file: ToldFile) throws {
    if let digest = file.part.digest, let identity = file.identity { parts.remember(digest, of: identity) }
    try parts.append(file.part)
  }
}

/// A file on its way to a digest.
private enum AskedFile: Sendable {
  case told(SourcePart)
  case unread(BytePath, FileStatus, name: String)

  var identity: FileIdentity? {
    switch self {
    case .told: nil
    case .unread(_, let status, _): FileIdentity(status)
    }
  }

  /// Bytes of memory that reading it takes.
  var weight: Int {
    switch self {
    case .told: 1
    case .unread(_, let status, _): min(max(status.size, 1), DigestingReader.chunkSize)
    }
  }
}

/// Reads files for their digests, one after the other, into the same memory.
private final class DigestingReader {
  /// Fits the processor's second cache, so that the digest reads what was just written there.
  static let chunkSize = 1 << 18
  /// Bytes beyond the size that it had; some files of `/proc` have no end, and nothing reads further than this either.
  private static let growthLimit = 64 << 20

  private let context: any ComponentContext
  private var chunk: [UInt8] = []

  init(_ context: any ComponentContext) { self.context = context }

  func told(_ file: AskedFile) throws -> ToldFile {
    switch file {
    case .told(let part): return ToldFile(part: part, identity: nil)
    case .unread(let path, let status, let name):
      do {
        return try read(path, status, name)
      } catch let error as SystemError {
        return ToldFile(part: SourcePart(name, note: error.reason), identity: nil)
      }
    }
  }

  private func read(_ path: BytePath, _ status: FileStatus, _ name: String) throws -> ToldFile {
    let file = try FileDescriptor(reading: path)
    if chunk.isEmpty { chunk = [UInt8](repeating: 0, count: Self.chunkSize) }
    var hasher = ContentHasher()
    var (size, count) = (0, 0)
    var holes = Holes()
    repeat {
      try context.checkCancellation()
      count = try file.read(into: &chunk)
      hasher.update(chunk.span.extracting(first: count))
      size += count
      if count == chunk.count, chunk.allSatisfy({ $0 == 0 }) { size += try holes.pass(in: file, at: size) }
      // A chunk that is not filled, at the size that was promised, is the last.
    } while count > 0 && !(count < chunk.count && size == status.size)
      && size - status.size < Self.growthLimit
    // Its status has not changed since before it was opened: what was read is what it holds.
    let isUnchanged = try file.status() == status
    return ToldFile(
      part: SourcePart(name, size: status.size, digest: holes.digest(of: hasher.finalised())),
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

/// The holes of a sparse file that were not read: they are told by their places and lengths.
private struct Holes {
  private var text = ""

  /// Passes over what is left of a hole, of which nothing is on the disk.
  ///
  /// - Returns: How long it is.
  mutating func pass(in file: borrowing FileDescriptor, at offset: Int) throws -> Int {
    guard let data = try file.seek(toDataFrom: offset), data > offset else { return 0 }
    text += " \(offset)+\(data - offset)"
    return data - offset
  }

  func digest(of data: ContentDigest) -> ContentDigest {
    text.isEmpty ? data : ContentDigest(of: Array("\(data)\(text)".utf8))
  }
}
