// Shows diagnostics in the format of Checkstyle, which many review tools read.

/// Renders Checkstyle XML, version 4.3.
enum CheckstyleRenderer {
  static func document(_ reports: [DiagnosticReport]) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"
    for report in reports {
      var paths = [report.path]
      for path in report.diagnostics.map(report.path(of:)) where !paths.contains(path) { paths.append(path) }
      for path in paths { text += file(path, report) }
    }
    return text + "</checkstyle>\n"
  }

  private static func file(_ path: String, _ report: DiagnosticReport) -> String {
    let errors = report.diagnostics.filter { report.path(of: $0) == path }.map { error($0, report) }
    return "  <file name=\"\(XMLText.escaped(path))\">\n\(errors.joined())  </file>\n"
  }

  private static func error(_ diagnostic: Diagnostic, _ report: DiagnosticReport) -> String {
    let place = report.start(of: diagnostic)
    let severity = diagnostic.severity == .note ? "info" : diagnostic.severity.rawValue
    return "    <error line=\"\(place?.line ?? 1)\" column=\"\(place?.column ?? 1)\" severity=\"\(severity)\""
      + " message=\"\(XMLText.escaped(report.message(of: diagnostic)))\" source=\"wct.\(diagnostic.rule.code)\"/>\n"
  }
}
