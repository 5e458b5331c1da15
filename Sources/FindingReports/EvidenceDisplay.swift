// How much of what was found is shown. Does not know where.

/// What stands in a report for the values that were found.
package enum EvidenceDisplay: String, Sendable, CaseIterable {
  /// The first and the last character of each value, and nothing of what is between or around it.
  case masked
  /// A keyed digest of each value: equal values of one report have the same.
  case hashed
  /// The text around each value as the detector kept it.
  case full
}

/// Shows evidence for one report.
///
/// What was found is looked for again in the text that the detector kept, with the patterns that matched. Nothing
/// else of that text is shown, since what stands around a value may be personal data too.
package struct EvidenceRenderer {
  package let display: EvidenceDisplay
  private let digest: EvidenceDigest
  private var values = MatchedValues()
  /// Values or texts of one finding that are shown.
  private let maximumCount: Int

  /// Characters of one text that are shown at most.
  private static let maximumLength = 300

  /// - Parameter key: What digests are keyed with; nil: a new random key, for this report alone.
  package init(_ display: EvidenceDisplay, key: [UInt8]? = nil, maximumCount: Int = 20) {
    self.display = display
    digest = EvidenceDigest(key: key)
    self.maximumCount = maximumCount
  }

  /// The evidence of a finding, each value once, in the order in which it was found.
  package mutating func shown(_ finding: Finding) -> [String] {
    let shown =
      switch display {
      case .full: finding.evidence.map(Self.cut)
      case .masked: values.values(of: finding).map(EvidenceMask.masked)
      case .hashed: values.values(of: finding).map(digest.text(of:))
      }
    // Where nothing could be found again, that there is evidence is all that is said.
    if shown.isEmpty, !finding.evidence.isEmpty { return [EvidenceMask.hidden] }
    var seen: Set<String> = []
    let unique = shown.filter { seen.insert($0).inserted }
    guard unique.count > maximumCount else { return unique }
    return unique.prefix(maximumCount) + ["and \(unique.count - maximumCount) more"]
  }

  private static func cut(_ text: String) -> String {
    text.count > maximumLength ? "\(text.prefix(maximumLength))…" : text
  }
}
