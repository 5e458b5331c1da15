// Diagnostics in the formats of other tools.
import CanonicalJSON
import Diagnostics
import Testing

struct DiagnosticFormatTests {
  /// One error with everything that a diagnostic can carry, in text that every format has to escape.
  private static func report(rule: Rule = .invalidValue) -> DiagnosticReport {
    let marked = MarkedDiagnostic(
      "é: 3️⃣x4️⃣\nb: 1️⃣y2️⃣", "50% <of> \"it\", or\u{1}\nmore", rule: rule, annotation: "here", notes: ["n"],
      fixes: ["z"])
    return DiagnosticReport(diagnostics: [marked.diagnostic], sources: marked.sources, path: "t.yaml")
  }

  private static let clean = DiagnosticReport(
    diagnostics: [], sources: SourceCollection(), path: "ok.yaml")

  @Test func short() {
    let text = DiagnosticFormat.short.render([Self.report()])
    #expect(text == "t.yaml:2:4: error[WCT2008] 50% <of> \"it\", or␁␊more\n")
  }

  @Test func gitHubCommandsAreEscaped() {
    let text = DiagnosticFormat.github.render([Self.report()])
    #expect(
      text
        == "::error file=t.yaml,line=2,endLine=2,col=4,endColumn=5,title=WCT2008 invalid-value::"
        + "50%25 <of> \"it\", or\u{1}%0Amore%0Ahere%0An\n")
  }

  @Test func gitLabReport() throws {
    let document = try JSONReader.read(text: DiagnosticFormat.gitlab.render([Self.report()]))
    let entry = try #require(document.arrayValue?.first?.objectValue)
    #expect(entry["location"] == ["path": "t.yaml", "lines": ["begin": 2, "end": 2]])
    #expect(entry["severity"] == "major")
    #expect(entry["fingerprint"]?.stringValue?.count == 16)
  }

  @Test func xmlHoldsNoCharacterThatXMLForbids() {
    for format in [DiagnosticFormat.junit, .checkstyle] {
      let text = format.render([Self.report()])
      #expect(text.contains("50% &lt;of&gt; &quot;it&quot;, or\u{FFFD}"), "\(text)")
      #expect(!text.contains("\u{1}"))
    }
  }

  @Test func junitCountsFilesAndFailures() {
    let text = DiagnosticFormat.junit.render([Self.report(), Self.clean])
    #expect(text.contains("<testsuites tests=\"2\" failures=\"1\">"))
    #expect(text.contains("<testcase classname=\"wct\" name=\"ok.yaml\"/>"))
  }

  @Test func sarifResult() throws {
    let document = try JSONReader.read(text: DiagnosticFormat.sarif.render([Self.report()]))
    let run = try #require(document.objectValue?["runs"]?.arrayValue?.first?.objectValue)
    let result = try #require(run["results"]?.arrayValue?.first?.objectValue)
    let region: JSONValue = ["startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 5]
    let place: JSONValue = ["physicalLocation": ["artifactLocation": ["uri": "t.yaml"], "region": region]]
    #expect(document.objectValue?["version"] == "2.1.0")
    #expect(run["columnKind"] == "unicodeCodePoints")
    #expect(result["locations"] == [place])
    #expect(result["ruleId"] == "WCT2008" && result["ruleIndex"] == 0 && result["level"] == "error")
    #expect(result["relatedLocations"]?.arrayValue?.count == 1)
    #expect(result["codeFlows"] == nil)
    let change = result["fixes"]?.arrayValue?.first?.objectValue?["artifactChanges"]?.arrayValue?.first
    let edit: JSONValue = ["deletedRegion": region, "insertedContent": ["text": "z"]]
    #expect(change?.objectValue?["replacements"] == [edit])
  }

  @Test func aFlowIsNumberedAndACodeFlow() throws {
    var sources = SourceCollection()
    let id = sources.add(SourceText(name: "a.yaml", bytes: Array("one\ntwo\nthree\n".utf8)))
    func span(_ start: Int, _ end: Int) -> SourceSpan { SourceSpan(source: id, start: start, end: end) }
    let diagnostic = Diagnostic(
      .forbiddenFlow, "it gets there", at: span(0, 3), annotation: "the end",
      flow: [DiagnosticLabel("it begins", at: span(8, 13)), DiagnosticLabel("it goes on", at: span(4, 7))])
    let report = DiagnosticReport(diagnostics: [diagnostic], sources: sources, path: "a.yaml")
    let lines = TextRenderer(sources: sources).render(diagnostic).split(separator: "\n").suffix(6)
    #expect(
      lines.map(String.init) == [
        " 1 | one", "   | ^^^ the end", " 2 | two", "   | --- 2. it goes on", " 3 | three",
        "   | ----- 1. it begins",
      ])
    let json = JSONRenderer.document([report]).objectValue?["diagnostics"]?.arrayValue?.first?.objectValue
    #expect(
      json?["flow"]?.arrayValue?.compactMap { $0.objectValue?["message"] } == ["it begins", "it goes on"])
    let sarif = try JSONReader.read(text: DiagnosticFormat.sarif.render([report]))
    let result = sarif.objectValue?["runs"]?.arrayValue?.first?.objectValue?["results"]?.arrayValue?.first
    let flow = result?.objectValue?["codeFlows"]?.arrayValue?.first?.objectValue?["threadFlows"]?.arrayValue?
      .first
    let steps = flow?.objectValue?["locations"]?.arrayValue ?? []
    let texts = steps.compactMap { step in
      step.objectValue?["location"]?.objectValue?["message"]?.objectValue?["text"]
    }
    #expect(texts == ["it begins", "it goes on", "the end"])
  }

  @Test func sarifShowsTheWayRoundACycle() throws {
    let document = try JSONReader.read(text: DiagnosticFormat.sarif.render([Self.report(rule: .cycle)]))
    let result = document.objectValue?["runs"]?.arrayValue?.first?.objectValue?["results"]?.arrayValue?.first
    let flow = result?.objectValue?["codeFlows"]?.arrayValue?.first?.objectValue?["threadFlows"]
    #expect(flow?.arrayValue?.first?.objectValue?["locations"]?.arrayValue?.count == 2)
  }

  /// A document is a document even when there is nothing to say, and when a file could not be read.
  @Test(arguments: [DiagnosticFormat.json, .sarif, .gitlab])
  func documentsAreAlwaysValid(_ format: DiagnosticFormat) throws {
    let unreadable = MarkedDiagnostic("")
    let report = DiagnosticReport(
      diagnostics: [unreadable.diagnostic], sources: unreadable.sources, path: "a b.yaml")
    for reports in [[], [Self.clean], [report]] {
      _ = try JSONReader.read(text: format.render(reports))
    }
  }

  @Test func fingerprintsFollowTheTextAndNotTheLine() {
    func fingerprints(_ text: String) -> [String] {
      let marked = MarkedDiagnostic(text)
      let report = DiagnosticReport(
        diagnostics: [marked.diagnostic, marked.diagnostic], sources: marked.sources, path: "t.yaml")
      return Fingerprint.all(of: report)
    }
    let first = fingerprints("b: 1️⃣y2️⃣")
    #expect(first == fingerprints("# moved\n\n  b: 1️⃣y2️⃣"))
    #expect(first[0] != first[1])
    #expect(first != fingerprints("b: 1️⃣x2️⃣"))
  }
}
