// The way from a directory to a file.
import SystemFiles
import TestSupport
import Testing

struct RelativePathTests {
  @Test(arguments: [
    ("/a/b", "/a/b/c", "c"), ("/a/b", "/a/c", "../c"), ("/", "/c", "c"), ("/a/b", "/x/y/z", "../../x/y/z"),
    ("a", "a/b/../c", "c"), (".", "x/y", "x/y"),
    ("../a", "b", "../\(PathText.name(of: currentDirectory()))/b"),
    ("/nonexistent/a//./b/", "/nonexistent/a/b/c/d", "c/d"),
  ])
  func paths(directory: String, path: String, expected: String) {
    #expect(RelativePath.from(directory, to: path) == expected)
  }

  @Test func directoriesAreFollowedAndTheFileIsNot() throws {
    let directory = try TemporaryDirectory()
    try directory.write("real/file", "")
    _ = try ChildProcess(
      "/bin/ln", ["-s", "real", "\(directory.path)/link"], directory: "/", environment: [:]
    ).result()
    #expect(RelativePath.from("\(directory.path)/real", to: "\(directory.path)/link/file") == "file")
    #expect(RelativePath.from(directory.path, to: "\(directory.path)/link") == "link")
  }
}
