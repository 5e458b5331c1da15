// What killed writers left behind goes away; what others wrote or still write stays.
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct LeftoversTests {
  @Test func onlyUnfinishedFilesWithoutAWriterAreRemoved() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/results.json"
    let others = [
      "results.json", "results.json.backup.partial", "results.json.12.partial", "results.json.1.2.3.partial",
      "results.json.1.x.partial", "other.json.1.2.partial",
    ]
    for name in others + ["results.json.1.2.partial", "results.json.40000.7.partial"] {
      try directory.write(name, "x")
    }
    let writing = try AtomicFile(replacing: path)
    removeLeftovers(of: path)
    let left = try directory.names()
    #expect(Set(others).isSubset(of: left))
    #expect(left.count == others.count + 1, "\(left)")
    try writing.write([0x79])
    try writing.publish()
    #expect(try readFile(path) == [0x79])
    #expect(try directory.names() == others.sorted())
  }
}
