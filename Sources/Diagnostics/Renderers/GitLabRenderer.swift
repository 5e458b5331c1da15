// Shows diagnostics in GitLab's merge requests.
internal import CanonicalJSON

/// Renders a Code Quality report (GitLab documentation, "Code Quality report format").
enum GitLabRenderer {
  static func document(_ reports: [DiagnosticReport]) -> JSONValue {
    .array(
      reports.flatMap { report in
        zip(report.diagnostics, Fingerprint.all(of: report)).map { entry($0, $1, report) }
      })
  }

  private static func entry(
    _ diagnostic: Diagnostic, _ fingerprint: String, _ report: DiagnosticReport
  ) -> JSONValue {
    let begin = report.start(of: diagnostic)?.line ?? 1
    let end = report.end(of: diagnostic)?.line ?? begin
    return [
      "description": .string(report.message(of: diagnostic)),
      "check_name": .string("\(diagnostic.rule.code) \(diagnostic.rule.name)"),
      "fingerprint": .string(fingerprint),
      "severity": .string(severity(diagnostic.severity)),
      "location": [
        "path": .string(report.path(of: diagnostic)),
        "lines": ["begin": .integer(begin), "end": .integer(end)],
      ],
    ]
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
