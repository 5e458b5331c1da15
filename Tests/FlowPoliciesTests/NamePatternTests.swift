import Diagnostics
import FlowPolicies
import Testing

struct NamePatternTests {
  private func matches(_ pattern: String, _ name: String) -> Bool {
    NamePattern(pattern, at: SourceSpan(source: SourceID(index: 0), start: 0, end: 0)).matches(name)
  }

  @Test(arguments: [
    ("a", "a"), ("*", "anything"), ("*", ""), ("gdpr_*", "gdpr_x"), ("*_x", "a_x"), ("a*c", "abbc"),
    ("a*b*c", "axbybzc"), ("*/b", "a/b"), ("a/*", "a/b"), ("**", "a/b/c"), ("a/**", "a/b/c"),
    ("**/c", "a/b/c"),
    ("a**c", "a/b/c"), ("***", "a/b"),
  ])
  func matching(_ pattern: String, _ name: String) { #expect(matches(pattern, name)) }

  @Test(arguments: [
    ("a", "b"), ("a", "ab"), ("ab", "a"), ("", "a"), ("*", "a/b"), ("a*", "ba"), ("a/*", "a/b/c"),
    ("*c", "a/c"),
    ("a*b", "acbd"), ("A", "a"), ("e\u{301}", "\u{E9}"),
  ])
  func notMatching(_ pattern: String, _ name: String) { #expect(!matches(pattern, name)) }

  /// Backtracking would take for ever.
  @Test func manyWildcards() {
    let pattern = String(repeating: "a*", count: 200) + "b"
    #expect(!matches(pattern, String(repeating: "a", count: 2000)))
  }
}
