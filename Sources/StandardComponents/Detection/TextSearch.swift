// Searches texts as a whole: one finding for a rule, or for the rules of equal fields. Knows no wire format.
internal import ComponentKit
internal import RuleMatching
internal import RulesetModel
internal import TextMatching

/// The search of a detector in texts.
struct TextSearch {
  private let builder: DetectorFinding
  private var evidence: EvidenceText
  private var scan: RuleScan

  init(_ builder: DetectorFinding, _ options: DetectorOptions) {
    self.builder = builder
    evidence = EvidenceText(margin: options.contextSize.margin, maximumCount: options.maximumEvidenceCount)
    scan = RuleScan(
      builder.rules, proximityThreshold: options.proximityThreshold,
      maximumPlaceCount: options.maximumEvidenceCount, keptMatches: options.keptMatches)
  }

  var abandonedPatterns: [String] { scan.abandonedPatterns }

  /// How many pieces of evidence were cut since this was last asked.
  mutating func takeCutCount() -> Int {
    defer { evidence.cutCount = 0 }
    return evidence.cutCount
  }

  mutating func findings(
    in text: DetectorText, _ context: any ComponentContext
  ) throws -> [DetectorFinding.Result] {
    let content = text.content.utf8Span
    if PythonWhitespace.isBlank(content.span) { return [] }
    let matched = try scan.run(
      over: content, language: text.language, checkCancellation: context.checkCancellation)
    var findings: [DetectorFinding.Result] = []
    for rules in builder.together(matched) { findings.append(finding(of: rules, text, content.span)) }
    return findings
  }

  private mutating func finding(
    of rules: [Int], _ text: DetectorText, _ content: Span<UInt8>
  ) -> DetectorFinding.Result {
    // Loops, since closures would copy the scan.
    var found: [(rule: DetectionRule, patterns: [(pattern: String, places: PatternPlaces)])] = []
    for rule in rules { found.append((builder.rules.rules[rule], scan.matches(of: rule))) }
    let matches = found.flatMap(\.patterns)
    var text = text
    MatchPositions(found, in: content).write(to: &text.context)
    return builder.result(
      of: rules, in: text, evidence: evidence.snippets(of: matches.map(\.places), in: content),
      patterns: matches.map { ($0.pattern, $0.places.matchCount) }, weight: builder.weight(of: rules),
      rulesWithContext: scan.rulesWithContext)
  }
}
