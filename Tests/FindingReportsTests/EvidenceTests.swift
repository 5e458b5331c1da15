// What reports show of what was found: masked, hashed, whole.
import CanonicalJSON
import Testing

@testable import FindingReports

@Suite struct EvidenceTests {
  @Test(arguments: [
    ("4111 1111 1111 1111", "4••••1"), ("maria.example@example.com", "m••••e@e••••m"),
    ("ab@b.de", "••••@••••"),
    ("secret", "••••"), ("Zoë", "••••"), ("", "••••"), ("  longer text\n", "l••••t"),
    ("maria@b@example.com", "m••••m"), ("\u{202E}abcdefgh", "••••h"),
  ])
  func aMaskKeepsTheShape(_ value: String, _ masked: String) {
    #expect(EvidenceMask.masked(value) == masked)
  }

  @Test func lengthsAreHidden() {
    #expect(EvidenceMask.masked("abcdefg") == EvidenceMask.masked("axxxxxxxxxxxxxxxxg"))
  }

  private let finding = SampleFindings.finding(
    SampleFindings.personal("...Otto Mustermann, otto.muster@example.org, call +49 30 123456..."))

  @Test func onlyWhatMatchedIsShown() {
    var masked = EvidenceRenderer(.masked)
    #expect(masked.shown(finding) == ["o••••r@e••••g"], "nothing of the name and the number beside it")
    var full = EvidenceRenderer(.full)
    #expect(full.shown(finding) == finding.evidence)
  }

  @Test func evidenceInWhichNothingIsFoundAgainIsHidden() {
    let finding = SampleFindings.finding(
      SampleFindings.personal("Otto Mustermann", patterns: [("[", 1), ("xy", 2)]))
    for display in [EvidenceDisplay.masked, .hashed] {
      var renderer = EvidenceRenderer(display)
      #expect(renderer.shown(finding) == ["••••"])
    }
  }

  @Test func equalValuesHaveEqualDigestsInOneReportOnly() {
    let other = SampleFindings.finding(
      SampleFindings.personal("cc: otto.muster@example.org; nina@example.org"))
    var first = EvidenceRenderer(.hashed)
    var second = EvidenceRenderer(.hashed)
    let (one, two) = (first.shown(finding), first.shown(other))
    #expect(one.count == 1 && two.count == 2 && one[0] == two[0] && two[0] != two[1])
    #expect(one[0].hasPrefix("hmac:") && one[0].utf8.count == 21)
    #expect(second.shown(finding) != one, "another report has another key")
    var known = EvidenceRenderer(.hashed, key: [UInt8](repeating: 7, count: 32))
    var same = EvidenceRenderer(.hashed, key: [UInt8](repeating: 7, count: 32))
    #expect(known.shown(finding) == same.shown(finding))
  }

  @Test func manyValuesAreCounted() {
    let text = (0..<50).map { "person\($0)x@example.org" }.joined(separator: " ")
    var renderer = EvidenceRenderer(.hashed, maximumCount: 5)
    let shown = renderer.shown(SampleFindings.finding(SampleFindings.personal(text)))
    #expect(shown.count == 6 && shown.last == "and 45 more")
  }

  @Test func literalsMatchAsWordsAndLinesByTheirNumbers() {
    var values = MatchedValues()
    func found(_ text: String, _ patterns: [String]) -> [String] {
      values.values(
        of: SampleFindings.finding(SampleFindings.personal(text, patterns: patterns.map { ($0, 1) })))
    }
    #expect(found("Diagnosis: undiagnosis diagnosis_code", ["diagnosis"]) == ["Diagnosis", "diagnosis"])
    #expect(found("c++ and c#", ["c++", "c#"]) == ["c++", "c#"])
    #expect(found("  12  phone = '030 1234'\n  13  id = 12", [#"\d{2,}"#]) == ["030", "1234", "12"])
    let code = SampleFindings.finding(
      SampleFindings.personal("  99  a\n 100  \n 101  email = 1", patterns: [("email", 1)]))
    #expect(values.numberedLine(of: code) == 101)
    #expect(values.numberedLine(of: finding) == nil)
  }
}
