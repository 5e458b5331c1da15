import ExecutionPlan
import PlanMachine
import Runbooks
import SystemFiles
import TestSupport
import Testing

/// docs/diagnostics.md is made from the registry: `RECORD_GOLDENS=1` writes it anew, and fails.
@Suite struct DiagnosticsDocumentationTests {
  @Test func isUpToDate() throws {
    let path = PathText.parent(of: FixtureFile.root) + "/docs/diagnostics.md"
    let expected = Self.page
    let found = String(decoding: (try? readFile(path)) ?? [], as: UTF8.self)
    if GoldenFile.isRecording, found != expected { try writeFile(path, Array(expected.utf8)) }
    #expect(found == expected, "docs/diagnostics.md is stale: RECORD_GOLDENS=1 make test")
  }

  @Test func codesAreUniqueAndInOrder() {
    let codes = Rule.all.map(\.code)
    #expect(codes == Set(codes).sorted())
    #expect(Set(Rule.all.map(\.name)).count == codes.count)
  }

  private static let groups = [
    ("WCT1", "Syntax"), ("WCT2", "Names and structure"), ("WCT3", "Types and flow"), ("WCT9", "Lints"),
  ]

  private static var page: String {
    var page = """
      # Diagnostics

      Every code, made from the rule registry. Codes are never reused. `wct explain CODE` prints one.

      """
    for (prefix, title) in groups {
      let rules = Rule.all.filter { $0.code.hasPrefix(prefix) }
      page += "\n## \(title)\n\n| code | name | severity | what it asks for |\n| --- | --- | --- | --- |\n"
      for rule in rules { page += "| \(rule.code) | `\(rule.name)` | \(rule.severity) | \(rule.summary) |\n" }
    }
    page += section("Plans (wct-exec refuses them, exit code 4)", PlanError.Code.allCases) { $0.summary }
    page += section("The store", StoreError.Code.allCases) { $0.summary }
    page += section("Runs", MachineError.Code.allCases) { $0.summary }
    return page
  }

  private static func section<Code: RawRepresentable<String>>(
    _ title: String, _ codes: [Code], _ summary: (Code) -> String
  ) -> String {
    "\n## \(title)\n\n| code | what it asks for |\n| --- | --- |\n"
      + codes.sorted { $0.rawValue < $1.rawValue }
      .map { "| \($0.rawValue) | \(summary($0)) |\n" }.joined()
  }
}
