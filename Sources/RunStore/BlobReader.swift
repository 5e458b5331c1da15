// Reads one artifact from its blob: the head at once, items as a stream that is checked against the digest.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory
internal import SystemFiles

/// A stored artifact. Holds a chunk, or one line that is larger, and what is under way of them.
struct BlobReader: ArtifactReader {
  private let path: String
  private let record: ArtifactRecord
  let artifact: String
  let head: JSONObject

  var schema: SchemaReference { record.schema }
  var itemCount: Int { record.itemCount }

  init(_ record: ArtifactRecord, artifact: ArtifactID, layout: StoreLayout) throws(StoreError) {
    self.record = record
    self.artifact = artifact.text
    path = layout.blob(record.digest)
    do {
      head = try Self.readHead(record, path)
    } catch let error as StoreError {
      throw error
    } catch let error as SystemError {
      throw error.isMissing
        ? StoreError.damaged("the content of '\(artifact)' is missing: \(path)") : StoreError(error)
    } catch {
      throw .damaged("the content of '\(artifact)' is damaged: \(path)")
    }
  }

  private static func readHead(_ record: ArtifactRecord, _ path: String) throws -> JSONObject {
    let file = try FileDescriptor(opening: path, .read)
    let status = try file.status()
    guard status.kind == .file, status.size == record.size, (0..<record.size).contains(record.headOffset)
    else { throw StoreError.damaged("\(path) has not the size that it was written with") }
    try file.seek(to: record.headOffset)
    var bytes: [UInt8] = []
    while bytes.count < record.size - record.headOffset {
      let more = try file.read(upTo: record.size - record.headOffset - bytes.count)
      if more.isEmpty { break }
      bytes += more
    }
    guard let head = try JSONReader.read(bytes).objectValue else {
      throw StoreError.damaged("\(path) does not end with the head of an artifact")
    }
    return head
  }

  func forEachItem(_ body: (JSONValue) throws -> Void) throws {
    let lines = try open()
    var found = 0
    while let group = try next(of: lines) {
      try ItemLines(bytes: try load(group, of: lines), path: path).forEach { item in
        found += 1
        try body(item)
      }
    }
    try check(lines, found: found)
  }

  func forEachResult<Output: Sendable>(
    _ context: any ComponentContext, makeStage: @escaping @Sendable () -> (JSONValue) throws -> Output,
    _ body: (Output) throws -> Void
  ) throws {
    let path = path
    let pipeline = OrderedPipeline<[UInt8], [Output]>(
      context.resources, isCancelled: { context.isCancelled }
    ) {
      let stage = makeStage()
      return { bytes in
        var outputs: [Output] = []
        try ItemLines(bytes: bytes, path: path).forEach { outputs.append(try stage($0)) }
        return outputs
      }
    }
    let lines = try open()
    var found = 0
    func handOver(_ outputs: [Output]) throws {
      found += outputs.count
      for output in outputs { try body(output) }
    }
    while let group = try next(of: lines) {
      try pipeline.feed(weight: Self.weight(of: group.size), try load(group, of: lines), handOver)
    }
    try pipeline.finish(handOver)
    try check(lines, found: found)
  }

  /// Bytes that an item takes while it is worked on: its JSON, its values, what is made of it.
  private static func weight(of size: Int) -> Int { 5 * size + (64 << 10) }

  // MARK: - Lines

  private func open() throws(StoreError) -> BlobLines {
    do {
      return try BlobLines(path, end: record.headOffset)
    } catch {
      throw StoreError(error)
    }
  }

  private func next(of lines: BlobLines) throws(StoreError) -> BlobLines.Group? {
    do {
      return try lines.next()
    } catch {
      throw StoreError(error)
    }
  }

  private func load(_ group: BlobLines.Group, of lines: BlobLines) throws(StoreError) -> [UInt8] {
    do {
      return try lines.load(group)
    } catch {
      throw StoreError(error)
    }
  }

  private func check(_ lines: BlobLines, found: Int) throws(StoreError) {
    let digest: ContentDigest
    do {
      digest = try lines.digest()
    } catch {
      throw StoreError(error)
    }
    guard found == record.itemCount, digest == record.digest else {
      throw StoreError.damaged("\(path) does not match its digest")
    }
  }
}

/// Items as a blob holds them: one JSON text a line.
private struct ItemLines {
  let bytes: [UInt8]
  let path: String

  func forEach(_ body: (JSONValue) throws -> Void) throws {
    if bytes.isEmpty { return }
    var reader: JSONReader
    do {
      reader = try JSONReader(bytes, checksForm: false)
    } catch {
      throw damage("\(error)")
    }
    while reader.position < bytes.count {
      let value: JSONValue
      do {
        value = try reader.readValue()
      } catch {
        throw damage("\(error)")
      }
      guard reader.peek() == 0x0A else { throw damage("more text after a value") }
      reader.skipWhitespace()
      try body(value)
    }
  }

  private func damage(_ reason: String) -> StoreError {
    .damaged("\(path) holds a line that is not JSON: \(reason)")
  }
}
