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
    /// It is no runbook, but what runbooks are checked with: a configuration, a policy, a baseline.
    case setting
  }

  package internal(set) var report: DiagnosticReport
  package let outcome: Outcome
  /// Whether it was known from an earlier check.
  package var isFromCache = false
  /// What it follows from, so that it can be kept; nil when that can't be said.
  var facts: CheckFacts?
  /// What else was looked at, besides the file itself.
  var dependencies = WatchedPaths()
  /// What the compiler worked on, held so that a large model need not be taken apart before the program ends.
  var compilation: CompilationResult?

  init(_ report: DiagnosticReport, _ outcome: Outcome = .checked) {
    self.report = report
    self.outcome = outcome
  }

  /// A file that runbooks are checked with.
  init(setting report: DiagnosticReport, isUnreadable: Bool) {
    self.init(report, isUnreadable ? .unreadable : .setting)
  }

  /// A file with nothing to say about it.
  static func silent(_ path: String, _ outcome: Outcome = .checked) -> CheckedFile {
    CheckedFile(DiagnosticReport(diagnostics: [], sources: SourceCollection(), path: path), outcome)
  }
}
