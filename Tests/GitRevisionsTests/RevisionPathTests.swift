// `REV:path` as people write it.
import GitRevisions
import Testing

struct RevisionPathTests {
  @Test(arguments: [
    ("main:a.yaml", "main", "a.yaml"), ("origin/main:x/a.yaml", "origin/main", "x/a.yaml"),
    ("HEAD~2:./a.yaml", "HEAD~2", "./a.yaml"), ("v1.0^{}:a:b.yaml", "v1.0^{}", "a:b.yaml"),
    ("HEAD^{/fix: typo}:a.yaml", "HEAD^{/fix: typo}", "a.yaml"),
    ("main@{2 days ago}:a.yaml", "main@{2 days ago}", "a.yaml"),
  ])
  func isRead(_ text: String, _ revision: String, _ path: String) throws {
    let parsed = try #require(RevisionPath(text))
    #expect(parsed.revision == revision && parsed.path == path && parsed.description == text)
  }

  @Test(arguments: ["a.yaml", ":a.yaml", "main:", "", ":", "{main:a"])
  func isNone(_ text: String) { #expect(RevisionPath(text) == nil) }
}
