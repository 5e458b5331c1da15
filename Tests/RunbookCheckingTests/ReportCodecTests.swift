// Diagnostics as bytes: all of them come back, and what would get lost is not kept.
import Diagnostics
import TestSupport
import Testing

@testable import RunbookChecking

@Suite struct ReportCodecTests {
  private var report: StoredReport {
    func span(_ source: UInt32, _ start: Int) -> SourceSpan {
      SourceSpan(source: SourceID(index: source), start: start, end: start + 3)
    }
    var inner = Diagnostic(
      .cycle, "a message", at: span(0, 4), annotation: "here",
      labels: [DiagnosticLabel("there", at: span(1, 70_000))],
      flow: [DiagnosticLabel("step", at: span(1, 2))],
      notes: ["one", ""], fixes: [FixIt("replace", replacing: span(1, 5), with: "new\ntext")])
    inner.provenance = Provenance(
      ProvenanceStep.Kind.allCases.map { ProvenanceStep($0, "led here", at: span(1, 9)) })
    for _ in 0..<7 { inner.provenance.add(use: span(1, 40)) }
    return StoredReport(
      sources: ["a.yaml", "café.yaml"],
      diagnostics: [
        Diagnostic(.unreadableFile, "no place", at: nil, path: "gone.yaml"),
        inner,
      ],
      suppressed: [
        SuppressedDiagnostic(Diagnostic(.cycle, "one", at: span(0, 1)), .ignore(reason: "for now")),
        SuppressedDiagnostic(Diagnostic(.cycle, "two", at: span(0, 1)), .baseline),
      ])
  }

  @Test func everythingComesBack() throws {
    let bytes = try #require(report.encoded)
    #expect(try StoredReport(bytes) == report)
  }

  /// A field that the codec does not know makes the result equal no more, and so it is not kept. This says which
  /// fields it knows, for whoever adds one.
  @Test func theFieldsAreThoseThatAreKnown() throws {
    func fields(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
    let diagnostic = report.diagnostics[1]
    #expect(
      fields(diagnostic) == [
        "rule", "severity", "message", "span", "path", "annotation", "labels", "flow", "notes", "fixes",
        "provenance",
      ])
    #expect(fields(diagnostic.provenance) == ["steps", "otherUses", "otherUseCount"])
    #expect(fields(diagnostic.provenance.steps[0]) == ["kind", "span", "message"])
    #expect(fields(diagnostic.labels[0]) == ["span", "message"])
    #expect(fields(diagnostic.fixes[0]) == ["message", "applicability", "edits"])
    #expect(fields(diagnostic.fixes[0].edits[0]) == ["span", "replacement"])
  }

  @Test func noiseEndsInAnError() throws {
    let bytes = try #require(report.encoded)
    for count in 0..<bytes.count {
      #expect(throws: CorruptCache.self) { try StoredReport(Array(bytes.prefix(count))) }
    }
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      var changed = bytes
      changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      guard let read = try? StoredReport(changed) else { continue }
      #expect(read.diagnostics.allSatisfy { ($0.span?.source.index ?? 0) < read.sources.count })
    }
  }
}
