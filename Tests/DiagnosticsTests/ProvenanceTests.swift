// How every format shows the way that led to a child's file.
import CanonicalJSON
import Diagnostics
import Testing

struct ProvenanceTests {
  private static let report: DiagnosticReport = {
    var sources = SourceCollection()
    let main = sources.add(SourceText(name: "main.yaml", bytes: Array("use: middle.yaml\nmap: files\n".utf8)))
    let middle = sources.add(SourceText(name: "middle.yaml", bytes: Array("use: child.yaml\n".utf8)))
    let child = sources.add(SourceText(name: "child.yaml", bytes: Array("a: wrong\n".utf8)))
    func span(_ source: SourceID, _ start: Int, _ end: Int) -> SourceSpan {
      SourceSpan(source: source, start: start, end: end)
    }
    var diagnostic = Diagnostic(
      .invalidValue, "it is wrong", at: span(child, 3, 8),
      labels: [DiagnosticLabel("made here", at: span(main, 22, 27))], notes: ["n"])
    diagnostic.provenance = Provenance([
      ProvenanceStep(.childRunbook, "used here", at: span(middle, 5, 15)),
      ProvenanceStep(.inputMapping, "mapped here", at: span(main, 22, 27)),
      ProvenanceStep(.childRunbook, "used here", at: span(main, 5, 16)),
    ])
    for _ in 0..<9 { diagnostic.provenance.add(use: span(middle, 0, 3)) }
    return DiagnosticReport(diagnostics: [diagnostic], sources: sources, path: "main.yaml")
  }()

  @Test func text() {
    #expect(
      DiagnosticFormat.text.render([Self.report]) == """
        error[WCT2008]: it is wrong
          --> child.yaml:1:4
           |
         1 | a: wrong
           |    ^^^^^
          ::: middle.yaml:1:6
           |
         1 | use: child.yaml
           |      ---------- used here
          ::: main.yaml:2:6
           |
         1 | use: middle.yaml
           |      ----------- used here
         2 | map: files
           |      ----- made here
           |      |
           |      mapped here
           = note: n
           = note: the same in 9 other uses: middle.yaml:1:1, middle.yaml:1:1, middle.yaml:1:1, \
        middle.yaml:1:1, middle.yaml:1:1, and 4 more


        """)
  }

  private static let chain =
    "(in child 'child.yaml' used at middle.yaml:1, in turn used at main.yaml:1, and in 9 other uses)"

  @Test func oneLineFormats() throws {
    #expect(
      DiagnosticFormat.short.render([Self.report])
        == "child.yaml:1:4: error[WCT2008] it is wrong \(Self.chain)\n")
    #expect(DiagnosticFormat.github.render([Self.report]).contains("::it is wrong \(Self.chain)%0An\n"))
    let gitLab = try JSONReader.read(text: DiagnosticFormat.gitlab.render([Self.report]))
    #expect(gitLab.arrayValue?.first?.objectValue?["description"] == .string("it is wrong \(Self.chain)"))
    for format in [DiagnosticFormat.junit, .checkstyle] {
      #expect(
        format.render([Self.report]).contains("it is wrong (in child 'child.yaml' used at middle.yaml:1"))
    }
  }

  @Test func json() throws {
    let document = try JSONReader.read(text: DiagnosticFormat.jsonl.render([Self.report]))
    let steps = try #require(document.objectValue?["provenance"]?.arrayValue)
    #expect(
      steps.compactMap { $0.objectValue?["kind"] } == ["child_runbook", "input_mapping", "child_runbook"])
    #expect(
      steps.compactMap { $0.objectValue?["span"]?.objectValue?["file"] } == [
        "middle.yaml", "main.yaml", "main.yaml",
      ])
    let uses = try #require(document.objectValue?["other_uses"]?.objectValue)
    #expect(uses["count"] == 9 && uses["spans"]?.arrayValue?.count == 5)
  }

  @Test func sarif() throws {
    let document = try JSONReader.read(text: DiagnosticFormat.sarif.render([Self.report]))
    let run = document.objectValue?["runs"]?.arrayValue?.first?.objectValue
    let result = try #require(run?["results"]?.arrayValue?.first?.objectValue)
    let related = try #require(result["relatedLocations"]?.arrayValue).compactMap(\.objectValue)
    #expect(related.map { $0["id"] } == (0..<9).map { .integer($0) })
    let levels = related.map { $0["properties"]?.objectValue?["nestingLevel"]?.integerValue ?? 0 }
    #expect(levels == [0, 1, 2, 2, 1, 1, 1, 1, 1])
  }

  @Test func nothingInTheMainFile() {
    let marked = MarkedDiagnostic("1️⃣a2️⃣")
    let report = DiagnosticReport(diagnostics: [marked.diagnostic], sources: marked.sources, path: "t.yaml")
    #expect(report.message(of: marked.diagnostic) == "what is wrong")
  }
}
