import ComponentKit
import PlanMachine
import RunHistory
import RunStore
import Testing

/// What the store remembers from run to run besides artifacts.
@Suite struct MemoryTests {
  private let directory: TemporaryDirectory
  private let store: RunStore

  init() throws {
    directory = try TemporaryDirectory()
    store = try RunStore(creating: directory.path)
  }

  private func file(_ inode: UInt = 7, size: Int = 10, modified: Int = 100, changed: Int = 100)
    -> FileIdentity
  {
    FileIdentity(device: .max, inode: inode, size: size, modified: modified, changed: changed)
  }

  @Test func digestsOfFilesHoldForOneState() throws {
    let digest = ContentDigest(of: [1])
    try store.remember([file(): digest])
    let others = [file(8), file(size: 11), file(modified: 101), file(changed: 99)]
    #expect(try store.digests(of: others + [file()]) == [nil, nil, nil, nil, digest])
    try store.remember([file(size: 11): ContentDigest(of: [2])])
    #expect(try store.digests(of: [file()]) == [nil], "one row a file")
    let other = try RunStore(creating: directory.path)
    #expect(try other.digests(of: [file(size: 11)]) == [ContentDigest(of: [2])])
    #expect(try other.digests(of: []).isEmpty)
  }

  @Test func keyedDigestsDependOnTheStore() throws {
    let value: [UInt8] = Array("hunter2".utf8)
    let digest = try store.keyedDigest(of: value)
    #expect(digest != ContentDigest(of: value))
    #expect(try store.keyedDigest(of: Array("hunter3".utf8)) != digest)
    #expect(try RunStore(creating: directory.path).keyedDigest(of: value) == digest)
    let elsewhere = try TemporaryDirectory()
    #expect(try RunStore(creating: elsewhere.path).keyedDigest(of: value) != digest)
  }
}
