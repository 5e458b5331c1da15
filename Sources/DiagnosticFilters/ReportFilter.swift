// What becomes of one file's diagnostics before anybody sees them: ignores in comments, then severities.
package import Diagnostics

/// Filters the diagnostics of one checked file and those of the files that it draws in.
///
/// The same report on the same day always gives the same: nothing is read, no clock is asked.
package struct ReportFilter: Sendable {
  /// For a file what becomes of its diagnostics: as they are to be shown, nil where their rule is off.
  package typealias Severities = @Sendable (_ path: String) -> (Diagnostic) -> Diagnostic?

  private let today: CalendarDate?
  private let severities: Severities

  /// - Parameter today: The day that ignores are measured against; nil: none of them has ended.
  package init(today: CalendarDate?, severities: @escaping Severities = { _ in { $0 } }) {
    self.today = today
    self.severities = severities
  }

  /// The report without what is ignored or off, and with what there is to say about the ignores in its own file.
  ///
  /// What is ignored is among the suppressed diagnostics.
  package func apply(to report: DiagnosticReport) -> DiagnosticReport {
    var ignores = IgnoreFilter(report, today: today)
    var shown: [Diagnostic] = []
    var suppressed = report.suppressed
    for diagnostic in report.diagnostics {
      if let reason = ignores.reason(toIgnore: diagnostic) {
        suppressed.append(SuppressedDiagnostic(diagnostic, .ignore(reason: reason)))
      } else {
        shown.append(diagnostic)
      }
    }
    var sink = DiagnosticSink()
    var settings: [String: FileSeverities] = [:]
    for diagnostic in shown + ignores.reports() {
      let path = report.path(of: diagnostic)
      if settings[path] == nil { settings[path] = FileSeverities(apply: severities(path)) }
      if let diagnostic = settings[path]?.apply(diagnostic) { sink.report(diagnostic) }
    }
    return DiagnosticReport(
      diagnostics: sink.sorted, suppressed: suppressed, sources: report.sources, path: report.path)
  }
}

/// What becomes of one file's diagnostics. A bare function in a dictionary would be wrapped anew each time that it is
/// put there.
private struct FileSeverities {
  let apply: (Diagnostic) -> Diagnostic?
}
