// Checks files and applies what fixes there are. Writes nothing: what the files shall hold is the result.
package import Diagnostics
package import SourceEdits
internal import SystemFiles

/// A check with the fixes of what it found.
package struct CheckFix {
  /// What came of it.
  package struct Result {
    package let outcome: FixOutcome
    /// What was found before anything was fixed, and counted.
    package let reportsBefore: [DiagnosticReport]
    package let tallyBefore: CheckTally
    /// The same of the fixed texts.
    package let tally: CheckTally
  }

  /// The key of standard input among the fixed files.
  package static let standardInputKey = FixScope.standardInputKey

  private let request: CheckRequest
  private let settings: CheckSettings

  package init(_ request: CheckRequest, _ settings: CheckSettings) {
    self.request = request
    self.settings = settings
  }

  /// Checks, and applies fixes up to a degree of risk until there are none left.
  package func run(_ applicability: FixApplicability) throws -> Result {
    let scope = ScopeBox(FixScope(request))
    let first = ResultBox()
    let latest = ResultBox()
    let fixer = SourceFixer(
      identity: { scope.value.key(of: $0) }, mayChange: { scope.value.mayChange($0) },
      check: { texts in
        let (reports, outcomes, tally) = check(texts)
        if first.tally == nil { (first.reports, first.tally) = (reports, tally) }
        latest.outcomes = outcomes
        return reports
      })
    let outcome = try fixer.fix(applicability)
    var tally = CheckTally()
    for report in outcome.reports { tally.add(CheckedFile(report, latest.outcomes[report.path] ?? .checked)) }
    return Result(
      outcome: outcome, reportsBefore: first.reports, tallyBefore: first.tally ?? CheckTally(), tally: tally)
  }

  /// Checks everything with texts in place of those of files.
  private func check(
    _ texts: [String: [UInt8]]
  ) -> (reports: [DiagnosticReport], outcomes: [String: CheckedFile.Outcome], tally: CheckTally) {
    var request = request
    var settings = settings
    settings.texts = texts
    if let text = texts[FixScope.standardInputKey] { request.standardInput?.text = text }
    var reports: [DiagnosticReport] = []
    var outcomes: [String: CheckedFile.Outcome] = [:]
    let tally = CheckSession(request, settings).run { file in
      guard file.outcome != .notARunbook else { return }
      reports.append(file.report)
      outcomes[file.report.path] = file.outcome
    }
    return (reports, outcomes, tally)
  }

  /// Holds what a closure changes.
  private final class ScopeBox {
    var value: FixScope
    init(_ value: FixScope) { self.value = value }
  }

  private final class ResultBox {
    var reports: [DiagnosticReport] = []
    /// By the paths of the reports.
    var outcomes: [String: CheckedFile.Outcome] = [:]
    var tally: CheckTally?
  }
}
