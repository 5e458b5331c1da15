import CanonicalJSON
import ComponentKit
import SystemFiles
import TestSupport
import Testing

@testable import StandardComponents

/// What the filesystem connector says that it would read.
@Suite struct FilesystemFingerprintTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write("data/a.txt", "one")
    try directory.write("data/sub/b.txt", "two")
    try directory.write("data/c.bin", "three")
  }

  private func parts(
    _ properties: JSONObject = ["path": "data"], _ sink: PartList = PartList()
  ) throws -> [SourcePart] {
    let connector = FilesystemConnector(properties: try FilesystemProperties(properties))
    let answer = try connector.fingerprint(
      into: sink, context: FingerprintTestContext(baseDirectory: directory.path))
    #expect(answer == .complete)
    return sink.parts
  }

  private func part(_ name: String, _ text: String) -> SourcePart {
    SourcePart(name, size: text.utf8.count, digest: ContentDigest(of: Array(text.utf8)))
  }

  @Test func filesAreToldInTheOrderOfReading() throws {
    #expect(
      try parts() == [
        SourcePart("data", note: "directory"), part("a.txt", "one"), part("c.bin", "three"),
        part("sub/b.txt", "two"),
      ])
    #expect(try parts(["path": "data/a.txt"]) == [part("data/a.txt", "one")])
  }

  @Test func patternsAndLimitsCount() throws {
    let texts = try parts(["path": "data", "include_patterns": ["*.txt"]])
    #expect(texts.map(\.name) == ["data", "a.txt", "sub/b.txt"])
    let first = try parts(["path": "data", "max_files": 1])
    #expect(first.last == SourcePart("c.bin", note: "max_files is reached before it"))
    #expect(first.count == 3)
  }

  @Test func whatCanNotBeReadIsTold() throws {
    let link = try ChildProcess(
      "/bin/ln", ["-s", "nowhere", "data/gone"], directory: directory.path, environment: [:])
    #expect(link.result().code == 0)
    let note = try parts().last
    #expect(note?.name == "gone" && note?.digest == nil && note?.note?.contains("leads nowhere") == true)
  }

  @Test func aKnownFileIsNotReadAgain() throws {
    let sink = PartList()
    _ = try parts(["path": "data"], sink)
    #expect(sink.remembered.count == 3)
    let again = PartList()
    for file in sink.remembered.keys { again.remembered[file] = ContentDigest(of: [9]) }
    #expect(
      try parts(["path": "data"], again).compactMap(\.digest).allSatisfy { $0 == ContentDigest(of: [9]) })
    try directory.write("data/a.txt", "one more")
    let changed = try parts(["path": "data"], again)
    #expect(changed.contains(part("a.txt", "one more")))
  }

  @Test func aMissingSourceCanNotTell() {
    #expect(throws: (any Error).self) { try parts(["path": "nothing"]) }
  }

  @Test func itStopsWhenItIsAskedTo() throws {
    let connector = FilesystemConnector(properties: try FilesystemProperties(["path": "data"]))
    #expect(throws: CancellationError.self) {
      try connector.fingerprint(
        into: PartList(), context: FingerprintTestContext(baseDirectory: directory.path, isCancelled: true))
    }
  }
}

/// Keeps everything that it is told.
private final class PartList: SourcePartSink {
  var parts: [SourcePart] = []
  var remembered: [FileIdentity: ContentDigest] = [:]

  func append(_ part: SourcePart) { parts.append(part) }
  func digests(of files: [FileIdentity]) -> [ContentDigest?] { files.map { remembered[$0] } }
  func remember(_ digest: ContentDigest, of file: FileIdentity) { remembered[file] = digest }
}

private struct FingerprintTestContext: ComponentContext {
  var artifact: String { "files" }
  var runID: String { "run" }
  let baseDirectory: String
  var isCancelled = false

  func timestamp() -> String { "" }
  func report(_ progress: ComponentProgress) {}
  func warn(_ message: String) {}
}
