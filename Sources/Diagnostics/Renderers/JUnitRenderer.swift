// Shows diagnostics as a test report: one test case a file, one failure an error.

/// Renders JUnit XML, as CI servers read it.
enum JUnitRenderer {
  static func document(_ reports: [DiagnosticReport]) -> String {
    let failures = reports.count { $0.diagnostics.contains { $0.severity == .error } }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites tests=\"\(reports.count)\" failures=\"\(failures)\">\n"
    text += "  <testsuite name=\"wct check\" tests=\"\(reports.count)\" failures=\"\(failures)\">\n"
    text += reports.map(testCase).joined()
    return text + "  </testsuite>\n</testsuites>\n"
  }

  private static func testCase(_ report: DiagnosticReport) -> String {
    let name = XMLText.escaped(report.path)
    let errors = report.diagnostics.filter { $0.severity == .error }
    let others = report.diagnostics.filter { $0.severity != .error }
    guard !report.diagnostics.isEmpty else { return "    <testcase classname=\"wct\" name=\"\(name)\"/>\n" }
    var text = "    <testcase classname=\"wct\" name=\"\(name)\">\n"
    if let first = errors.first {
      text +=
        "      <failure type=\"\(first.rule.code)\" message=\"\(XMLText.escaped(report.message(of: first)))\">"
      text += lines(errors, report) + "</failure>\n"
    }
    if !others.isEmpty { text += "      <system-out>\(lines(others, report))</system-out>\n" }
    return text + "    </testcase>\n"
  }

  private static func lines(_ diagnostics: [Diagnostic], _ report: DiagnosticReport) -> String {
    let part = DiagnosticReport(diagnostics: diagnostics, sources: report.sources, path: report.path)
    return XMLText.escaped(ShortRenderer.render([part]))
  }
}
