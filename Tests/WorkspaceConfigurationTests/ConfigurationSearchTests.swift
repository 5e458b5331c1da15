// Which `.wct.yaml` holds for a file.
import SystemFiles
import TestSupport
import Testing
import WorkspaceConfiguration

struct ConfigurationSearchTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write("repo/.git/HEAD", "")
    try directory.write("repo/a/b/x.yaml", "")
    try directory.write("plain/a/x.yaml", "")
  }

  /// The configuration for a file, both as seen from the directory.
  private func nearest(_ path: String) -> String? {
    var search = ConfigurationSearch()
    return search.nearest(toFileAt: "\(directory.path)/\(path)").map {
      RelativePath.from(directory.path, to: $0)
    }
  }

  @Test func theNearestWins() throws {
    try directory.write("repo/.wct.yaml", "")
    #expect(nearest("repo/a/b/x.yaml") == "repo/.wct.yaml")
    try directory.write("repo/a/.wct.yaml", "")
    #expect(nearest("repo/a/b/x.yaml") == "repo/a/.wct.yaml")
    #expect(nearest("repo/x.yaml") == "repo/.wct.yaml")
  }

  @Test func theSearchEndsBehindARepository() throws {
    try directory.write(".wct.yaml", "")
    #expect(nearest("repo/a/b/x.yaml") == nil)
    #expect(nearest("plain/a/x.yaml") == ".wct.yaml")
  }

  @Test func aDirectoryOfThatNameIsNone() throws {
    try directory.write("repo/a/.wct.yaml/x", "")
    #expect(nearest("repo/a/b/x.yaml") == nil)
  }

  @Test func filesAndDirectoriesThatDoNotExistAreNoTrouble() throws {
    try directory.write("repo/.wct.yaml", "")
    #expect(nearest("repo/none/nothing/x.yaml") == "repo/.wct.yaml")
    var search = ConfigurationSearch()
    #expect(search.nearest(toFileAt: "/nonexistent/deep/x.yaml") == nil)
    #expect(search.nearest(toFileAt: "") == search.nearest(toFileAt: "x.yaml"))
  }
}
