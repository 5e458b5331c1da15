// Shows diagnostics to code scanning services.
internal import CanonicalJSON

/// Renders SARIF (OASIS "Static Analysis Results Interchange Format", version 2.1.0).
enum SARIFRenderer {
  static func document(_ reports: [DiagnosticReport]) -> JSONValue {
    // When one result of a run has a state, all have.
    let hasStates = reports.contains(where: \.isMetWithBaseline)
    let reports = reports.map(\.withSuppressed)
    let rules = usedRules(reports)
    return [
      "$schema":
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": ["name": "wct", "rules": .array(rules.map(json))]],
          "invocations": [["executionSuccessful": .bool(!reports.contains(where: isUnreadable))]],
          "columnKind": "unicodeCodePoints",
          "artifacts": .array(paths(reports).map { ["location": ["uri": .string(FileURI.text($0))]] }),
          "results": .array(reports.flatMap { results($0, rules, hasStates: hasStates) }),
        ]
      ],
    ]
  }

  /// Whether a file that was asked for was not looked at.
  private static func isUnreadable(_ report: DiagnosticReport) -> Bool {
    report.diagnostics.contains { $0.rule == .unreadableFile && $0.span == nil }
  }

  private static func usedRules(_ reports: [DiagnosticReport]) -> [Rule] {
    let used = Set(reports.flatMap { $0.diagnostics.map(\.rule) })
    return Rule.all.filter(used.contains)
  }

  private static func paths(_ reports: [DiagnosticReport]) -> [String] {
    var paths: [String] = []
    for report in reports {
      for path in [report.path] + report.diagnostics.map(report.path(of:)) where !paths.contains(path) {
        paths.append(path)
      }
    }
    return paths
  }

  private static func json(_ rule: Rule) -> JSONValue {
    [
      "id": .string(rule.code), "name": .string(rule.name),
      "shortDescription": ["text": .string(rule.summary)],
      "fullDescription": ["text": .string(rule.summary)],
      "help": ["text": .string("\(rule.summary) 'wct explain \(rule.code)' says more.")],
      "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
    ]
  }

  private static func results(
    _ report: DiagnosticReport, _ rules: [Rule], hasStates: Bool
  ) -> [JSONValue] {
    let causes = Dictionary(report.suppressed.map { ($0.diagnostic, $0.cause) }) { first, _ in first }
    return zip(report.diagnostics, Fingerprint.all(of: report)).map { diagnostic, fingerprint in
      var result: JSONObject = [
        "ruleId": .string(diagnostic.rule.code),
        "level": .string(diagnostic.severity.rawValue),
        "message": ["text": .string(message(diagnostic, report))],
        "locations": [location(diagnostic, report)],
        "partialFingerprints": ["wctFingerprint/v2": .string(fingerprint)],
      ]
      if let cause = causes[diagnostic] { result["suppressions"] = [suppression(cause)] }
      // SARIF 2.1.0, section 3.27.24.
      if hasStates { result["baselineState"] = causes[diagnostic] == .baseline ? "unchanged" : "new" }
      if let index = rules.firstIndex(of: diagnostic.rule) { result["ruleIndex"] = .integer(index) }
      let related = relatedLocations(diagnostic, report)
      if !related.isEmpty { result["relatedLocations"] = .array(related) }
      if diagnostic.rule == .cycle { result["codeFlows"] = [codeFlow(diagnostic, report)] }
      if !diagnostic.flow.isEmpty { result["codeFlows"] = [dataFlow(diagnostic, report)] }
      if !diagnostic.fixes.isEmpty { result["fixes"] = .array(diagnostic.fixes.map { json($0, report) }) }
      return .object(result)
    }
  }

  /// SARIF 2.1.0, section 3.35.
  private static func suppression(_ cause: SuppressedDiagnostic.Cause) -> JSONValue {
    switch cause {
    case .ignore(let reason):
      reason.isEmpty ? ["kind": "inSource"] : ["kind": "inSource", "justification": .string(reason)]
    case .baseline: ["kind": "external"]
    }
  }

  private static func location(_ diagnostic: Diagnostic, _ report: DiagnosticReport) -> JSONValue {
    guard let span = diagnostic.span else {
      return [
        "physicalLocation": ["artifactLocation": ["uri": .string(FileURI.text(report.path(of: diagnostic)))]]
      ]
    }
    return ["physicalLocation": physical(span, report)]
  }

  /// What there is to say, and what helps.
  private static func message(_ diagnostic: Diagnostic, _ report: DiagnosticReport) -> String {
    let others = diagnostic.provenance.otherUsesText(report.sources)
    return ([report.message(of: diagnostic)] + diagnostic.notes + (others.map { [$0] } ?? []))
      .joined(separator: "\n")
  }

  /// The labels, then the places that led into the file, each a level further out (`nestingLevel`, as other
  /// compilers write it), then other uses of the file.
  private static func relatedLocations(
    _ diagnostic: Diagnostic, _ report: DiagnosticReport
  ) -> [JSONValue] {
    var places: [(span: SourceSpan, message: String, level: Int)] = []
    for label in diagnostic.labels { places.append((label.span, label.message, 0)) }
    var level = 1
    for step in diagnostic.provenance.steps {
      places.append((step.span, step.message, level))
      if step.kind == .childRunbook { level += 1 }
    }
    for use in diagnostic.provenance.otherUses { places.append((use, "the same in this use", 1)) }
    return places.enumerated().map { id, place in
      var location: JSONObject = [
        "id": .integer(id), "physicalLocation": physical(place.span, report),
        "message": ["text": .string(place.message)],
      ]
      if place.level > 0 { location["properties"] = ["nestingLevel": .integer(place.level)] }
      return .object(location)
    }
  }

  /// The way round a cycle, edge by edge.
  private static func codeFlow(_ diagnostic: Diagnostic, _ report: DiagnosticReport) -> JSONValue {
    var steps: [JSONValue] = []
    if let span = diagnostic.span { steps.append(step(span, diagnostic.annotation ?? "", report)) }
    steps += diagnostic.labels.map { step($0.span, $0.message, report) }
    return ["threadFlows": [["locations": .array(steps)]]]
  }

  /// The way that data takes, from its origin to the place of the diagnostic.
  private static func dataFlow(_ diagnostic: Diagnostic, _ report: DiagnosticReport) -> JSONValue {
    var steps = diagnostic.flow.map { step($0.span, $0.message, report) }
    if let span = diagnostic.span {
      steps.append(step(span, diagnostic.annotation ?? diagnostic.message, report))
    }
    return ["threadFlows": [["locations": .array(steps)]]]
  }

  private static func step(_ span: SourceSpan, _ message: String, _ report: DiagnosticReport) -> JSONValue {
    ["location": ["physicalLocation": physical(span, report), "message": ["text": .string(message)]]]
  }

  private static func json(_ fix: FixIt, _ report: DiagnosticReport) -> JSONValue {
    var files: [SourceID] = []
    for edit in fix.edits where !files.contains(edit.span.source) { files.append(edit.span.source) }
    let changes = files.map { file in
      change(of: file, fix.edits.filter { $0.span.source == file }, report)
    }
    return [
      "description": ["text": .string(fix.message)],
      "artifactChanges": .array(changes),
      "properties": ["applicability": .string(fix.applicability.rawValue)],
    ]
  }

  private static func change(
    of file: SourceID, _ edits: [SourceEdit], _ report: DiagnosticReport
  ) -> JSONValue {
    let replacements = edits.map { edit -> JSONValue in
      [
        "deletedRegion": region(edit.span, report),
        "insertedContent": ["text": .string(edit.replacement)],
      ]
    }
    return [
      "artifactLocation": ["uri": .string(FileURI.text(report.sources[file].name))],
      "replacements": .array(replacements),
    ]
  }

  private static func physical(_ span: SourceSpan, _ report: DiagnosticReport) -> JSONValue {
    [
      "artifactLocation": ["uri": .string(FileURI.text(report.sources[span.source].name))],
      "region": region(span, report),
    ]
  }

  private static func region(_ span: SourceSpan, _ report: DiagnosticReport) -> JSONValue {
    let text = report.sources[span.source]
    let start = text.location(of: span.start)
    let end = text.location(of: span.end)
    return [
      "startLine": .integer(start.line), "startColumn": .integer(start.column),
      "endLine": .integer(end.line), "endColumn": .integer(end.column),
    ]
  }
}

extension DiagnosticReport {
  /// The same with what is not shown among the diagnostics: SARIF marks it instead of leaving it out.
  fileprivate var withSuppressed: DiagnosticReport {
    guard !suppressed.isEmpty else { return self }
    return DiagnosticReport(
      diagnostics: diagnostics + suppressed.map(\.diagnostic), suppressed: suppressed, sources: sources,
      path: path)
  }
}
