// The example of docs/diff.md does what the page shows.
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct DiffDocumentationTests {
  /// `RECORD_GOLDENS=1` writes the page anew, and fails.
  @Test func theExampleIsWhatHappens() throws {
    let path = Repository.path + "/docs/diff.md"
    let page = String(decoding: try readFile(path), as: UTF8.self)
    var place = try Workplace()
    place.environment = ["DB_PASSWORD": "x"]
    for name in ["before.yaml", "after.yaml"] {
      try place.write(name, try #require(Self.block(page, "```yaml as=\(name)")))
    }
    let fence = "```text wct diff before.yaml after.yaml"
    let shown = try #require(Self.block(page, fence))
    let result = try place.wct("diff", "before.yaml", "after.yaml")
    #expect(result.code == 0, "\(result)")
    if GoldenFile.isRecording, shown != result.output {
      try writeFile(
        path, Array(page.replacing("\(fence)\n\(shown)```", with: "\(fence)\n\(result.output)```").utf8))
    }
    #expect(shown == result.output, "docs/diff.md is stale: RECORD_GOLDENS=1 make test")
  }

  /// The lines of the fenced block that begins with this line, whatever else stands on it.
  private static func block(_ page: String, _ fence: String) -> String? {
    guard let start = page.firstRange(of: fence)?.upperBound,
      let line = page[start...].firstIndex(of: "\n"),
      let end = page[line...].firstRange(of: "\n```")?.lowerBound
    else { return nil }
    return String(page[page.index(after: line)...end])
  }
}
