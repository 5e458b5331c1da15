// Shows diagnostics as annotations of a GitHub workflow run.

/// Renders workflow commands (GitHub Actions, "Workflow commands": `::error file=…,line=…::message`).
enum GitHubRenderer {
  static func render(_ reports: [DiagnosticReport]) -> String {
    reports.flatMap { report in report.diagnostics.map { command($0, report) } }.joined()
  }

  private static func command(_ diagnostic: Diagnostic, _ report: DiagnosticReport) -> String {
    let name =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties = ["file=\(escaped(report.path(of: diagnostic), isProperty: true))"]
    if let start = report.start(of: diagnostic), let end = report.end(of: diagnostic) {
      properties += ["line=\(start.line)", "endLine=\(end.line)", "col=\(start.column)"]
      if start.line == end.line { properties.append("endColumn=\(end.column)") }
    }
    properties.append("title=\(escaped("\(diagnostic.rule.code) \(diagnostic.rule.name)", isProperty: true))")
    let hints = [diagnostic.annotation].compactMap(\.self) + diagnostic.notes
    let message = ([report.message(of: diagnostic)] + hints).joined(separator: "\n")
    return "::\(name) \(properties.joined(separator: ","))::\(escaped(message, isProperty: false))\n"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
