// What was found, in a table that fits a terminal: which personal data, how much, where.
internal import CanonicalJSON
package import ComponentKit
package import Diagnostics
package import ExecutionPlan
package import FindingReports

/// The findings of one artifact, grouped by what they are.
package struct FindingsTable: Sendable {
  /// One group of findings.
  package struct Row: Sendable, Hashable {
    /// The classification, such as `identification_data`; nil where the findings are not classified.
    package let category: String?
    /// What was detected, such as `email`.
    package let indicator: String
    /// Whether it is of a special category (GDPR, Article 9).
    package let isSpecial: Bool
    package fileprivate(set) var findings = 0
    package fileprivate(set) var matches = 0
    /// The sources with their matches, most first.
    package fileprivate(set) var sources: [(name: String, matches: Int)] = []

    package static func == (left: Row, right: Row) -> Bool {
      left.category == right.category && left.indicator == right.indicator
    }
    package func hash(into hasher: inout Hasher) {
      hasher.combine(category)
      hasher.combine(indicator)
    }
  }

  package let artifact: ArtifactID
  /// Special categories first, then by category and indicator.
  package let rows: [Row]
  /// Those that nobody accepted.
  package let findings: Int
  /// Those that somebody accepted, which are in no row.
  package let accepted: Int
  /// The directory that all sources lie in, with its slash; empty where they have none in common.
  package let commonDirectory: String

  /// The table of an artifact whose items are findings; nil for other artifacts.
  package static func of(
    _ reader: any ArtifactReader, artifact: ArtifactID, itemsProperty: String?,
    accepted: AcceptedFindings = AcceptedFindings(), today: CalendarDate
  ) throws -> FindingsTable? {
    guard itemsProperty == "findings" else { return nil }
    var groups: [Key: Group] = [:]
    var total = 0
    var acceptedCount = 0
    var acceptance = FindingAcceptance(accepted, today: today)
    var names = FindingNames()
    let schema = reader.schema
    try reader.forEachItem { item in
      guard let finding = item.objectValue.map({ Finding($0, schema: schema) }) else { return }
      if !accepted.entries.isEmpty, acceptance.entry(for: finding, id: names.next(finding)) != nil {
        acceptedCount += 1
        return
      }
      total += 1
      groups[Key(finding), default: Group()].add(finding)
    }
    let rows = groups.map { key, group in
      Row(
        category: key.category, indicator: key.indicator, isSpecial: key.isSpecial, findings: group.findings,
        matches: group.matches,
        sources: group.sources.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) })
    }
    let directory = commonDirectory(of: groups.values.flatMap { $0.sources.keys })
    return FindingsTable(
      artifact: artifact,
      rows: rows.sorted {
        ($0.isSpecial ? 0 : 1, $0.category ?? "", $0.indicator)
          < ($1.isSpecial ? 0 : 1, $1.category ?? "", $1.indicator)
      }, findings: total, accepted: acceptedCount, commonDirectory: directory)
  }

  private static func commonDirectory(of sources: [String]) -> String {
    guard var common = sources.first?[...] else { return "" }
    for source in sources {
      common = common.commonPrefix(with: source)
      if common.isEmpty { return "" }
    }
    guard let slash = common.lastIndex(of: "/") else { return "" }
    return String(common[...slash])
  }

  private struct Key: Hashable {
    let category: String?
    let indicator: String
    let isSpecial: Bool

    init(_ finding: Finding) {
      category = finding.category
      indicator = finding.indicator
      isSpecial = finding.isSpecial
    }
  }

  private struct Group {
    var findings = 0
    var matches = 0
    var sources: [String: Int] = [:]

    mutating func add(_ finding: Finding) {
      findings += 1
      matches &+= finding.matches
      sources[finding.place.source, default: 0] &+= finding.matches
    }
  }
}

extension Substring {
  /// The characters that both texts begin with.
  fileprivate func commonPrefix(with other: String) -> Substring {
    prefix(zip(self, other).prefix { $0 == $1 }.count)
  }
}
