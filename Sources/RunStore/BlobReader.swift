// Reads one artifact from its blob: the head at once, items as a stream that is checked against the digest.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import Glibc
internal import PlanMachine
internal import RunHistory
internal import SystemFiles

/// A stored artifact. Never holds more than a chunk and one line in memory.
struct BlobReader: ArtifactReader {
  private static let chunkSize = 1 << 18

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
    let file: FileDescriptor
    do {
      file = try FileDescriptor(opening: path, .read)
    } catch {
      throw StoreError(error)
    }
    var lines = LineStream()
    var hasher = ContentHasher()
    var lineStart = 0
    var found = 0
    while true {
      let chunk = try read(file)
      if chunk.isEmpty { break }
      hasher.update(chunk)
      try lines.append(chunk) { line in
        let isItem = lineStart < record.headOffset
        lineStart += line.count + 1
        guard isItem else { return }
        found += 1
        try body(try parse(line))
      }
    }
    guard found == record.itemCount, hasher.finalised() == record.digest else {
      throw StoreError.damaged("\(path) does not match its digest")
    }
  }

  private func read(_ file: borrowing FileDescriptor) throws(StoreError) -> [UInt8] {
    do {
      return try file.read(upTo: Self.chunkSize)
    } catch {
      throw StoreError(error)
    }
  }

  private func parse(_ line: [UInt8]) throws(StoreError) -> JSONValue {
    do {
      return try JSONReader.read(line)
    } catch {
      throw .damaged("\(path) holds a line that is not JSON: \(error)")
    }
  }
}

/// Cuts chunks of bytes into lines.
struct LineStream {
  /// The beginning of a line whose end has not come yet.
  private var partial: [UInt8] = []

  /// Takes a chunk and hands over every line that it ends.
  mutating func append(_ chunk: [UInt8], _ body: ([UInt8]) throws -> Void) throws {
    var start = 0
    while let end = Self.lineEnd(in: chunk, from: start) {
      if partial.isEmpty {
        try body(Array(chunk[start..<end]))
      } else {
        partial += chunk[start..<end]
        try body(partial)
        partial = []
      }
      start = end + 1
    }
    partial += chunk[start...]
  }

  /// Items may be large texts, so their ends are looked for with the fastest search there is.
  private static func lineEnd(in chunk: [UInt8], from start: Int) -> Int? {
    // Safe: the search is limited to the bytes of the chunk from `start` on, which is at most its count.
    unsafe chunk.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, let found = unsafe memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
