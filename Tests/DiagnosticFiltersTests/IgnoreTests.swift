// What an ignore in a comment leaves out, and what is said about ignores.
import DiagnosticFilters
import Diagnostics
import Testing

struct IgnoreTests {
  private let unused = Rule.unusedArtifact

  private func shown(
    _ text: String, _ found: [(line: Int, rule: Rule)], today: String = "2026-06-01"
  ) -> [String] {
    FilterTrial.shown(FilterTrial(text, found).filtered(today))
  }

  @Test(arguments: [
    ("a: 1 # wct-ignore WCT9006: why", 1), ("a: 1 # wct-ignore unused-artifact: why", 1),
    ("a: 1 #wct-ignore wct9006: why", 1), ("a: 1 #\twct-ignore\tWCT9006 : why", 1),
    ("# wct-ignore WCT9006: why\na: 1", 2), ("# wct-ignore WCT9006: why\n\n  # more\n\na: 1", 5),
    ("b: 2\n# wct-ignore WCT9006: why\r\na: 1", 3),
    ("b:\n  # wct-ignore WCT9006: why\n  - a", 3), ("a: | # wct-ignore WCT9006: why\n  text", 1),
    ("# wct-ignore-file WCT9006: why\nb: 2\na: 1", 3), ("# wct-ignore WCT9005, WCT9006: why\na: 1", 2),
    ("# one\n# wct-ignore-file WCT9006: why\n---\nb: 2\na: 1", 5),
  ])
  func isLeftOut(text: String, line: Int) throws {
    let found = [(line, unused)] + (text.contains("WCT9005") ? [(line, Rule.missingContact)] : [])
    let report = FilterTrial(text, found).filtered()
    #expect(FilterTrial.shown(report) == [])
    #expect(report.suppressed.map(\.cause).allSatisfy { $0 == .ignore(reason: "why") })
    #expect(report.suppressed.count == found.count)
  }

  @Test(arguments: [
    // Another line, another rule, no comment at all.
    ("# wct-ignore WCT9006: why\nb: 1\na: 1", 3), ("a: 1\n# wct-ignore WCT9006: why\nb: 1", 1),
    ("a: '# wct-ignore WCT9006: why'", 1), ("b: |\n  # wct-ignore WCT9006: why\na: 1", 3),
  ])
  func staysShown(text: String, line: Int) {
    #expect(shown(text, [(line, unused)]).contains("\(line):1 unused-artifact"))
  }

  @Test func anUnusedIgnoreIsReportedAndCanBeRemoved() {
    let text = "a: 1 # wct-ignore WCT9006: why\n  # wct-ignore WCT9005: why \nb: 2\n"
    let report = FilterTrial(text, []).filtered()
    #expect(FilterTrial.shown(report) == ["1:6 unused-ignore", "2:3 unused-ignore"])
    #expect(FilterTrial.fixed(report) == "a: 1\nb: 2\n")
  }

  @Test(arguments: [
    ("a: 1 # wct-ignore WCT9006, WCT9005: x", "a: 1 # wct-ignore WCT9006: x"),
    ("a: 1 # wct-ignore WCT9005, WCT9006: x", "a: 1 # wct-ignore WCT9006: x"),
    ("a: 1 # wct-ignore WCT9005,WCT9006,WCT9003: x", "a: 1 # wct-ignore WCT9006: x"),
    ("a: 1 # wct-ignore WCT9006 , WCT9006 : x", "a: 1 # wct-ignore WCT9006 : x"),
  ])
  func whatIsUnusedInAListIsTakenOut(text: String, fixed: String) {
    let report = FilterTrial(text, [(1, unused)]).filtered()
    #expect(report.diagnostics.allSatisfy { $0.rule == .unusedIgnore })
    #expect(FilterTrial.fixed(report) == fixed)
  }

  @Test func nothingIsCalledUnusedBesideAnError() {
    #expect(shown("a: 1 # wct-ignore WCT9006: why\nb: 2", [(2, .cycle)]) == ["2:1 cycle"])
  }

  @Test(arguments: [
    "soon until 2026-05-31", "soon [until 2026-05-31]", "soon [ until  2026-05-31 ]",
    "soon until 2026-05-31 ",
  ])
  func anIgnoreExpires(reason: String) {
    let text = "a: 1 # wct-ignore WCT9006: \(reason)"
    #expect(shown(text, [(1, unused)]) == ["1:1 unused-artifact", "1:6 expired-ignore"])
    #expect(shown(text, [(1, unused)], today: "2026-05-31") == [])
    let filtered = FilterTrial(text, [(1, unused)]).filtered("2026-05-31")
    #expect(filtered.suppressed.map(\.cause) == [.ignore(reason: "soon")])
    #expect(FilterTrial.fixed(FilterTrial(text, []).filtered()) == "a: 1")
  }

  @Test(arguments: ["until they fix it", "see page 12", "not until then", "[x]", "a [until we know] b"])
  func wordsAreNoDay(reason: String) {
    #expect(shown("a: 1 # wct-ignore WCT9006: \(reason)", [(1, unused)]) == [])
  }

