// The order of diagnostics, and each once.
import Diagnostics
import Testing

struct DiagnosticSinkTests {
  private func diagnostic(_ rule: Rule, _ source: UInt32?, _ start: Int, _ message: String = "m")
    -> Diagnostic
  {
    Diagnostic(
      rule, message,
      at: source.map { SourceSpan(source: SourceID(index: $0), start: start, end: start + 1) }, path: "p")
  }

  @Test func sorted() {
    var sink = DiagnosticSink()
    let wanted = [
      diagnostic(.unreadableFile, nil, 0), diagnostic(.cycle, 0, 3), diagnostic(.missingContact, 0, 3),
      diagnostic(.cycle, 0, 20), diagnostic(.cycle, 1, 1),
    ]
    for index in [4, 2, 0, 3, 1] { sink.report(wanted[index]) }
    #expect(sink.sorted == wanted)
  }

  @Test func onceEach() {
    var sink = DiagnosticSink()
    for _ in 0..<3 { sink.report(diagnostic(.cycle, 0, 3)) }
    sink.report(diagnostic(.cycle, 0, 3, "other"))
    #expect(sink.sorted.map(\.message) == ["m", "other"])
  }

  @Test func errors() {
    var sink = DiagnosticSink()
    #expect(!sink.hasErrors)
    sink.report(diagnostic(.missingContact, 0, 0))
    #expect(!sink.hasErrors)
    sink.report(diagnostic(.cycle, 0, 0))
    #expect(sink.hasErrors)
  }
}
