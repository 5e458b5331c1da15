// Globs over paths: what they fit and what they do not.
import Testing

@testable import RunbookChecking

@Suite struct PathGlobTests {
  private func matches(_ glob: String, _ path: String) -> Bool {
    PathGlob(glob).matches(path.split(separator: "/").map(String.init))
  }

  @Test(arguments: [
    ("*.yaml", "a.yaml"), ("a?c", "abc"), ("a?c", "aéc"), ("[a-c]x", "bx"), ("[!a-c]x", "dx"), ("[]]", "]"),
    ("**", "a/b/c"), ("**/x.yaml", "x.yaml"), ("**/x.yaml", "a/b/x.yaml"),
    ("a/**/b/*.yaml", "a/x/b/y/b/z.yaml"),
    ("{a,b}.{yaml,yml}", "b.yml"), ("{a,{b,c}}", "c"), ("{,x}a", "a"), ("./a", "a"), ("a/", "a"),
    (#"\*"#, "*"), ("[a", "[a"), ("{a", "{a"), ("{a}", "{a}"), ("[z-a]", "[z-a]"), ("*a*b*", "xxaxxbxx"),
  ])
  func fits(glob: String, path: String) { #expect(matches(glob, path)) }

  @Test(arguments: [
    ("*.yaml", "a.yml"), ("*.yaml", "a/b.yaml"), ("a?c", "ac"), ("[a-c]x", "dx"), ("[!a-c]x", "ax"),
    ("**/x.yaml", "a/b/y.yaml"), ("a/**/b", "a/c"), ("{a,b}", "{a,b}"), (#"\*"#, "a"), ("a", "A"), ("", "a"),
    ("a**", "a/b"), ("*", ""),
  ])
  func doesNotFit(glob: String, path: String) { #expect(!matches(glob, path)) }

  @Test func starsThatHaveToTakeMoreCostNoExponentialTime() {
    let glob = String(repeating: "*a", count: 40) + "b"
    #expect(!matches(glob, String(repeating: "a", count: 5_000)))
    let deep = String(repeating: "**/a/", count: 40) + "b"
    #expect(!matches(deep, String(repeating: "a/", count: 2_000)))
  }

  @Test func bracesThatMultiplyAreBounded() {
    let glob = PathGlob(String(repeating: "{a,b}", count: 40))
    #expect(glob.alternatives.count == 1)
    #expect(PathGlob("{a,b}{c,d}").alternatives.count == 4)
  }
}
