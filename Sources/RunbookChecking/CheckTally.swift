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

  /// Problems that the baseline accepts.
  package private(set) var inBaseline = 0
  /// Problems that are ignored in comments.
  package private(set) var ignored = 0
  /// What was written: a baseline.
  package internal(set) var remarks: [String] = []
  /// Whether something that had to be written could not be.
  package internal(set) var hasFailed = false

  package init() {}

  mutating func add(_ file: CheckedFile) {
    switch file.outcome {
    case .checked: files += 1
    case .unreadable: unreadable += 1
    case .notARunbook: skipped += 1
    case .setting: break
    }
    if file.isFromCache { cached += 1 }
    add(file.report.diagnostics)
    inBaseline += file.report.suppressed.count { $0.cause == .baseline }
    ignored += file.report.suppressed.count { $0.cause != .baseline }
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

  /// `3 files checked: 1 error, 2 warnings, 12 in the baseline, 1 ignored`.
  package var summary: String {
    let problems = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map {
      Self.count($0.0, $0.1)
    }
    let hidden = [(inBaseline, "in the baseline"), (ignored, "ignored")].filter { $0.0 > 0 }.map {
      "\($0.0) \($0.1)"
    }
    let found = ((problems.isEmpty ? ["no problems"] : problems) + hidden).joined(separator: ", ")
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
