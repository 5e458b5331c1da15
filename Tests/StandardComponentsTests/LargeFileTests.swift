import CanonicalJSON
import ComponentKit
import StandardComponents
import SystemFiles
import TestSupport
import Testing

/// Files that are larger than an item may be: read in parts, nothing lost, and that is said.
@Suite struct LargeFileTests {
  /// An item of 2 MiB at most.
  private static let memory = 64 << 20
  private static let limit = memory / 32

  private func read(
    _ bytes: [UInt8], encoding: String = "utf-8", processors: Int = 2
  ) throws -> (texts: [String], items: [JSONValue], head: JSONObject, warnings: [String]) {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/large.txt"
    try writeFile(path, bytes)
    let context = TrialContext(resources: WorkResources(memory: Self.memory, processors: processors))
    let properties: JSONValue = ["path": .string(path), "encoding": .string(encoding)]
    let result = try extract("filesystem", properties, context: context)
    let texts = result.items.compactMap { $0.objectValue?["content"]?.stringValue }
    return (texts, result.items, result.head, context.warnings)
  }

  @Test func partsEndAtLineEndsAndTogetherAreTheFile() throws {
    let line = String(repeating: "a line of text, é, ", count: 9) + "\r\n"
    let text = String(repeating: line, count: 40_000)
    let found = try read(Array(text.utf8))
    #expect(found.texts.count == (text.utf8.count + Self.limit - 1) / Self.limit)
    #expect(found.texts.allSatisfy { $0.hasSuffix("\n") && $0.utf8.count <= Self.limit })
    #expect(Array(found.texts.joined().utf8) == Array(text.replacing("\r\n", with: "\n").utf8))
    #expect(found.head["metadata"]?.objectValue?["split_file_count"] == 1)
    #expect(found.head["metadata"]?.objectValue?["total_size_bytes"] == .integer(text.utf8.count))
    #expect(found.warnings.count == 1 && found.warnings[0].contains("was read in 4 parts"))
    let second = found.items[1].objectValue?["metadata"]?.objectValue?["context"]?.objectValue
    #expect(second?["part"] == 2)
    let ending = try #require(second?["offset"]?.integerValue)
    #expect(Array(text.utf8)[ending - 1] == 0x0A)
  }

  @Test(arguments: ["é", "€", "😀", "x"]) func aLineWithoutEndIsCutBetweenCharacters(character: String) throws
  {
    let text = "." + String(repeating: character, count: 3 * Self.limit / character.utf8.count)
    let found = try read(Array(text.utf8))
    #expect(found.texts.count >= 3)
    #expect(Array(found.texts.joined().utf8) == Array(text.utf8))
  }

