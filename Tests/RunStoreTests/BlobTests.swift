import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanMachine
import RunHistory
import RunStore
import SystemFiles
import Testing

/// Artifacts in and out of the store.
@Suite struct BlobTests {
  private let directory: TemporaryDirectory
  private let store: RunStore

  init() throws {
    directory = try TemporaryDirectory()
    store = try RunStore(creating: directory.path)
  }

  private func write(_ items: [JSONValue], _ head: JSONObject) throws -> ArtifactRecord {
    let writer = try store.makeWriter(schema: itemsSchema)
    for item in items { try writer.append(item) }
    return try writer.finish(head: head)
  }

  private func path(_ record: ArtifactRecord) -> String {
    let name = record.digest.hexadecimal
    return "\(directory.path)/blobs/\(name.prefix(2))/\(name.dropFirst(2))"
  }

  private func reader(_ record: ArtifactRecord) throws -> any ArtifactReader {
    try store.reader(of: record, artifact: #require(ArtifactID("a")))
  }

  private func temporaryFiles() throws -> Int { try listDirectory("\(directory.path)/tmp").count }

  private static let contents: [[JSONValue]] = [
    [],
    [["a": 1]],
    [["text": "line\nbreak \u{2028} \"quoted\" é"], .null, "plain", .array([])],
    // Lines and chunks of every relation: far below, around and far above 256 KiB.
    (0..<3).map { .string(String(repeating: "x", count: 262_142 + $0)) },
    [.string(String(repeating: "long ", count: 400_000))],
    (0..<40_000).map { ["number": .integer($0)] },
  ]

  @Test(arguments: 0..<contents.count)
  func whatIsWrittenIsRead(number: Int) throws {
    let items = Self.contents[number]
    let head = JSONObject([("title", "t"), ("n", .integer(number))])
    let record = try write(items, head)
    #expect(record.itemCount == items.count)
    let reader = try reader(record)
    #expect(reader.head == head)
    #expect(reader.itemCount == items.count)
    #expect(reader.schema == itemsSchema)
    #expect(try store.items(record) == items)
    let bytes = try readFile(path(record))
    #expect(bytes.count == record.size)
    #expect(ContentDigest(of: bytes) == record.digest)
    #expect(bytes[record.headOffset...].starts(with: "{".utf8))
  }

  @Test func sameContentIsOneBlob() throws {
    let first = try write([["a": 1, "b": 2]], JSONObject())
    let second = try write([["b": 2, "a": 1]], JSONObject())
    #expect(first == second)
    #expect(try listDirectory(PathText.parent(of: path(first))).count == 1)
    #expect(try temporaryFiles() == 0)
  }

  @Test func nothingOfAnUnfinishedArtifactStays() throws {
    do {
      let writer = try store.makeWriter(schema: itemsSchema)
      try writer.append(["a": 1])
      #expect(try temporaryFiles() == 1)
    }
    #expect(try temporaryFiles() == 0)
    #expect(try listDirectory("\(directory.path)/blobs").isEmpty)
  }

  @Test func flippedBitIsNoticed() throws {
    let record = try write([["a": 1], ["a": 2]], JSONObject())
    var bytes = try readFile(path(record))
    bytes[5] = UInt8(ascii: "7")
    try writeFile(path(record), bytes)
    let error = try #require(throws: StoreError.self) { try store.items(record) }
    #expect(error.code == .damaged)
    // Making it again heals it.
    _ = try write([["a": 1], ["a": 2]], JSONObject())
    #expect(try store.items(record).count == 2)
  }

  @Test(arguments: [0, 1, 8, 10])
  func cutOffBlobIsDamaged(length: Int) throws {
    let record = try write([["a": 1]], JSONObject())
    try writeFile(path(record), Array(readFile(path(record)).prefix(length)))
    #expect(try #require(throws: StoreError.self) { try reader(record) }.code == .damaged)
  }

  @Test func missingBlobIsDamage() throws {
    let record = try write([["a": 1]], JSONObject())
    try removeFile(path(record))
    #expect(try #require(throws: StoreError.self) { try reader(record) }.code == .damaged)
  }

  /// Records come from a database that may be damaged, too.
  @Test(arguments: [(-1, 4), (4, -1), (4, 400), (1 << 62, 4), (0, 0)])
  func recordThatDoesNotFitIsDamage(size: Int, offset: Int) throws {
    let good = try write([["a": 1]], JSONObject())
    let bad = ArtifactRecord(
      digest: good.digest, size: size, headOffset: offset, itemCount: 1, schema: itemsSchema)
    #expect(try #require(throws: StoreError.self) { try reader(bad) }.code == .damaged)
  }

  @Test(arguments: [0, 2, 1 << 40])
  func wrongNumberOfItemsIsDamage(count: Int) throws {
    let good = try write([["a": 1]], JSONObject())
    let bad = ArtifactRecord(
      digest: good.digest, size: good.size, headOffset: good.headOffset, itemCount: count,
      schema: itemsSchema)
    #expect(try #require(throws: StoreError.self) { try store.items(bad) }.code == .damaged)
  }

  @Test func readingCanStopHalfWay() throws {
    struct Enough: Error {}
    let record = try write((0..<10).map { .integer($0) }, JSONObject())
    var seen = 0
    #expect(throws: Enough.self) {
      try reader(record).forEachItem { _ in
        seen += 1
        if seen == 3 { throw Enough() }
      }
    }
    #expect(seen == 3)
  }
}
