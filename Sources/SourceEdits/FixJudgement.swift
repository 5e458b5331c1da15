// Compares what was found before and after some fixes. Does not know how the texts were checked.
package import Diagnostics

/// Why a fix was taken back.
package enum FixHarm: Sendable {
  /// The problem is still there.
  case unresolved
  /// Something is an error that was none before.
  case newError(Diagnostic)
}

/// The problems of one state of the texts.
struct Findings {
  let reports: [DiagnosticReport]
  private let counts: ProblemCounts
  /// The errors of each rule in each file, whatever they say.
  private let kindCounts: ProblemCounts
  private let identity: (String) -> String

  init(_ reports: [DiagnosticReport], identity: @escaping (String) -> String) {
    var (counts, kindCounts) = (ProblemCounts(), ProblemCounts())
    for report in reports {
      for diagnostic in report.diagnostics {
        let key = Self.key(diagnostic, report, identity)
        counts.add(key)
        if diagnostic.severity == .error { kindCounts.add(key.kind) }
      }
    }
    (self.reports, self.counts, self.kindCounts, self.identity) = (reports, counts, kindCounts, identity)
  }

  static func key(
    _ diagnostic: Diagnostic, _ report: DiagnosticReport, _ identity: (String) -> String
  ) -> ProblemKey {
    ProblemKey(
      rule: diagnostic.rule.code, file: identity(report.path(of: diagnostic)),
      message: Array(diagnostic.message.utf8))
  }

  /// What speaks against fixes that led from the findings `before` to these.
  ///
  /// A fix must resolve its own problem. A fix of a warning may bring no error. A fix of an error may bring
  /// errors to light that it hid, but none about the text that it wrote, and no syntax error unless it resolves
  /// one: those are of its own making. Where a file has no more errors of a rule than before, what is said is said
  /// of the same places in other words, as after an id got another name.
  ///
  /// - Parameter edited: The ranges that the fixes wrote, by file.
  func harm(of fixes: [LocatedFix], before: Findings, edited: [String: [Range<Int>]]) -> FixHarm? {
    var resolved = ProblemCounts()
    for fix in fixes { resolved.add(fix.key) }
    for fix in fixes where counts[fix.key] > max(0, before.counts[fix.key] - resolved[fix.key]) {
      return .unresolved
    }
    let mayReveal = fixes.allSatisfy(\.resolvesError)
    let resolvesSyntax = fixes.allSatisfy { $0.diagnostic.rule.isAboutSyntax }
    var kinds = ProblemCounts()
    for fix in fixes { kinds.add(fix.key.kind) }
    for (diagnostic, report) in newErrors(since: before) {
      let kind = Self.key(diagnostic, report, identity).kind
      if kindCounts[kind] <= before.kindCounts[kind] - kinds[kind] { continue }
      let isOwn = touches(diagnostic, report, edited) && !diagnostic.rule.isAboutAbsence
      let breaksSyntax = diagnostic.rule.isAboutSyntax && !resolvesSyntax
      if !mayReveal || isOwn || breaksSyntax { return .newError(diagnostic) }
    }
    return nil
  }

  private func newErrors(since before: Findings) -> [(Diagnostic, DiagnosticReport)] {
    var seen = ProblemCounts()
    var new: [(Diagnostic, DiagnosticReport)] = []
    for report in reports {
      for diagnostic in report.diagnostics where diagnostic.severity == .error {
        let key = Self.key(diagnostic, report, identity)
        seen.add(key)
        if seen[key] > before.counts[key] { new.append((diagnostic, report)) }
      }
    }
    return new
  }

  /// Whether a range meets one of some that are sorted and keep clear of each other.
  private static func touches(_ place: ClosedRange<Int>, _ ranges: [Range<Int>]) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < place.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= place.upperBound
  }

  private func touches(
    _ diagnostic: Diagnostic, _ report: DiagnosticReport, _ edited: [String: [Range<Int>]]
  ) -> Bool {
    let spans = [diagnostic.span].compactMap(\.self) + diagnostic.labels.map(\.span)
    return spans.contains { span in
      let ranges = edited[identity(report.sources[span.source].name)] ?? []
      return Self.touches(span.start...span.end, ranges)
    }
  }
}

extension Rule {
  fileprivate var isAboutSyntax: Bool { code.hasPrefix("WCT1") }

  /// What is missing was missing before, only that nobody could ask for it.
  fileprivate var isAboutAbsence: Bool { self == .missingField || self == .missingProperty }
}
