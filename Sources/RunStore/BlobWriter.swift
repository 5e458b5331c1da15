// Writes one artifact as a blob: items line by line, then the head. Visible only when it is whole.
internal import CanonicalJSON
internal import ComponentKit
internal import Glibc
internal import PlanMachine
internal import RunHistory
internal import SystemFiles

/// A blob that is being written; it takes the name of its digest when it is finished.
final class BlobWriter: ArtifactWriter {
  private static let bufferSize = 1 << 18

  private let layout: StoreLayout
  private let schema: SchemaReference
  private let file: FileDescriptor
  private var writer = JSONWriter()
  private var hasher = ContentHasher()
  private var flushedSize = 0
  private var itemCount = 0
  private var isPublished = false

  init(_ layout: StoreLayout, schema: SchemaReference) throws(StoreError) {
    self.layout = layout
    self.schema = schema
    file = try Self.openTemporary(layout)
  }

  deinit { if !isPublished { try? removeFile(file.path) } }

  private static func openTemporary(_ layout: StoreLayout) throws(StoreError) -> FileDescriptor {
    let name = "\(getpid()).\(UInt64.random(in: 0...UInt64.max)).partial"
    do {
      return try FileDescriptor(opening: PathText.join(layout.temporary, name), .create)
    } catch {
      throw StoreError(error)
    }
  }

  func append(_ item: JSONValue) throws(StoreError) {
    writer.write(item)
    writer.writeRaw([0x0A])
    itemCount += 1
    if writer.count >= Self.bufferSize { try flush() }
  }

  /// What is large is not copied once more.
  func append(encoded lines: [UInt8], count: Int) throws(StoreError) {
    itemCount += count
    if lines.count >= Self.bufferSize / 4 {
      try flush()
      return try put(lines)
    }
    writer.writeRaw(lines)
    if writer.count >= Self.bufferSize { try flush() }
  }

  func finish(head: JSONObject) throws(StoreError) -> ArtifactRecord {
    let headOffset = flushedSize + writer.count
    writer.write(.object(head))
    writer.writeRaw([0x0A])
    try flush()
    let digest = try publish()
    return ArtifactRecord(
      digest: digest, size: flushedSize, headOffset: headOffset, itemCount: itemCount, schema: schema)
  }

  /// Adds bytes as they are.
  func append(raw bytes: [UInt8]) throws(StoreError) {
    writer.writeRaw(bytes)
    if writer.count >= Self.bufferSize { try flush() }
  }

  /// Writes bytes that are no artifact, such as a plan.
  func finish(raw bytes: [UInt8]) throws(StoreError) -> ContentDigest {
    writer.writeRaw(bytes)
    try flush()
    return try publish()
  }

  private func flush() throws(StoreError) {
    try put(writer.take())
  }

  private func put(_ bytes: [UInt8]) throws(StoreError) {
    hasher.update(bytes)
    flushedSize += bytes.count
    do {
      try file.write(bytes)
    } catch {
      throw StoreError(error)
    }
  }

  /// Syncs the bytes, then their name. A blob of the same content is replaced by its equal, which heals it.
  private func publish() throws(StoreError) -> ContentDigest {
    let digest = hasher.finalised()
    let path = layout.blob(digest)
    do {
      try place(path)
    } catch {
      throw StoreError(error)
    }
    isPublished = true
    synchroniseDirectory(of: path)
    return digest
  }

  private func place(_ path: String) throws(SystemError) {
    try file.synchronise()
    let directory = PathText.parent(of: path)
    if (try? FileStatus.of(directory)) == nil {
      try makeDirectory(directory, permissions: 0o700)
      synchroniseDirectory(of: directory)
    }
    guard unsafe rename(file.path, path) == 0 else { throw SystemError("cannot create", path) }
  }
}
