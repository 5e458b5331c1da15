// What came of checking one file.
package import Diagnostics
internal import RunbookCompiler

/// One file with what was found in it.
package struct CheckedFile: Sendable {
  package enum Outcome: Sendable {
    /// It was read and checked; what is wrong with it is in the report.
    case checked
    /// It could not be read; the report says why.
    case unreadable
    /// It was found in a directory and holds no runbook.
    case notARunbook
  }

  package let report: DiagnosticReport
  package let outcome: Outcome
  /// Whether it was known from an earlier check.
  package var isFromCache = false
  /// What the compiler worked on, held so that a large model need not be taken apart before the program ends.
  var compilation: CompilationResult?

  init(_ report: DiagnosticReport, _ outcome: Outcome = .checked) {
    self.report = report
    self.outcome = outcome
  }

  /// A file with nothing to say about it.
  static func silent(_ path: String, _ outcome: Outcome = .checked) -> CheckedFile {
    CheckedFile(DiagnosticReport(diagnostics: [], sources: SourceCollection(), path: path), outcome)
  }
}
