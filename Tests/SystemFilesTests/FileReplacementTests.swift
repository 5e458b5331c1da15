// Replacing a file that somebody else may change at the same time.
import Glibc
import SystemFiles
import TestSupport
import Testing

@Suite struct FileReplacementTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = try directory.write("a.yaml", "old")
  }

  @Test func replacesAndKeepsPermissions() throws {
    #expect(unsafe chmod(path, 0o640) == 0)
    try replaceFile(path, holding: Array("old".utf8), with: Array("new".utf8))
    #expect(try readFile(path) == Array("new".utf8))
    #expect(try FileStatus.of(path).permissions == 0o640)
    #expect(try directory.names() == ["a.yaml"])
  }

  @Test(arguments: ["other", "", "old and more"])
  func leavesWhatSomebodyElseWrote(text: String) throws {
    try directory.write("a.yaml", text)
    #expect(throws: FileReplacementError.self) {
      try replaceFile(path, holding: Array("old".utf8), with: Array("new".utf8))
    }
    #expect(try readFile(path) == Array(text.utf8))
    #expect(try directory.names() == ["a.yaml"], "nothing is left behind")
  }

  @Test func keepsASymbolicLink() throws {
    let link = directory.path + "/link.yaml"
    #expect(unsafe symlink("a.yaml", link) == 0)
    try replaceFile(link, holding: Array("old".utf8), with: Array("new".utf8))
    #expect(try FileStatus.of(link, followingLinks: false).kind == .symbolicLink)
    #expect(try readFile(path) == Array("new".utf8))
  }
}
