// What a baseline accepts, what it follows, and what is stale in it.
import DiagnosticFilters
import Diagnostics
import SystemFiles
import Testing

struct BaselineTests {
  private let found: [(line: Int, rule: Rule)] = [(1, .unusedArtifact), (2, .cycle)]
  private let text = "a: 1\nb: 2\n"

  /// The files that exist besides those that are checked.
  private func names(_ existing: [String] = []) -> BaselineNames {
    BaselineNames(name: { PathText.lexicallyClean($0) }, exists: { existing.contains($0) })
  }

  private func file(_ reports: [DiagnosticReport]) throws -> BaselineFile {
    let outcome = BaselineFile(emptyAt: "b.json").apply(to: reports, names: names())
    return try BaselineFile(outcome.updated.encoded, path: "b.json")
  }

  private func shown(_ outcome: BaselineOutcome) -> [String] { outcome.reports.flatMap(FilterTrial.shown) }

  @Test func whatIsInItIsAccepted() throws {
    let report = FilterTrial(text, found).report
    let outcome = try file([report]).apply(to: [report], names: names())
    #expect(shown(outcome) == [])
    #expect(outcome.reports[0].suppressed.map(\.cause) == [.baseline, .baseline])
    #expect(outcome.staleEntries == nil && outcome.newCount == 0 && outcome.staleCount == 0)
    #expect(outcome.updated.count == 2)
  }

  @Test func whatIsNewIsShown() throws {
    let baseline = try file([FilterTrial(text, found).report])
    let report = FilterTrial("# moved\n" + text + "c: 3\n", [(2, found[0].rule), (3, .cycle), (4, .cycle)])
      .report
    let outcome = baseline.apply(to: [report], names: names())
    #expect(shown(outcome) == ["4:1 cycle"])
    #expect(outcome.newCount == 1 && outcome.updated.count == 3)
  }

  @Test func oneOfSeveralEqualFindingsIsNew() throws {
    let twice = FilterTrial("- a\n- a\n", [(1, .cycle), (2, .cycle)]).report
    let baseline = try file([FilterTrial("- a\n", [(1, .cycle)]).report])
    #expect(shown(baseline.apply(to: [twice], names: names())) == ["2:1 cycle"])
    #expect(try shown(file([twice]).apply(to: [twice], names: names())) == [])
  }

  @Test func theSameFindingInTwoReportsCountsOnce() throws {
    let report = FilterTrial(text, found).report
    let outcome = BaselineFile(emptyAt: "b.json").apply(to: [report, report], names: names())
    #expect(outcome.updated.count == 2)
    #expect(try shown(file([report]).apply(to: [report, report], names: names())) == [])
  }

  @Test func aRenamedFileKeepsItsEntries() throws {
    let baseline = try file([FilterTrial(text, found).report])
    let renamed = FilterTrial(text, found, name: "new.yaml").report
    let outcome = baseline.apply(to: [renamed], names: names())
    #expect(shown(outcome) == [] && outcome.staleEntries == nil)
    #expect(Set(outcome.updated.entries.map(\.file)) == ["new.yaml"])
    // A copy is not a new name: the entries are those of the file that is still there.
    let copied = baseline.apply(to: [renamed], names: names(["a.yaml"]))
    #expect(shown(copied).count == 2)
    // What moved into another file that is checked too is followed.
    let emptied = FilterTrial("x: 1\n", []).report
    #expect(shown(baseline.apply(to: [emptied, renamed], names: names(["a.yaml", "new.yaml"]))) == [])
  }

  @Test func anEntryThatNothingAnswersToIsStale() throws {
    let baseline = try file([FilterTrial(text, found).report])
    let outcome = baseline.apply(to: [FilterTrial(text, [(2, .cycle)]).report], names: names(["a.yaml"]))
    let stale = try #require(outcome.staleEntries)
    #expect(FilterTrial.shown(stale) == ["6:5 stale-baseline"])
    #expect(stale.diagnostics[0].message == "WCT9006 unused-artifact in a.yaml is no longer found")
    #expect(outcome.staleCount == 1 && outcome.updated.count == 1)
  }

  @Test func filesThatWereNotCheckedAreNotJudged() throws {
    let baseline = try file([FilterTrial(text, found).report])
    let other = FilterTrial("z: 1\n", [(1, .missingContact)], name: "other.yaml").report
    let outcome = baseline.apply(to: [other], names: names(["a.yaml"]))
    #expect(outcome.staleEntries == nil)
    #expect(outcome.updated.count == 3)
    // Unless they are gone.
    #expect(baseline.apply(to: [other], names: names()).staleCount == 2)
  }

