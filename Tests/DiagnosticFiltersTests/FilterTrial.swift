// A file with diagnostics of chosen rules at chosen lines, and what the filters make of it.
import DiagnosticFilters
import Diagnostics

/// One checked file.
struct FilterTrial {
  var report: DiagnosticReport

  /// - Parameter found: Lines (from 1) and rules; each diagnostic is about the first word of its line.
  init(_ text: String, _ found: [(line: Int, rule: Rule)], name: String = "a.yaml") {
    var sources = SourceCollection()
    let source = SourceText(name: name, bytes: Array(text.utf8))
    let id = sources.add(source)
    let diagnostics = found.map { line, rule in
      let range = source.lineRange(line)
      let start = range.first { source.bytes[$0] != 0x20 } ?? range.lowerBound
      let end = source.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
      return Diagnostic(
        rule, "'\(rule.name)' is broken", at: SourceSpan(source: id, start: start, end: end))
    }
    report = DiagnosticReport(diagnostics: diagnostics, sources: sources, path: name)
  }

  func filtered(_ today: String = "2026-06-01") -> DiagnosticReport {
    ReportFilter(today: CalendarDate(today)).apply(to: report)
  }

  /// What is shown, as `line:column rule`.
  static func shown(_ report: DiagnosticReport) -> [String] {
    report.diagnostics.map { diagnostic in
      let place = report.start(of: diagnostic).map { "\($0.line):\($0.column) " } ?? ""
      return place + diagnostic.rule.name
    }
  }

  /// The text with every fix applied, the last first.
  static func fixed(_ report: DiagnosticReport) -> String {
    let edits = report.diagnostics.flatMap(\.fixes).flatMap(\.edits).sorted { $0.span.start > $1.span.start }
    guard let source = report.sources.ids.first else { return "" }
    var bytes = report.sources[source].bytes
    for edit in edits {
      bytes.replaceSubrange(edit.span.start..<edit.span.end, with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
