// `accepted-findings.yaml`: reading, and adding entries without touching what is there.
import CanonicalJSON
import Diagnostics
import FindingReports
import Testing

@testable import OrganisationFiles

@Suite struct AcceptedFindingsFileTests {
  private func read(_ text: String) -> (file: AcceptedFindingsFile?, report: DiagnosticReport) {
    AcceptedFindingsFile.read(Array(text.utf8), name: "accepted-findings.yaml")
  }

  private let entry = NewAcceptance(
    finding: "0123456789abcdef01234567", category: "email_address", source: "./data/a b.txt",
    reason: "Ours: \"info@\", a list\nof two", until: "2030-01-31", isFalsePositive: true)

  @Test func entriesKeepTheirPlaces() throws {
    let text = "accepted:\n  - category: email_*\n    reason: Ours\n"
    let accepted = try AcceptedFindings(try #require(read(text).file).json)
    #expect(accepted.entries.map(\.category) == ["email_*"] && accepted.entries.map(\.reason) == ["Ours"])
    let range = try #require(accepted.entries.first?.range)
    #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self).hasPrefix("category: email_*"))
    #expect(accepted.file?.name == "accepted-findings.yaml")
  }

  @Test func anEntryThatAcceptsEverythingIsRefused() {
    let report = read("accepted:\n  - reason: Fine\n").report
    #expect(report.diagnostics.map(\.rule) == [.vagueAcceptance])
    #expect(read("accepted:\n  - source: a\n").report.diagnostics.map(\.rule) == [.missingField])
    #expect(
      read("accepted: [{source: a, reason: b, until: soon}]").report.diagnostics.map(\.rule) == [
        .invalidValue
      ])
  }

  @Test(arguments: [
    "accepted:\n  - source: a.txt\n    reason: \"x\" # a comment\n",
    "# above\naccepted:\n- source: a.txt\n  reason: x\n# below\nx-more: 1\n",
    "accepted:\n    # first\n    - {source: a.txt, reason: x} # beside",
    "accepted:\r\n  - source: a.txt\r\n    reason: x\r\n",
  ])
  func addingKeepsWhatIsThere(_ text: String) throws {
    let file = try #require(read(text).file)
    let bytes = try AcceptedFindingsEdit.adding([entry, entry], to: file)
    let result = String(decoding: bytes, as: UTF8.self)
    let accepted = try AcceptedFindings(try #require(read(result).file, "\(result)").json)
    #expect(accepted.entries.map(\.source) == ["a.txt", "./data/a b.txt", "./data/a b.txt"])
    #expect(accepted.entries.last?.reason == entry.reason && accepted.entries.last?.isFalsePositive == true)
    #expect(accepted.entries.last?.until?.description == "2030-01-31")
    for comment in ["# a comment", "# above", "# below", "# first", "# beside", "x-more: 1"]
    where text.contains(comment) {
      #expect(result.contains(comment), "\(result)")
    }
  }

  @Test func anEmptyListBecomesABlock() throws {
    let file = try #require(read("accepted: []\n").file)
    let bytes = try AcceptedFindingsEdit.adding([entry], to: file)
    #expect(try #require(AcceptedFindingsFile.read(bytes, name: "a").file).count == 1)
    #expect(
      try #require(AcceptedFindingsFile.read(AcceptedFindingsEdit.newFile([entry]), name: "a").file).count
        == 1)
  }

  @Test func aListWithoutRoomIsLeftAlone() throws {
    let file = try #require(read("accepted: [{source: a, reason: b}]\n").file)
    #expect(throws: AcceptanceEditFailure.self) { try AcceptedFindingsEdit.adding([entry], to: file) }
  }
}
