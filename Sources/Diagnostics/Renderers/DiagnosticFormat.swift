// The formats that diagnostics can be shown in.
internal import CanonicalJSON

/// A way to show diagnostics.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  case text, short, json, jsonl, sarif, github, gitlab, junit, checkstyle

  /// The reports in this format, ending with a line break unless empty.
  ///
  /// Colours, the width of the terminal and the directory that links begin from concern ``text`` alone.
  package func render(
    _ reports: [DiagnosticReport], isColoured: Bool = false, width: Int = 120, linkDirectory: String? = nil
  ) -> String {
    switch self {
    case .text:
      reports.map { report in
        let renderer = TextRenderer(
          sources: report.sources, isColoured: isColoured, width: width, linkDirectory: linkDirectory)
        return report.diagnostics.map { renderer.render($0) + "\n" }.joined()
      }.joined()
    case .short: ShortRenderer.render(reports)
    case .json: JSONRenderer.document(reports).canonicalText + "\n"
    case .jsonl: JSONRenderer.lines(reports)
    case .sarif: SARIFRenderer.document(reports).canonicalText + "\n"
    case .github: GitHubRenderer.render(reports)
    case .gitlab: GitLabRenderer.document(reports).canonicalText + "\n"
    case .junit: JUnitRenderer.document(reports)
    case .checkstyle: CheckstyleRenderer.document(reports)
    }
  }
}
