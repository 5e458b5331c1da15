// Which findings of a run are accepted, and what is to be said of the file that says so.
package import Diagnostics

/// Applies a file of accepted findings to the findings of a run.
package struct FindingAcceptance: Sendable {
  private let accepted: AcceptedFindings
  private let today: CalendarDate
  /// Entries by the id that they name, and those that name none.
  private var byID: [String: [Int]] = [:]
  private var general: [Int] = []
  /// Which entries some finding fitted.
  private var isMatched: [Bool]

  package init(_ accepted: AcceptedFindings, today: CalendarDate) {
    self.accepted = accepted
    self.today = today
    isMatched = [Bool](repeating: false, count: accepted.entries.count)
    for (index, entry) in accepted.entries.enumerated() {
      if let id = entry.finding { byID[id, default: []].append(index) } else { general.append(index) }
    }
  }

  /// Whether there is a file at all.
  package var hasFile: Bool { accepted.file != nil }

  /// The entry that accepts a finding today, if any.
  package mutating func entry(for finding: Finding, id: String) -> AcceptedFinding? {
    var found: AcceptedFinding?
    for index in (byID[id] ?? []) + general {
      let entry = accepted.entries[index]
      guard entry.matches(finding, id: id) else { continue }
      isMatched[index] = true
      if found == nil, !entry.isExpired(on: today) { found = entry }
    }
    return found
  }

  /// What is to be said once all findings were asked for: entries whose time is over, and those that fit nothing.
  package var remarks: DiagnosticReport {
    var sources = SourceCollection()
    let source = sources.add(accepted.file ?? SourceText(name: "", bytes: []))
    var sink = DiagnosticSink()
    for (index, entry) in accepted.entries.enumerated() {
      let span = entry.range.map { SourceSpan(source: source, start: $0.lowerBound, end: $0.upperBound) }
      if entry.isExpired(on: today) {
        let day = entry.until?.description ?? ""
        sink.report(
          Diagnostic(
            .expiredAcceptance,
            isMatched[index]
              ? "this was accepted until \(day): the findings count again"
              : "this was accepted until \(day), and no finding fits it any more",
            at: span, path: accepted.file?.name,
            notes: [isMatched[index] ? "give it a later day, or see to the findings" : "remove it"]))
      } else if !isMatched[index] {
        sink.report(
          Diagnostic(
            .unmatchedAcceptance, "no finding of this run fits what is accepted here", at: span,
            path: accepted.file?.name,
            notes: [
              "the finding is gone, or it changed: look at it, then remove the entry or accept it again"
            ]))
      }
    }
    return DiagnosticReport(diagnostics: sink.sorted, sources: sources, path: accepted.file?.name ?? "")
  }
}