  @Test(arguments: ["utf-16", "utf-16-le", "utf-16-be"]) func otherEncodingsAreCutToo(encoding: String) throws
  {
    let text = "y" + String(repeating: "😀 line\n", count: 300_000)
    let isBig = encoding == "utf-16-be"
    var bytes: [UInt8] = encoding == "utf-16" ? [0xFF, 0xFE] : []
    for unit in text.utf16 {
      bytes += isBig ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
    let found = try read(bytes, encoding: encoding)
    #expect(found.texts.count > 1)
    #expect(Array(found.texts.joined().utf8) == Array(text.utf8))
  }

  /// What lies in an archive, and the text of a document, is bounded as files are.
  @Test func aTextFromAnArchiveIsCutToo() throws {
    let line = String(repeating: "words and é ", count: 20) + "\n"
    let text = String(repeating: line, count: 3 * Self.limit / line.utf8.count)
    let directory = try TemporaryDirectory()
    let name = "\(directory.path)/large.tar"
    try writeFile(
      name, tarHeader("in.txt", text.utf8.count) + Array(text.utf8) + [UInt8](repeating: 0, count: 2048))
    let context = TrialContext(resources: WorkResources(memory: Self.memory, processors: 2))
    let result = try extract("filesystem", ["path": .string(name), "archives": true], context: context)
    let texts = result.items.compactMap { $0["content"].stringValue }
    #expect(texts.count == 3 && texts.allSatisfy { $0.utf8.count <= Self.limit && $0.hasSuffix("\n") })
    #expect(texts.joined() == text)
    let offset = try #require(result.items[1]["metadata"]["context"]["offset"].integerValue)
    #expect(result.items[1]["metadata"]["context"]["part"] == 2 && offset == texts[0].utf8.count)
    #expect(result.head["metadata"]?["split_file_count"] == 1)
    #expect(result.context.warnings.contains { $0.contains("in.txt' has") && $0.contains("in 3 parts") })
  }

  private func tarHeader(_ name: String, _ size: Int) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at place: Int) {
      block.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
    }
    put(name, at: 0)
    put(String(size, radix: 8), at: 124)
    put("0", at: 156)
    put("ustar", at: 257)
    put("        ", at: 148)
    put(String(block.reduce(0) { $0 + Int($1) }, radix: 8) + "\0", at: 148)
    return block
  }

  @Test func aPartThatIsNotTextIsLeftOutAndCounted() throws {
    var bytes = Array(String(repeating: "0123456789 abcde\n", count: 400_000).utf8)
    bytes[3_000_000] = 0xFF
    let found = try read(bytes)
    #expect(found.texts.count == 3)
    let unseen = found.head["metadata"]?.objectValue?["unseen_bytes"]?.integerValue
    #expect(unseen == bytes.count - found.texts.joined().utf8.count)
    #expect(found.warnings.contains { $0.contains("byte 3000000 does not fit the encoding") })
  }

  @Test func aFileOfTheLargestSizeIsOneItem() throws {
    let found = try read([UInt8](repeating: 0x61, count: Self.limit))
    #expect(found.texts.map(\.utf8.count) == [Self.limit])
    #expect(found.warnings.isEmpty)
    #expect(found.items[0].objectValue?["metadata"]?.objectValue?["context"] == [:])
  }

  /// A hole in a sparse file, or what was preallocated: no text, and six times its size as JSON.
  @Test(arguments: ["utf-8", "utf-16-le"]) func longStretchesOfNULsAreLeftOutAndCounted(encoding: String)
    throws
  {
    let isWide = encoding == "utf-16-le"
    var line: [UInt8] = []
    for byte in "anna@example.org\n".utf8 { line += isWide ? [byte, 0] : [byte] }
    let hole = [UInt8](repeating: 0, count: 3 * Self.limit)
    var bytes = line
    for _ in 0..<2 { bytes += hole + line }
    let found = try read(bytes + [0, 0, 0, 0], encoding: encoding)
    #expect(found.texts.map { $0.filter { $0 != "\0" } } == Array(repeating: "anna@example.org\n", count: 3))
    #expect(found.texts.allSatisfy { $0.utf8.count < 32 })
    let unseen = try #require(found.head["metadata"]?.objectValue?["unseen_bytes"]?.integerValue)
    #expect((2 * hole.count - 8...2 * hole.count).contains(unseen))
    #expect(found.warnings.contains { $0.contains("left out \(unseen) bytes") && $0.contains("NULs") })
    let offsets = found.items.compactMap {
      $0.objectValue?["metadata"]?.objectValue?["context"]?.objectValue?["offset"]?.integerValue
    }
    let places = [0, line.count + hole.count, 2 * (line.count + hole.count)]
    #expect(zip(offsets, places).allSatisfy { abs($0 - $1) < 4 } && offsets.count == 3)
  }

  @Test func aFileOfNULsAloneHasNoItemsAndSaysSo() throws {
    let found = try read([UInt8](repeating: 0, count: 2 * Self.limit))
    #expect(found.texts.isEmpty)
    #expect(found.head["metadata"]?.objectValue?["unseen_bytes"] == .integer(2 * Self.limit))
    #expect(found.warnings.count == 1)
  }
}
