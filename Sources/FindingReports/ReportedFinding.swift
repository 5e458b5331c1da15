// A finding as a report has it: with its id, the line where that is known, and whether it was accepted.
internal import RunHistory
package import Diagnostics
internal import ComponentKit

/// One finding on its way into a report.
package struct ReportedFinding: Sendable {
  package let id: String
  package let artifact: String
  package let finding: Finding
  /// Where it is, with the line that its evidence shows.
  package let place: FindingPlace
  /// The entry that accepts it, if any.
  package let acceptance: AcceptedFinding?

  /// The beginning of the id, which is enough for commands, and what tells it from equal ones.
  package var shortID: String {
    let parts = id.split(separator: "-", maxSplits: 1)
    return (parts.first.map { String($0.prefix(12)) } ?? "") + (parts.count > 1 ? "-\(parts[1])" : "")
  }
}

/// What a walk over the findings of a run comes to.
package struct FindingCounts: Sendable, Hashable {
  package var all = 0
  package var accepted = 0
  /// Of artifacts that are marked sensitive: counted, and not shown.
  package var redacted = 0

  package init() {}

  package var open: Int { all - accepted }
}

/// What of a finding is worked out besides what it says itself.
package struct FindingDetail: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The id that reports show, which takes another look at the evidence.
  package static let ids = FindingDetail(rawValue: 1)
  /// The line, which takes another look at the texts.
  package static let lines = FindingDetail(rawValue: 2)
}

extension FindingsReport {
  /// Hands over every finding that is wanted, output by output.
  ///
  /// - Parameters:
  ///   - today: The day on which entries of the file of accepted findings have to hold.
  ///   - detail: What is wanted of each.
  /// - Returns: How many there were, and what is to be said of that file.
  @discardableResult
  package func forEach(
    today: CalendarDate, _ detail: FindingDetail = [.ids, .lines], _ body: (ReportedFinding) throws -> Void
  ) throws -> (counts: FindingCounts, acceptance: FindingAcceptance) {
    var acceptance = FindingAcceptance(accepted, today: today)
    var counts = FindingCounts()
    var values = FindingValues()
    let needsIDs = detail.contains(.ids) || !accepted.entries.isEmpty || !filter.ids.isEmpty
    for output in outputs {
      if output.isSensitive { counts.redacted += output.count }
      let lines = detail.contains(.lines) && !output.isSensitive ? try LineLocator.lines(of: output) : [:]
      var names = FindingNames()
      var ordinal = -1
      try output.forEachFinding { finding in
        ordinal += 1
        let id = needsIDs ? names.next(finding) : ""
        let entry = acceptance.entry(for: finding, id: id)
        guard filter.admits(finding, id: id) else { return }
        counts.all += 1
        if entry != nil { counts.accepted += 1 }
        var place = finding.place
        if detail.contains(.lines), place.line == nil, place.cell == nil {
          place.line = lines[ordinal] ?? values.numberedLine(of: finding)
        }
        try body(
          ReportedFinding(
            id: id, artifact: output.artifact, finding: finding, place: place, acceptance: entry))
      }
    }
    return (counts, acceptance)
  }

  /// The day on which the report is made, in UTC.
  package var today: CalendarDate {
    CalendarDate(secondsSince1970: max(0, origin.now.microseconds) / 1_000_000)
  }
}
