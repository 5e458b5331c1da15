// The lines of findings in texts, which detectors do not keep.
import CanonicalJSON
import Testing

@testable import FindingReports

@Suite struct LineLocatorTests {
  private func lines(_ findings: [JSONValue], _ texts: [(source: String, content: String)]) throws -> [Int?] {
    var lines: [Int?] = []
    let report = SampleFindings.report([SampleFindings.output(findings, texts: texts)])
    try report.forEach(today: report.today) { lines.append($0.place.line) }
    return lines
  }

  @Test func theValueDecidesNotTheTextAroundIt() throws {
    let text = "One\nTwo é\nWrite to\notto.muster@example.org\nFive\n"
    let whole = SampleFindings.personal("One\nTwo é\nWrite to\notto.muster@example.org\nFive")
    let cut = SampleFindings.personal("...é\nWrite to\notto.muster@example.org...")
    let elsewhere = SampleFindings.personal("otto.muster@example.org", source: "data/b.txt")
    let gone = SampleFindings.personal("nina.muster@example.org")
    #expect(
      try lines(
        [whole, cut, elsewhere, gone],
        [("data/b.txt", "\n\nA otto.muster@example.org"), ("data/a.txt", text)])
        == [4, 4, 3, nil])
  }

  @Test func dotsOfTheTextAreNoEllipsis() throws {
    let finding = SampleFindings.personal("...otto.muster@example.org...")
    #expect(try lines([finding], [("data/a.txt", "x\n...otto.muster@example.org...\n")]) == [2])
    #expect(try lines([finding], [("data/a.txt", "")]) == [nil])
    #expect(try lines([SampleFindings.personal("...")], [("data/a.txt", "a...")]) == [1])
  }

  @Test func cellsAndLinesThatAreKnownAreLeftAlone() throws {
    let cell = "sqlite_database_(shop)_table_(people)_column_(mail)_row_(3)"
    let finding = SampleFindings.personal("mail: otto.muster@example.org", source: cell)
    let code = SampleFindings.personal("  12  otto.muster@example.org")
    #expect(
      try lines([finding, code], [(cell, "mail: otto.muster@example.org"), ("data/a.txt", "x")]) == [nil, 12])
  }
}
