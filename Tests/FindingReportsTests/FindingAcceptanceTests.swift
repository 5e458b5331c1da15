// Which findings are accepted, and what is said of entries that are over or fit nothing.
import CanonicalJSON
import Diagnostics
import Testing

@testable import FindingReports

@Suite struct FindingAcceptanceTests {
  private let items = [
    SampleFindings.personal("otto.muster@example.org"),
    SampleFindings.personal("nina.muster@example.org", source: "tests/b.txt"),
  ]
  private let file = SourceText(name: "accepted.yaml", bytes: Array("accepted: entry one, entry two".utf8))

  private func outcome(_ entries: [AcceptedFinding]) throws -> (accepted: [Bool], remarks: [Diagnostic]) {
    let report = SampleFindings.report(items, accepted: AcceptedFindings(file: file, entries: entries))
    var accepted: [Bool] = []
    let walk = try report.forEach(today: report.today) { accepted.append($0.acceptance != nil) }
    #expect(walk.counts.accepted == accepted.count(where: \.self) && walk.counts.all == 2)
    return (accepted, walk.acceptance.remarks.diagnostics)
  }

  @Test func criteriaHoldTogether() throws {
    #expect(try outcome([AcceptedFinding(source: "tests/**", reason: "r")]).accepted == [false, true])
    #expect(try outcome([AcceptedFinding(category: "email_address", reason: "r")]).accepted == [true, true])
    #expect(
      try outcome([AcceptedFinding(category: "contact_data/email_*", reason: "r")]).accepted == [true, true])
    #expect(
      try outcome([AcceptedFinding(category: "iban", source: "tests/**", reason: "r")]).accepted == [
        false, false,
      ])
    #expect(try outcome([AcceptedFinding(reason: "r")]).accepted == [false, false])
  }

  @Test func anIDAcceptsOneFinding() throws {
    var id = ""
    let report = SampleFindings.report(items)
    try report.forEach(today: report.today) { if id.isEmpty { id = $0.id } }
    let result = try outcome([AcceptedFinding(finding: id, reason: "r")])
    #expect(result.accepted == [true, false] && result.remarks.isEmpty)
  }

  /// The sample was made on 2026-01-01.
  @Test func whatIsOverIsSaidWithItsPlace() throws {
    let last = AcceptedFinding(source: "tests/**", reason: "r", until: CalendarDate("2026-01-01"))
    #expect(try outcome([last]).accepted == [false, true])
    let over = AcceptedFinding(
      source: "tests/**", reason: "r", until: CalendarDate("2025-12-31"), range: 10..<19)
    let result = try outcome([over])
    #expect(result.accepted == [false, false])
    #expect(result.remarks.map(\.rule) == [.expiredAcceptance])
    #expect(result.remarks.first?.span?.start == 10 && result.remarks.first?.span?.end == 19)
    #expect(result.remarks.first?.message.contains("2025-12-31") == true)
  }

  @Test func whatFitsNothingIsSaid() throws {
    let result = try outcome([
      AcceptedFinding(source: "nowhere", reason: "r", range: 10..<19),
      AcceptedFinding(source: "tests/*", reason: "r", range: 21..<30),
    ])
    #expect(result.remarks.map(\.rule) == [.unmatchedAcceptance] && result.remarks.first?.span?.start == 10)
  }

  @Test func itIsHandedOverAsJSON() throws {
    let entries = [
      AcceptedFinding(
        finding: "ab", category: "c", source: "s", reason: "r", until: CalendarDate("2030-02-28"),
        isFalsePositive: true, range: 3..<9), AcceptedFinding(source: "s", reason: "r"),
    ]
    let accepted = AcceptedFindings(file: file, entries: entries)
    let read = try AcceptedFindings(accepted.json)
    #expect(read.entries == entries && read.file?.bytes == file.bytes && read.file?.name == file.name)
    for text in [#"{}"#, #"[]"#, #"{"format":"wct-accepted-findings","file":"f","text":"","accepted":[{}]}"#]
    {
      #expect(throws: UnfitInput.self) { try AcceptedFindings(try JSONReader.read(Array(text.utf8))) }
    }
  }

  @Test(arguments: [
    ("a/*.txt", "a/b.txt", true), ("a/*.txt", "a/b/c.txt", false), ("a/**", "a/b/c.txt", true),
    ("./a", "a", true), ("a", "./a", true), ("**/x", "x", false), ("*", "é", true), ("a*b*c", "abbbc", true),
    ("", "", true), ("a", "b", false),
  ])
  func placesMatchPatterns(_ pattern: String, _ name: String, _ matches: Bool) {
    #expect(PlacePattern(pattern).matches(name) == matches)
  }
}