  @Test func besideANewErrorNothingIsStale() throws {
    let baseline = try file([FilterTrial(text, found).report])
    let broken = FilterTrial(text + "c: 1\n", [(3, .yamlSyntax)]).report
    let outcome = baseline.apply(to: [broken], names: names(["a.yaml"]))
    #expect(outcome.staleEntries == nil && outcome.updated.count == 3)
  }

  @Test func whatCannotBeReadIsNotAccepted() {
    let problem = Diagnostic(.unreadableFile, "cannot open a.yaml", at: nil, path: "a.yaml")
    let report = DiagnosticReport(diagnostics: [problem], sources: SourceCollection(), path: "a.yaml")
    let outcome = BaselineFile(emptyAt: "b.json").apply(to: [report], names: names())
    #expect(outcome.updated.entries.isEmpty && outcome.reports[0].diagnostics == [problem])
  }

  // MARK: - The file

  @Test func theBytesAreAnEntryALineInOrder() throws {
    let reports = ["b.yaml", "a.yaml"].map { FilterTrial(text, found, name: $0).report }
    let forwards = BaselineFile(emptyAt: "b.json").apply(to: reports, names: names()).updated
    let backwards = BaselineFile(emptyAt: "b.json").apply(to: reports.reversed(), names: names()).updated
    #expect(forwards == backwards)
    let lines = String(decoding: forwards.encoded, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(4) == [
        "{", "  \"format\": \"wct-baseline\",", "  \"format_version\": 1,", "  \"entries\": [",
      ])
    #expect(lines.count == 10)
    #expect(lines[4].contains("\"WCT2005\"") && lines[4].contains("\"a.yaml\"") && lines[4].hasSuffix("},"))
    let read = try BaselineFile(forwards.encoded, path: "b.json")
    #expect(read.apply(to: [], names: names(["a.yaml", "b.yaml"])).updated == forwards)
  }

  @Test func anEmptyBaselineIsReadAgain() throws {
    let empty = Baseline([])
    #expect(try BaselineFile(empty.encoded, path: "b").apply(to: [], names: names()).updated == empty)
  }

  @Test(arguments: [
    ("", "empty-document"), ("[]", "invalid-baseline"), ("{\"format\": \"other\"}", "invalid-baseline"),
    ("{\"format\": \"wct-baseline\"}", "invalid-baseline"),
    ("{\"format\": \"wct-baseline\", \"format_version\": 2, \"entries\": []}", "invalid-baseline"),
    ("{\"format\": \"wct-baseline\", \"format_version\": 1}", "invalid-baseline"),
    ("{\"format\": \"wct-baseline\", \"format_version\": 1, \"entries\": [1]}", "invalid-baseline"),
    (
      "{\"format\": \"wct-baseline\", \"format_version\": 1, \"entries\": [{\"file\": \"a\"}]}",
      "invalid-baseline"
    ),
    ("<<<<<<< HEAD\n{\n", "invalid-baseline"), ("{\"a\": ", "yaml-syntax"),
  ])
  func aBrokenBaselineIsRefusedWithAPlace(text: String, rule: String) {
    let error = #expect(throws: BaselineFile.Invalid.self) {
      try BaselineFile(Array(text.utf8), path: "b.json")
    }
    let diagnostics = error?.report.diagnostics ?? []
    #expect(diagnostics.map(\.rule.name).contains(rule), "\(diagnostics)")
    #expect(diagnostics.allSatisfy { $0.span != nil })
  }

  @Test func aNewerBaselineSaysSo() {
    let text = "{\"format\": \"wct-baseline\", \"format_version\": 7, \"entries\": []}"
    let error = #expect(throws: BaselineFile.Invalid.self) {
      try BaselineFile(Array(text.utf8), path: "b.json")
    }
    #expect(
      error?.report.diagnostics.map(\.message) == [
        "the baseline has format version 7; this program reads up to 1"
      ])
  }

  @Test func aMissingBaselineIsReported() {
    let error = #expect(throws: BaselineFile.Invalid.self) {
      try BaselineFile(readingFrom: "/nonexistent/b.json")
    }
    #expect(error?.isMissing == true && error?.isUnreadable == true)
    #expect(error?.report.diagnostics.map(\.rule) == [.missingBaseline])
  }

  @Test func damagedBaselinesTrapNowhere() throws {
    let bytes = BaselineFile(emptyAt: "b").apply(to: [FilterTrial(text, found).report], names: names())
      .updated.encoded
    for end in 0..<bytes.count { _ = try? BaselineFile(Array(bytes[..<end]), path: "b") }
    for index in bytes.indices {
      for replacement: UInt8 in [0x00, 0x22, 0x2C, 0x39, 0x5B, 0x7D, 0xFF] {
        var changed = bytes
        changed[index] = replacement
        _ = try? BaselineFile(changed, path: "b").apply(to: [FilterTrial(text, found).report], names: names())
      }
    }
  }
}
