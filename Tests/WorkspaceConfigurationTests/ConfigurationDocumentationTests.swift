// The examples of docs/configuration.md are configurations, or give exactly the codes that their fences name.
import Diagnostics
import SystemFiles
import Testing
import WorkspaceConfiguration

struct ConfigurationDocumentationTests {
  @Test func examplesAreRead() throws {
    let pages = ["configuration.md": 2, "editors.md": 1]
    for (name, count) in pages { try checkExamples(of: name, count: count) }
  }

  private func checkExamples(of name: String, count: Int) throws {
    let root = (0..<3).reduce(#filePath) { path, _ in PathText.parent(of: path) }
    let page = String(decoding: try readFile(root + "/docs/" + name), as: UTF8.self)
    let blocks = page.components(between: "```wct-config", and: "\n```")
    #expect(blocks.count == count)
    for block in blocks {
      let lines = block.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let text = Array((lines.last.map(String.init) ?? "").utf8)
      let file = ConfigurationFile.parse(text, path: ".wct.yaml", checksPaths: false)
      let expected = lines[0].split(separator: " ").map(String.init)
      #expect(file.report.diagnostics.map(\.rule.code) == expected)
    }
  }
}

extension String {
  /// What stands between each pair of marks.
  fileprivate func components(between start: String, and end: String) -> [String] {
    split(separator: start).dropFirst().compactMap { part in
      part.split(separator: end, maxSplits: 1).first.map(String.init)
    }
  }
}
