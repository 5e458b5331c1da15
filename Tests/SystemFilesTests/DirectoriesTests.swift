// Making, listing and removing.
import Glibc
import SystemFiles
import TestSupport
import Testing

struct DirectoriesTests {
  @Test func makesThoseAbove() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/a/b/c"
    try makeDirectory(path)
    try makeDirectory(path)
    try makeDirectory(path + "/")
    #expect(try FileStatus.of(path).kind == .directory)
  }

  @Test func fileInTheWay() throws {
    let directory = try TemporaryDirectory()
    try directory.write("f", "")
    #expect(throws: SystemError.self) { try makeDirectory("\(directory.path)/f") }
    #expect(throws: SystemError.self) { try makeDirectory("\(directory.path)/f/g") }
    #expect(throws: SystemError.self) { try makeDirectory("") }
  }

  /// By the bytes of the names, also of those that are not UTF-8.
  @Test func sorted() throws {
    let directory = try TemporaryDirectory()
    for name in ["b", "a", "B", ".c", "é"] { try directory.write(name, "") }
    var odd: [CChar] = (Array("\(directory.path)/".utf8) + [0xFF, 0]).map { CChar(bitPattern: $0) }
    let descriptor = unsafe odd.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe creat($0, 0o600) } ?? -1
    }
    try #require(descriptor >= 0)
    close(descriptor)
    let entries = try listDirectory(directory.path)
    #expect(entries.map(\.text) == [".c", "B", "a", "b", "é", nil])
    #expect(entries.last?.name == [0xFF])
    unsafe odd.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { _ = unsafe unlink(start) }
    }
  }

  @Test func removing() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("f", "")
    try removeFile(path)
    try removeFile(path)
    #expect(throws: SystemError.self) { try removeFile(directory.path) }
  }
}
