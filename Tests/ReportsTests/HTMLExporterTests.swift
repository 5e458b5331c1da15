// The report of a run as a page: whole, bounded, safe, and of itself.
import CanonicalJSON
import ComponentKit
import Diagnostics
import ExecutionPlan
import FindingReports
import RunHistory
import SystemFiles
import TestSupport
import Testing

@testable import Reports

@Suite struct HTMLExporterTests {
  private func page(_ run: SampleRun, _ change: (inout HTMLExporter.Options) -> Void = { _ in }) throws
    -> String
  {
    let directory = try TemporaryDirectory()
    var options = HTMLExporter.Options(program: "test 1")
    change(&options)
    let path = PathText.join(directory.path, "report.html")
    try HTMLExporter.export(run.report(), options, to: path)
    return String(decoding: try readFile(path), as: UTF8.self)
  }

  private func finding(_ text: String, source: String = "data/a.txt") -> JSONValue {
    [
      "category": "email_address", "evidence": [["content": .string(text)]],
      "matched_patterns": [["pattern": #"\w+@[\w.]+"#, "match_count": 2]],
      "metadata": ["source": .string(source)],
    ]
  }

  private func run(_ items: [JSONValue], flags: Instruction.Flags = .output) throws -> SampleRun {
    var run = SampleRun()
    run.items = items
    run.work(try run.add("found", flags: flags), 0, 1)
    return run
  }

  @Test func hostileNamesStayText() throws {
    let attack = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>\u{202E}"
    var run = SampleRun()
    run.plan.runbook = RunbookLabel(name: attack, description: attack, contact: attack)
    run.plan.environment = [RequiredVariable(name: attack, isRequired: true, isSecret: true)]
    run.plan.components = [
      ComponentImport(
        kind: .processor, type: attack, version: attack, manifest: ContentDigest(of: []))
    ]
    run.items = [
      finding(attack, source: attack), ["category": .string(attack), "privacy_category": .string(attack)],
    ]
    run.work(
      try run.add("found", flags: .output, label: ArtifactLabel(name: attack, description: attack)), 0, 1)
    let page = try page(run) { $0.evidence = .full }
    #expect(page.components(of: "<script").count == 2, "its own script alone")
    #expect(!page.contains("<img") && !page.unicodeScalars.contains("\u{202E}"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&gt;&lt;img src=x"))
  }

  @Test func thePageNeedsNothingElse() throws {
    let page = try page(run([finding("maria@example.com")]))
    for reference in ["src=", "url(http", "@import", "<link", "<iframe", "fetch(", "XMLHttpRequest"] {
      #expect(!page.contains(reference), "\(reference)")
    }
    #expect(
      page.components(of: "http").allSatisfy {
        $0.hasPrefix("<!") || $0.hasPrefix("-equiv") || $0.hasPrefix("://www.w3.org/2000/svg")
      })
    let script = ReportStyle.base64(ContentDigest(of: Array(ReportStyle.script.utf8)).bytes)
    #expect(page.contains("default-src 'none'") && page.contains("script-src 'sha256-\(script)'"))
    #expect(page.contains("<script>\(ReportStyle.script)</script>"), "byte for byte what the policy allows")
  }

  @Test func evidenceIsMaskedUnlessAskedFor() throws {
    let run = try run([finding("maria@example.com")])
    #expect(try !page(run).contains("maria@"))
    #expect(try page(run).contains("<td class=\"r-short\">••••@e••••m</td>"))
    #expect(try page(run) { $0.evidence = .full }.contains("<td>maria@example.com</td>"))
  }

  @Test func acceptedFindingsAreMarked() throws {
    let entry = AcceptedFinding(source: "data/*", reason: "<b>ours</b>", until: CalendarDate("2999-01-01"))
    let page = try page(run([finding("maria@example.com")])) {
      $0.accepted = AcceptedFindings(entries: [entry])
    }
    #expect(page.contains("accepted until 2999-01-01: &lt;b&gt;ours&lt;/b&gt;"))
    #expect(page.contains("<caption>1 finding, 1 of them accepted;"))
  }

  @Test func findingsAreBoundedAndThePageSaysSo() throws {
    let run = try run((0..<30).map { finding("text \($0)", source: "file-\($0).txt") })
    let cut = try page(run) { $0.maximumFindings = 7 }
    #expect(cut.contains("Only the first 7 of 30 findings"))
    #expect(cut.contains("file-6.txt") && !cut.contains("file-7.txt"))
    #expect(try page(run).contains("<caption>30 findings;"))
  }

  @Test func aSensitiveOutputIsRedacted() throws {
    let page = try page(run([finding("maria@example.com")], flags: [.output, .sensitive])) {
      $0.evidence = .full
    }
    #expect(page.contains("[REDACTED]") && !page.contains("maria"))
  }

  @Test func aScreenReaderFindsItsWay() throws {
    let page = try page(run([finding("maria@example.com")]))
    for part in [
      "<html lang=\"en\">", "<main id=\"content\">", "<nav aria-label", "<header>", "<footer>", "<h1>",
    ] {
      #expect(page.components(of: part).count == 2, "once: \(part)")
    }
    let heads = page.components(of: "<th").dropFirst().filter { !$0.hasPrefix("ead") }
    #expect(!heads.isEmpty && heads.allSatisfy { $0.hasPrefix(" scope=\"") })
    #expect(page.components(of: "<table").count == page.components(of: "<caption>").count)
    let sections = page.components(of: "<section ").dropFirst()
    #expect(sections.count == 6 && sections.allSatisfy { $0.hasPrefix("aria-labelledby=\"") })
    #expect(
      page.contains("aria-label=\"found; merge, findings/1.0.0; output; completed\""), "the graph in words")
    #expect(page.contains("@media print") && page.contains("prefers-color-scheme: dark"))
  }

  @Test func aFailedRunSaysWhatFailed() throws {
    var run = SampleRun()
    run.status = .failed
    run.work(try run.add("broken", flags: .output), 0, 1, .failed)
    let page = try page(run)
    #expect(page.contains("<strong>broken</strong>: it broke") && page.contains("outcome-failed"))
    #expect(page.contains("No output was completed"))
  }
}

extension String {
  /// What is between the places where a text stands.
  fileprivate func components(of text: String) -> [Substring] {
    split(separator: text, omittingEmptySubsequences: false)
  }
}
