// What `--exclude` leaves out.
import Testing

@testable import RunbookChecking

@Suite struct ExclusionTests {
  @Test(arguments: [
    ("draft", "/work/a", "draft", true), ("draft", "/work/a", "drafts", false),
    ("*.tmp.yaml", "/work/a", "x.tmp.yaml", true),
    ("a/*.yaml", "/work/a", "x.yaml", true), ("a/*.yaml", "/work/a/b", "x.yaml", false),
    ("/work/a", "/work", "a", true), ("/a", "/work", "a", false), ("b/", "/work", "b", true),
    ("**/gen/*", "/work/x/gen", "y.yaml", true), ("a/*", "/elsewhere/a", "x", false),
  ])
  func covers(pattern: String, directory: String, name: String, isCovered: Bool) {
    #expect(Exclusion([pattern], base: "/work").covers(name, in: directory) == isCovered)
  }
}
