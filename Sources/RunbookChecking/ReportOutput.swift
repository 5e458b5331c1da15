// Shows reports as they come, or all at the end, in every format that was asked for.
package import Diagnostics
package import SystemFiles

/// Where diagnostics go: one format to a stream, others to files.
package struct ReportOutput {
  package struct Style: Sendable {
    package var isColoured = false
    /// Columns.
    package var width = 100
    /// Whether only errors are shown; files hold everything.
    package var isQuiet = false
    /// The directory that relative paths are seen from, where places are links.
    package var linkDirectory: String?

    package init(
      isColoured: Bool = false, width: Int = 100, isQuiet: Bool = false, linkDirectory: String? = nil
    ) {
      (self.isColoured, self.width, self.isQuiet) = (isColoured, width, isQuiet)
      self.linkDirectory = linkDirectory
    }
  }

  private let shown: DiagnosticFormat
  private let files: [(format: DiagnosticFormat, path: String)]
  private let style: Style
  private let write: (String) -> Void
  private var reports: [DiagnosticReport] = []

  /// - Parameters:
  ///   - shown: The format of the stream.
  ///   - write: Takes text for the stream.
  package init(
    _ shown: DiagnosticFormat, files: [(format: DiagnosticFormat, path: String)], style: Style,
    write: @escaping (String) -> Void
  ) {
    (self.shown, self.files, self.style, self.write) = (shown, files, style, write)
  }

  /// Takes one file's report; what can be shown by itself is shown at once.
  package mutating func add(_ report: DiagnosticReport) {
    if shown.isListOfEntries, !report.diagnostics.isEmpty || !report.suppressed.isEmpty { show([report]) }
    if !shown.isListOfEntries || !files.isEmpty { reports.append(report) }
  }

  /// Shows and writes what has to be whole.
  package mutating func finish() throws(SystemError) {
    if !shown.isListOfEntries { show(reports) }
    for file in files { try writeFile(file.path, Array(file.format.render(reports).utf8)) }
    reports = []
  }

  private func show(_ reports: [DiagnosticReport]) {
    let reports = style.isQuiet ? reports.map(\.errorsOnly) : reports
    let text = shown.render(
      reports, isColoured: style.isColoured, width: style.width, linkDirectory: style.linkDirectory)
    if !text.isEmpty { write(text) }
  }
}

extension DiagnosticFormat {
  /// Whether the entries of several files may stand one after the other.
  fileprivate var isListOfEntries: Bool {
    switch self {
    case .text, .short, .jsonl, .github: true
    case .json, .sarif, .gitlab, .junit, .checkstyle: false
    }
  }
}

extension DiagnosticReport {
  /// The report without warnings and notes.
  fileprivate var errorsOnly: DiagnosticReport {
    DiagnosticReport(diagnostics: diagnostics.filter { $0.severity == .error }, sources: sources, path: path)
  }
}
