// A file that appears whole or not at all.
import Glibc
import SystemFiles
import TestSupport
import Testing

struct AtomicFileTests {
  @Test func appearsOnlyWhenPublished() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/f"
    let file = try AtomicFile(replacing: path)
    try file.write(Array("new".utf8))
    #expect(throws: ReadFileError.self) { try readFile(path) }
    try file.publish()
    #expect(try readFile(path) == Array("new".utf8))
    #expect(try directory.names() == ["f"])
  }

  @Test func leavesNothingBehind() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("f", "old")
    do {
      let file = try AtomicFile(replacing: path)
      try file.write([1])
      #expect(try directory.names().count == 2)
    }
    #expect(try directory.names() == ["f"])
    #expect(try readFile(path) == Array("old".utf8))
  }

  @Test func failedPublishLeavesNothingBehind() throws {
    let directory = try TemporaryDirectory()
    try makeDirectory("\(directory.path)/d/inner")
    #expect(throws: SystemError.self) { try writeFile("\(directory.path)/d", [1]) }
    #expect(try directory.names() == ["d"])
  }

  @Test func replacesAndKeepsTheMode() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/f"
    try writeFile(path, [], permissions: 0o600)
    var record = stat()
    #expect(unsafe stat(path, &record) == 0 && record.st_mode & 0o777 == 0o600)
    try writeFile(path, Array(repeating: 7, count: 3_000_000))
    #expect(try readFile(path).count == 3_000_000)
    #expect(unsafe stat(path, &record) == 0 && record.st_mode & 0o777 == 0o644)
  }

  /// The file that the link leads to is replaced; the link stays.
  @Test func symbolicLink() throws {
    let directory = try TemporaryDirectory()
    let target = try directory.write("target", "old")
    #expect(unsafe symlink("target", "\(directory.path)/link") == 0)
    try writeFile("\(directory.path)/link", Array("new".utf8))
    #expect(try readFile(target) == Array("new".utf8))
    #expect(try FileStatus.of("\(directory.path)/link", followingLinks: false).kind == .symbolicLink)
  }

  @Test func missingDirectory() throws {
    let directory = try TemporaryDirectory()
    let error = #expect(throws: SystemError.self) { try writeFile("\(directory.path)/no/f", [1]) }
    #expect(error?.isMissing == true)
    #expect(try directory.names() == [])
  }
}
