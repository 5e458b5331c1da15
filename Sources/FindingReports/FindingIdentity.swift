// By what a finding is known again in another run. Knows no stored ids, which change with every line that moves.
internal import ComponentKit

/// The identity of a finding: what was found and where, without times, line numbers and the text around it.
///
/// There are two. The exact one covers the values themselves and stays in memory. The one that is shown, in
/// reports and in the file of accepted findings, covers what a masked report shows of them and nothing else: a
/// digest that covered the values could be tried out with every telephone number there is.
package struct FindingIdentity: Sendable, Hashable {
  /// Hexadecimal digits that are shown.
  package static let digits = 24

  private let content: ContentDigest

  /// The identity within one machine's memory; a cell of a database is known by its column, since rows move.
  package static func exact(_ finding: Finding, _ values: inout FindingValues) -> FindingIdentity {
    let found = values.values(of: finding)
    // Evidence in which nothing is found again counts as a whole.
    let texts = found.isEmpty ? finding.evidence.map(NumberedLines.content) : found
    return FindingIdentity(finding, place: finding.place.lasting, texts: Set(texts).sorted(by: isBefore)) {
      $0
    }
  }

  /// The identity that reports show.
  package static func shown(_ finding: Finding, _ values: inout FindingValues) -> FindingIdentity {
    let texts = values.values(of: finding).map(EvidenceMask.masked).sorted(by: isBefore)
    return FindingIdentity(finding, place: finding.place.source, texts: texts, pattern: EvidenceMask.masked)
  }

  private init(_ finding: Finding, place: String, texts: [String], pattern: (String) -> String) {
    var hasher = ContentHasher()
    let patterns = finding.patterns.map { "\(pattern($0.text)) \($0.count)" }.sorted(by: Self.isBefore)
    let groups = [
      [finding.kind.schema.name, finding.category ?? "", finding.indicator, place], patterns, texts,
      [finding.legal.dataSource ?? "", finding.legal.servicePurpose ?? ""],
    ]
    for group in groups {
      for text in group {
        hasher.update(Array(text.utf8))
        // No UTF-8 text holds these bytes: they keep neighbours apart.
        hasher.update([0xFF])
      }
      hasher.update([0xFE])
    }
    content = hasher.finalised()
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The digits that stand in reports, told apart by a count where one artifact has several of the same.
  package func text(occurrence: Int) -> String {
    let digits = String(content.hexadecimal.prefix(Self.digits))
    return occurrence == 0 ? digits : "\(digits)-\(occurrence + 1)"
  }
}

/// The values behind findings, found once for each pattern and text.
package struct FindingValues {
  private var matched = MatchedValues()

  package init() {}

  mutating func values(of finding: Finding) -> [String] { matched.values(of: finding) }

  mutating func numberedLine(of finding: Finding) -> Int? { matched.numberedLine(of: finding) }
}

/// Gives the findings of one artifact the ids that reports show.
package struct FindingNames {
  private var values = FindingValues()
  private var seen: [FindingIdentity: Int] = [:]

  package init() {}

  /// The id of the artifact's next finding.
  package mutating func next(_ finding: Finding) -> String {
    let identity = FindingIdentity.shown(finding, &values)
    let occurrence = seen[identity, default: 0]
    seen[identity] = occurrence + 1
    return identity.text(occurrence: occurrence)
  }
}
