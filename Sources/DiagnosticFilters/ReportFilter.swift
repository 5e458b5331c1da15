// What becomes of one file's diagnostics before anybody sees them: ignores in comments, then severities.
package import Diagnostics

/// Filters the diagnostics of one checked file and those of the files that it draws in.
///
/// The same report on the same day always gives the same: nothing is read, no clock is asked.
package struct ReportFilter: Sendable {
  /// The diagnostic as it is to be shown in a file; nil where its rule is off there.
  package typealias Severities = @Sendable (_ diagnostic: Diagnostic, _ path: String) -> Diagnostic?

  private let today: CalendarDate
  private let severities: Severities

  package init(today: CalendarDate, severities: @escaping Severities = { diagnostic, _ in diagnostic }) {
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
    for diagnostic in shown + ignores.reports() {
      if let diagnostic = severities(diagnostic, report.path(of: diagnostic)) { sink.report(diagnostic) }
    }
    return DiagnosticReport(
      diagnostics: sink.sorted, suppressed: suppressed, sources: report.sources, path: report.path)
  }
}
