// Shows each diagnostic on one line, as grep and compilers do.

/// Renders `file:line:column: severity[CODE] message`, and how a child's file came in.
enum ShortRenderer {
  static func render(_ reports: [DiagnosticReport]) -> String {
    reports.flatMap { report in
      report.diagnostics.map { diagnostic in
        let place = report.start(of: diagnostic).map { ":\($0.line):\($0.column)" } ?? ""
        let path = printable(report.path(of: diagnostic))
        let message = printable(report.message(of: diagnostic))
        return "\(path)\(place): \(diagnostic.severity.rawValue)[\(diagnostic.rule.code)] \(message)\n"
      }
    }.joined()
  }
}
