// Searches source files line by line: one finding for the rules of equal fields. Knows no wire format.
internal import ComponentKit
internal import TextMatching

/// The search of a detector in source code.
struct CodeSearch {
  private let builder: DetectorFinding
  private var evidence: EvidenceLines
  private var scan: LineScan

  init(_ builder: DetectorFinding, _ options: DetectorOptions, usesValuePatterns: Bool) {
    self.builder = builder
    evidence = EvidenceLines(margin: options.codeWindow.margin)
    scan = LineScan(builder.rules, usesValuePatterns: usesValuePatterns)
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
    let groups = try scan.run(over: content, checkCancellation: context.checkCancellation)
    var findings: [DetectorFinding.Result] = []
    for group in groups { findings.append(finding(group, text, content.span)) }
    return findings
  }

  private mutating func finding(
    _ group: LineMatches, _ text: DetectorText, _ content: Span<UInt8>
  ) -> DetectorFinding.Result {
    builder.result(
      of: group.rules, in: text,
      evidence: [evidence.excerpt(around: group.firstLine, of: scan.lines, in: content)],
      patterns: group.patterns.map { (builder.rules.patterns[$0.slot], $0.count) }, weight: group.weight,
      lineNumber: group.firstLine + 1)
  }
}
