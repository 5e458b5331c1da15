// Counts what a check found. Knows no exit codes and no files.
internal import Diagnostics

/// How many files there were, and how many problems in them.
package struct CheckTally: Sendable {
  package private(set) var files = 0
  package private(set) var errors = 0
  package private(set) var warnings = 0
  /// Files of directories that hold no runbook.
  package private(set) var skipped = 0
  /// Files whose result was known from an earlier check.
  package private(set) var cached = 0
  /// Paths that could not be read, and those that lead to nothing.
  package private(set) var unreadable = 0

  package init() {}

  mutating func add(_ file: CheckedFile) {
    switch file.outcome {
    case .checked: files += 1
    case .unreadable: unreadable += 1
    case .notARunbook: skipped += 1
    }
    if file.isFromCache { cached += 1 }
    add(file.report.diagnostics)
  }

  private mutating func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: break
      }
    }
  }

  /// `3 files checked: 1 error, 2 warnings`.
  package var summary: String {
    let problems = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map {
      Self.count($0.0, $0.1)
    }
    let found = problems.isEmpty ? "no problems" : problems.joined(separator: ", ")
    return "\(Self.count(files, "file")) checked: \(found)"
  }

  /// What else there is to know: `2 other YAML files skipped, 3 results from the cache`; empty when nothing.
  package var details: String {
    var parts: [String] = []
    if skipped > 0 { parts.append("\(Self.count(skipped, "YAML file")) without a runbook skipped") }
    if cached > 0 { parts.append("\(Self.count(cached, "result")) from the cache") }
    return parts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
