// What must hold for every diagnostic: its places lie inside their files, and every format can show it.
internal import CanonicalJSON
internal import Diagnostics

enum CheckDiagnostics {
  static func check(_ diagnostics: [Diagnostic], _ sources: SourceCollection) {
    for diagnostic in diagnostics {
      for span in [diagnostic.span].compactMap({ $0 }) + diagnostic.labels.map(\.span) {
        check(span, sources)
      }
      precondition(!diagnostic.message.isEmpty, "a diagnostic without a message: \(diagnostic.rule.code)")
    }
    show(DiagnosticReport(diagnostics: diagnostics, sources: sources, path: "input"))
  }

  private static func check(_ span: SourceSpan, _ sources: SourceCollection) {
    let size = sources[span.source].bytes.count
    precondition(
      span.start >= 0 && span.start <= span.end && span.end <= size, "span \(span) of \(size) bytes")
  }

  private static func show(_ report: DiagnosticReport) {
    for format in DiagnosticFormat.allCases {
      let text = format.render([report])
      guard format == .json || format == .sarif else { continue }
      precondition((try? JSONReader.read(text: text)) != nil, "\(format) is no JSON")
    }
  }
}
