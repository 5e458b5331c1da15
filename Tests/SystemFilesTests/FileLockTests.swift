// Locks that die with their owner.
import SystemFiles
import TestSupport
import Testing

struct FileLockTests {
  @Test func oneOwner() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/lock"
    do {
      let first = try FileDescriptor(opening: path, .readWrite)
      let isLocked = first.tryLock()
      let isLockedAgain = first.tryLock()
      #expect(isLocked && isLockedAgain)
      let isStolen = try tryLock(path)
      #expect(!isStolen)
    }
    let isFreed = try tryLock(path)
    #expect(isFreed)
  }

  private func tryLock(_ path: String) throws -> Bool {
    let file = try FileDescriptor(opening: path, .readWrite)
    return file.tryLock()
  }

  @Test func seekReadTruncate() throws {
    let directory = try TemporaryDirectory()
    let file = try FileDescriptor(opening: "\(directory.path)/f", .readWrite)
    try file.write(Array("hello".utf8))
    try file.seek(to: 1)
    var parts: [[UInt8]] = []
    for count in [3, 100, 100] { parts.append(try file.read(upTo: count)) }
    #expect(parts == [Array("ell".utf8), Array("o".utf8), []])
    try file.truncate()
    let size = try file.status().size
    #expect(size == 0)
    #expect(throws: SystemError.self) { try seekBefore("\(directory.path)/f") }
    #expect(throws: SystemError.self) { try createAgain("\(directory.path)/f") }
  }

  private func seekBefore(_ path: String) throws {
    let file = try FileDescriptor(opening: path, .read)
    try file.seek(to: -1)
  }

  private func createAgain(_ path: String) throws {
    let file = try FileDescriptor(opening: path, .create)
    try file.truncate()
  }
}
