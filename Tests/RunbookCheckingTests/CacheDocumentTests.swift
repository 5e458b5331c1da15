// The cache file: it gives back what was put in, and refuses everything else.
import SystemFiles
import TestSupport
import Testing

@testable import RunbookChecking

@Suite struct CacheDocumentTests {
  private let program = Digest(ofTexts: ["program"])

  private func file(_ name: String) -> CachedFile {
    CachedFile(
      path: name, resolved: "/srv/\(name)", stamp: Self.stamp, time: 5, digest: Digest(ofTexts: [name]))
  }

  private static let stamp: FileStamp = {
    guard let status = try? FileStatus.of("/") else { preconditionFailure("there is a root directory") }
    return FileStamp(status)
  }()

  private func result(_ files: [Int], lastUsed: Int = 9) -> CachedResult {
    CachedResult(
      settings: Digest(ofTexts: ["settings"]), isRunbook: true, report: [1, 2],
      files: files.map { .init(value: $0) },
      absentPaths: ["gone"], directories: [.init(name: "d", digest: program)],
      variables: [.init(name: "V", digest: program)], variableNames: program, day: "2027-01-31",
      lastUsed: lastUsed)
  }

  private func document() -> CacheDocument {
    var document = CacheDocument(program: program, directory: "/srv", salt: Digest(ofTexts: ["salt"]))
    document.files = [file("a"), file("shared"), file("b")]
    document.results = ["a": result([0, 1]), "b": result([2, 1], lastUsed: 1)]
    return document
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let again = try CacheDocument(document().encoded, program: program, directory: "/srv")
    #expect(again.files == document().files)
    #expect(again.results.keys.sorted() == ["a", "b"])
    let result = try #require(again.results["b"])
    #expect(result.files.map(\.value) == [2, 1])
    #expect(result.report == [1, 2])
    #expect(result.absentPaths == ["gone"])
    #expect(result.directories == [.init(name: "d", digest: program)])
    #expect(result.variables == [.init(name: "V", digest: program)])
    #expect(result.variableNames == program)
    #expect(result.day == "2027-01-31")
    #expect(result.lastUsed == 1)
  }

  @Test func anotherProgramOrDirectoryHasNoUseForIt() {
    let bytes = document().encoded
    #expect(throws: CorruptCache.self) {
      try CacheDocument(bytes, program: Digest(ofTexts: ["other"]), directory: "/srv")
    }
    #expect(throws: CorruptCache.self) { try CacheDocument(bytes, program: program, directory: "/") }
  }

  @Test func everyCutAndEveryFlippedByteIsSeen() {
    let bytes = document().encoded
    for count in 0..<bytes.count {
      #expect(throws: CorruptCache.self) {
        try CacheDocument(Array(bytes.prefix(count)), program: program, directory: "/srv")
      }
      var flipped = bytes
      flipped[count] ^= 1
      #expect(throws: CorruptCache.self) { try CacheDocument(flipped, program: program, directory: "/srv") }
    }
  }

  /// The digest at the end is no defence against somebody who writes it: nothing may trap behind it either.
  @Test func sealedNoiseEndsInAnError() {
    var random = SeededGenerator(seed: 7)
    let content = Array(document().encoded.dropLast(32))
    for _ in 0..<2_000 {
      var changed = content
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        changed[Int.random(in: 18..<changed.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      var end = CacheEncoder()
      end.add(Digest(of: changed))
      guard let read = try? CacheDocument(changed + end.bytes, program: program, directory: "/srv") else {
        continue
      }
      #expect(
        read.results.values.allSatisfy { $0.files.allSatisfy { read.files.indices.contains($0.value) } })
    }
  }

  @Test func resultsThatAreDroppedTakeTheirFilesAlong() {
    var kept = document()
    kept.keepResults { $0.lastUsed > 5 }
    #expect(kept.results.keys.sorted() == ["a"])
    #expect(kept.results["a"]?.files.map { kept.files[$0.value].path } == ["a", "shared"])
    #expect(kept.files.count == 2)
  }

  @Test func documentsAreMerged() {
    var one = document()
    var other = document()
    other.files.append(file("c"))
    other.results["c"] = result([3, 1])
    other.results["a"] = result([2], lastUsed: 2)
    one.merge(other)
    #expect(one.results["c"]?.files.map { one.files[$0.value].path } == ["c", "shared"])
    #expect(one.results["a"]?.lastUsed == 9)
    var salted = CacheDocument(program: program, directory: "/srv", salt: program)
    salted.merge(other)
    #expect(salted.results.isEmpty)
  }

  @Test func aStampIsRacyUntilTwoSecondsHavePassed() {
    let stamp = Self.stamp
    #expect(stamp.isRacy(readAfter: stamp.changed))
    #expect(stamp.isRacy(readAfter: stamp.changed + 2_000_000_000))
    #expect(!stamp.isRacy(readAfter: stamp.changed + 2_000_000_001))
  }
}
