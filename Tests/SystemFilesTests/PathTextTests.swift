// Paths as text, as Python's pathlib prints them.
import SystemFiles
import Testing

struct PathTextTests {
  /// What `str(PurePosixPath(text))` gives.
  @Test(arguments: [
    ("", "."), (".", "."), ("./", "."), ("a", "a"), ("a/", "a"), ("./a", "a"), ("a/./b", "a/b"),
    ("a//b", "a/b"),
    ("./a//b/", "a/b"), ("..", ".."), ("../a", "../a"), ("a/..", "a/.."), ("a/../b", "a/../b"), ("/", "/"),
    ("///", "/"), ("/a", "/a"), ("/a/./b//", "/a/b"), ("/..", "/.."), ("/.", "/"), ("a/.b", "a/.b"),
    ("...", "..."),
    ("//", "//"), ("//a", "//a"), ("//a//b", "//a/b"), ("///a", "/a"), (" ", " "), ("é/é", "é/é"),
  ])
  func lexicallyClean(_ text: String, _ expected: String) {
    #expect(PathText.lexicallyClean(text) == expected)
  }

  @Test(arguments: [
    ("", "a", "a"), (".", "a", "a"), ("a", "", "a"), ("a", ".", "a"), ("a", "b", "a/b"), ("a/", "b", "a/b"),
    ("a", "/b", "/b"), ("/", "b", "/b"), ("a", "../b", "a/../b"),
  ])
  func join(_ base: String, _ path: String, _ expected: String) {
    #expect(PathText.join(base, path) == expected)
  }

  @Test(arguments: [
    ("a", ".", "a", "a"), ("a/b.c", "a", "b.c", "b"), ("/a", "/", "a", "a"), ("/", "/", "/", "/"),
    ("a/b/", "a", "b", "b"), (".env", ".", ".env", ".env"), ("a.tar.gz", ".", "a.tar.gz", "a.tar"),
    ("/a/b/shop.db", "/a/b", "shop.db", "shop"), ("a//b", "a", "b", "b"),
  ])
  func parts(_ path: String, _ parent: String, _ name: String, _ stem: String) {
    #expect(PathText.parent(of: path) == parent)
    #expect(PathText.name(of: path) == name)
    #expect(PathText.stem(of: path) == stem)
  }

  @Test func absolute() {
    #expect(PathText.isAbsolute("/") && PathText.isAbsolute("/a"))
    #expect(!PathText.isAbsolute("") && !PathText.isAbsolute("a/") && !PathText.isAbsolute("~"))
  }
}
