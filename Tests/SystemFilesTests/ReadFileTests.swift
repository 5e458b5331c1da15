// Reading whole files, and everything that is not one.
import Glibc
import SystemFiles
import TestSupport
import Testing

struct ReadFileTests {
  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_003])
  func sizes(_ count: Int) throws {
    let directory = try TemporaryDirectory()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try writeFile("\(directory.path)/f", bytes)
    #expect(try readFile("\(directory.path)/f") == bytes)
    #expect(try readFile("\(directory.path)/f", limit: count) == bytes)
    if count > 0 {
      #expect(throws: ReadFileError.tooLarge(path: "\(directory.path)/f", limit: count - 1)) {
        try readFile("\(directory.path)/f", limit: count - 1)
      }
    }
  }

  /// A FIFO that nobody writes to would block for ever.
  @Test func fifo() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/f"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    #expect(throws: ReadFileError.notAFile(path: path, kind: .fifo)) { try readFile(path) }
  }

  @Test func otherKinds() throws {
    let directory = try TemporaryDirectory()
    #expect(throws: ReadFileError.notAFile(path: directory.path, kind: .directory)) {
      try readFile(directory.path)
    }
    #expect(throws: ReadFileError.notAFile(path: "/dev/zero", kind: .device)) { try readFile("/dev/zero") }
  }

  @Test func links() throws {
    let directory = try TemporaryDirectory()
    try directory.write("f", "text")
    for (target, link) in [("f", "good"), ("none", "dangling"), ("loop", "loop")] {
      #expect(unsafe symlink(target, "\(directory.path)/\(link)") == 0)
    }
    #expect(try readFile("\(directory.path)/good") == Array("text".utf8))
    #expect(throws: ReadFileError.self) { try readFile("\(directory.path)/dangling") }
    #expect(throws: ReadFileError.self) { try readFile("\(directory.path)/loop") }
    #expect(try FileStatus.of("\(directory.path)/loop", followingLinks: false).kind == .symbolicLink)
    #expect(try resolvePath("\(directory.path)/good") == "\(directory.path)/f")
  }

  /// Files whose size the system gives as 0 are read to their end.
  @Test func sizeUnknown() throws { #expect(try !readFile("/proc/self/status").isEmpty) }

  /// The system's calls would end the path at the NUL.
  @Test func pathWithNUL() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("f", "text") + "\0.txt"
    #expect(throws: ReadFileError.self) { try readFile(path) }
    #expect(throws: SystemError.self) { try FileStatus.of(path) }
    #expect(throws: SystemError.self) { try resolvePath(path) }
    #expect(throws: SystemError.self) { try listDirectory("\(directory.path)\0x") }
    #expect(throws: SystemError.self) { try removeFile(path) }
    #expect(throws: SystemError.self) { try makeDirectory("\(directory.path)/d\0x") }
    #expect(throws: SystemError.self) { try writeFile(path, [1]) }
    #expect(try directory.names() == ["f"])
  }

  @Test func missing() {
    let error = #expect(throws: ReadFileError.self) { try readFile("/no/such/file") }
    if case .system(let reason)? = error {
      #expect(reason.isMissing)
    } else {
      Issue.record("\(String(describing: error))")
    }
  }
}
