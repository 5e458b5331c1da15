// Which findings one artifact has and another has not. Does not know what runs they are of.
internal import CanonicalJSON
package import ComponentKit
internal import Diagnostics
package import FindingReports

/// A finding as a list of differences shows it; nothing of its evidence.
package struct ListedFinding: Sendable, Hashable {
  /// The id that reports show.
  package let id: String
  /// What was detected, such as `email_address`.
  package let indicator: String
  /// The classification, such as `identification_data`.
  package let category: String?
  package let place: FindingPlace
  package let isAccepted: Bool
}

/// The findings of two artifacts, compared by what they say and where: times, line numbers, the rows of a table and
/// the text around what was found do not count.
package struct FindingsDifference: Sendable {
  /// Only the second has these, in its order.
  package private(set) var new: [ListedFinding] = []
  /// Only the first has these, in its order.
  package private(set) var gone: [ListedFinding] = []
  package private(set) var unchanged = 0

  /// Those that nobody accepted.
  package var openCount: Int { new.count { !$0.isAccepted } }

  /// Compares two artifacts whose items are findings. Only their identities, and what differs, are kept in memory.
  package init(
    before: any ArtifactReader, after: any ArtifactReader, acceptance: inout FindingAcceptance
  ) throws {
    var values = FindingValues()
    var left: [FindingIdentity: Int] = [:]
    try Self.forEach(before) { left[FindingIdentity.exact($0, &values), default: 0] += 1 }
    var names = FindingNames()
    try Self.forEach(after) { finding in
      let id = names.next(finding)
      let isAccepted = acceptance.entry(for: finding, id: id) != nil
      let identity = FindingIdentity.exact(finding, &values)
      if let count = left[identity], count > 0 {
        left[identity] = count - 1
        unchanged += 1
      } else {
        new.append(Self.listed(finding, id, isAccepted: isAccepted))
      }
    }
    guard left.values.contains(where: { $0 > 0 }) else { return }
    names = FindingNames()
    try Self.forEach(before) { finding in
      let id = names.next(finding)
      let identity = FindingIdentity.exact(finding, &values)
      guard let count = left[identity], count > 0 else { return }
      left[identity] = count - 1
      gone.append(Self.listed(finding, id, isAccepted: false))
    }
  }

  /// Two artifacts of the same content.
  package init(unchanged reader: any ArtifactReader, acceptance: inout FindingAcceptance) throws {
    unchanged = reader.itemCount
    // Entries that speak of these findings are not for nothing.
    guard acceptance.hasFile else { return }
    var names = FindingNames()
    try Self.forEach(reader) { _ = acceptance.entry(for: $0, id: names.next($0)) }
  }

  private static func forEach(_ reader: any ArtifactReader, _ body: (Finding) -> Void) throws {
    try reader.forEachItem { item in
      body(Finding(item.objectValue ?? JSONObject(), schema: reader.schema))
    }
  }

  private static func listed(_ finding: Finding, _ id: String, isAccepted: Bool) -> ListedFinding {
    ListedFinding(
      id: id, indicator: finding.indicator, category: finding.category, place: finding.place,
      isAccepted: isAccepted)
  }
}
