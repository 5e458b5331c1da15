// How artifact ids are written.
import ExecutionPlan
import Testing

struct ArtifactIDTests {
  @Test(arguments: ["a", "_", "A1-b_2", "a/b", "_a/b-/c", "x-y"])
  func accepted(_ text: String) { #expect(ArtifactID(text)?.text == text) }

  @Test(arguments: ["", "1a", "-a", "a b", "é", "a//b", "/a", "a/", "a/1", "a.b", "a\u{0}", "a\n"])
  func refused(_ text: String) { #expect(ArtifactID(text) == nil) }

  @Test func length() {
    #expect(ArtifactID(String(repeating: "a", count: 4096)) != nil)
    #expect(ArtifactID(String(repeating: "a", count: 4097)) == nil)
  }
}
