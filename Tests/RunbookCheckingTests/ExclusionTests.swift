// What `--exclude` leaves out.
import Testing

@testable import RunbookChecking

@Suite struct ExclusionTests {
  @Test(arguments: [
    ("draft", "/srv/a", "draft", true), ("draft", "/srv/a", "drafts", false),
    ("*.tmp.yaml", "/srv/a", "x.tmp.yaml", true),
    ("a/*.yaml", "/srv/a", "x.yaml", true), ("a/*.yaml", "/srv/a/b", "x.yaml", false),
    ("/srv/a", "/srv", "a", true), ("/a", "/srv", "a", false), ("b/", "/srv", "b", true),
    ("**/gen/*", "/srv/x/gen", "y.yaml", true), ("a/*", "/elsewhere/a", "x", false),
  ])
  func covers(pattern: String, directory: String, name: String, isCovered: Bool) {
    #expect(Exclusion([pattern], base: "/srv").covers(name, in: directory) == isCovered)
  }
}
