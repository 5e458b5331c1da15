import Runbooks
import SystemFiles
import TestSupport
import Testing

/// The example of docs/library.md is this target's LibraryExample.swift, and it works.
@Suite struct LibraryExampleTests {
  @Test func findsAndClassifies() throws {
    let directory = try TemporaryDirectory()
    try directory.write("inbox/order.txt", "Mail: jane.roe@example.com\nIBAN GB29 NWBK 6016 1331 9268 19\n")
    let run = try classifyPersonalData(in: "\(directory.path)/inbox", store: "\(directory.path)/store")
    #expect(run.status == "completed")
    #expect(run.artifacts.map(\.id) == ["files", "personal_data", "classified"])
    var indicators: Set<String> = []
    try run.forEachItem(of: "classified") { finding in
      if let indicator = finding.objectValue?["indicator_type"]?.stringValue { indicators.insert(indicator) }
    }
    #expect(indicators.isSuperset(of: ["email_address", "bank_account"]))
    let content = try run.content(of: "classified")
    #expect(
      content["summary"]?.objectValue?["total_findings"]?.integerValue
        == content["findings"]?.arrayValue?.count)
  }

  @Test func reportsEveryErrorOfARunbook() {
    let runbook = Runbook(
      name: "Broken", description: "Two mistakes", contact: "Team",
      artifacts: [
        .source("files", "filesytem"), .process("found", from: ["flies"], "personal_data").output(),
      ])
    let error = #expect(throws: CompilationError.self) { try runbook.compile() }
    #expect(error?.diagnostics.map(\.rule.code) == ["WCT3001", "WCT2004"])
    #expect(error?.description.contains("did you mean 'filesystem'?") == true)
  }

  @Test func isWhatTheDocumentationShows() throws {
    let source = try Documentation.text("Tests/RunbooksTests/LibraryExample.swift")
    let blocks = try Documentation.blocks("docs/library.md", language: "swift")
    let example = try #require(blocks.first).text
    let code = example.replacing("import Runbooks\n\n", with: "")
    #expect(source.contains(code))
  }
}