  @Test func anErrorOfTheLanguageIsNotIgnored() {
    #expect(
      shown("a: 1 # wct-ignore WCT2005: why", [(1, .cycle)]) == ["1:1 cycle", "1:19 ignored-error"])
  }

  @Test(arguments: [
    ("# wct-ignore WCT9006", "1:1 ignore-without-reason"),
    ("# wct-ignore WCT9006: until 2030-01-01", "1:1 ignore-without-reason"),
    ("# wct-ignore WCT9006:", "1:1 ignore-without-reason"),
    ("# wct-ignore WCT9006 why", "1:21 malformed-ignore"),
  ])
  func aFaultyIgnoreStillHolds(comment: String, problem: String) {
    #expect(shown(comment + "\na: 1", [(2, unused)]) == [problem])
  }

  @Test(arguments: [
    ("# wct-ignore", "1:13 malformed-ignore"), ("# wct-ignore: why", "1:13 malformed-ignore"),
    ("# wct-ignore WCT9006,: why", "1:22 malformed-ignore"),
    ("# wct-ignore WCT906: why", "1:14 unknown-ignored-rule"),
    ("# wct-ingore WCT9006: x", "1:3 malformed-ignore"),
    ("# wct-ignore WCT9006: why until 2026-02-30", "1:33 malformed-ignore"),
    ("# wct-ignore WCT9006: why [until soon]", "1:34 malformed-ignore"),
    ("b: 1\n# wct-ignore-file WCT9006: why", "2:1 malformed-ignore"),
  ])
  func anIgnoreThatCannotBeFollowedIsReported(comment: String, problem: String) {
    let line = comment.split(separator: "\n").count + 1
    #expect(shown(comment + "\na: 1", [(line, unused)]) == [problem, "\(line):1 unused-artifact"])
  }

  @Test func namesAreCorrected() {
    let report = FilterTrial("a: 1 # wct-ignores unused-artefact: x", []).filtered()
    #expect(FilterTrial.fixed(report) == "a: 1 # wct-ignore unused-artefact: x")
    let named = FilterTrial("a: 1 # wct-ignore unused-artefact why", []).filtered()
    #expect(FilterTrial.fixed(named) == "a: 1 # wct-ignore unused-artifact: why")
  }

  @Test(arguments: ["# wct-exec runs this", "# see wct-ignore in the documents", "# wct ignore X", "#wct-"])
  func otherCommentsAreLeftAlone(comment: String) {
    #expect(shown(comment + "\na: 1", []) == [])
  }

  @Test func aChildsIgnoresHoldThereAndAreJudgedWhenItIsChecked() {
    var sources = SourceCollection()
    _ = sources.add(SourceText(name: "main.yaml", bytes: Array("a: 1\n".utf8)))
    let child = sources.add(
      SourceText(name: "child.yaml", bytes: Array("b: 1 # wct-ignore WCT9007, WCT9005: why\n".utf8)))
    let span = SourceSpan(source: child, start: 0, end: 1)
    let report = DiagnosticReport(
      diagnostics: [Diagnostic(.ignoredChildOutput, "x", at: span)], sources: sources, path: "main.yaml")
    let filtered = ReportFilter(today: nil).apply(to: report)
    #expect(filtered.diagnostics.isEmpty && filtered.suppressed.count == 1)
    // By itself the child does not show what WCT9007 is about.
    let own = FilterTrial("b: 1 # wct-ignore WCT9007: why\n", [], name: "child.yaml").filtered()
    #expect(own.diagnostics.isEmpty)
  }

  @Test func severitiesAreSetBehindIgnores() {
    let trial = FilterTrial("a: 1 # wct-ignore WCT9006: why\nb: 1", [(1, unused), (2, unused)])
    let strict = SeverityProfile(base: .strict)
    let filter = ReportFilter(today: nil) { _ in { strict.apply(to: $0) } }
    #expect(filter.apply(to: trial.report).diagnostics.map(\.severity) == [.error])
    let off = ReportFilter(today: nil) { _ in { $0.rule == .unusedArtifact ? nil : $0 } }
    // An ignore of what is switched off elsewhere is of use here.
    #expect(off.apply(to: trial.report).diagnostics == [])
  }

  @Test func manyDiagnosticsNeedNoStack() {
    let text = String(repeating: "a: 1\n", count: 30_000)
    let trial = FilterTrial(text, (1...30_000).map { ($0, unused) })
    #expect(trial.filtered().diagnostics.count == 30_000)
  }

  /// Whatever stands in a comment, nothing traps and every place lies inside the file.
  @Test func brokenIgnoresTrapNowhere() {
    let text = "# wct-ignore-file WCT9006, WCT9005 : why [until 2027-01-31]\na: 1 # wct-ignore x: y until 1\n"
    let bytes = Array(text.utf8)
    for end in 0...bytes.count { expectSound(Array(bytes[..<end])) }
    for index in bytes.indices {
      for replacement: UInt8 in [0x00, 0x09, 0x0A, 0x20, 0x23, 0x2C, 0x3A, 0x5B, 0x5D, 0xFF] {
        var changed = bytes
        changed[index] = replacement
        expectSound(changed)
      }
    }
  }

  private func expectSound(_ bytes: [UInt8]) {
    var sources = SourceCollection()
    _ = sources.add(SourceText(name: "a.yaml", bytes: bytes))
    let report = DiagnosticReport(diagnostics: [], sources: sources, path: "a.yaml")
    let filtered = ReportFilter(today: CalendarDate("2026-06-01")).apply(to: report)
    let edits = filtered.diagnostics.flatMap(\.fixes).flatMap(\.edits)
    let spans = filtered.diagnostics.compactMap(\.span) + edits.map(\.span)
    #expect(spans.allSatisfy { $0.start <= $0.end && $0.end <= bytes.count })
  }
}
