// The files in docs/findings.md are as the page says.
import CanonicalJSON
import Diagnostics
import FindingReports
import SystemFiles
import TestSupport
import Testing

@testable import OrganisationFiles

@Suite struct FindingsDocumentationTests {
  /// The text of the fenced block that begins with this line.
  private func block(_ fence: String) throws -> String {
    let path = PathText.join(PathText.parent(of: FixtureFile.root), "docs/findings.md")
    let page = String(decoding: try readFile(path), as: UTF8.self)
    let start = try #require(page.firstRange(of: "```\(fence)\n")?.upperBound)
    let end = try #require(page[start...].firstRange(of: "\n```\n")?.lowerBound)
    return String(page[start..<end]) + "\n"
  }

  @Test func theOrganisationIsComplete() throws {
    let (json, report) = OrganisationFile.read(Array(try block("yml organisation").utf8), name: "o")
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics)")
    let organisation = try Organisation(try #require(json))
    #expect(organisation.controller?.hasContact == true && organisation.transfers.value?.count == 1)
  }

  /// Every field of the table in the page is one, and every field stands in the table.
  @Test func theTableOfFieldsIsWhole() throws {
    guard case .mapping(_, let rows) = FieldShape.organisation else { return }
    let path = PathText.join(PathText.parent(of: FixtureFile.root), "docs/findings.md")
    let page = String(decoding: try readFile(path), as: UTF8.self)
    for row in rows { #expect(page.contains("\n| `\(row.name)` | "), "\(row.name)") }
  }

  @Test func theAcceptedFindingsAreRead() throws {
    let (file, report) = AcceptedFindingsFile.read(Array(try block("yml accepted").utf8), name: "a")
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics)")
    let accepted = try AcceptedFindings(try #require(file).json)
    #expect(accepted.entries.count == 3 && accepted.entries[2].isFalsePositive)
  }
}
