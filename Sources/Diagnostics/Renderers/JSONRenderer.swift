// Shows diagnostics to programs.
package import CanonicalJSON

/// Renders diagnostics as one JSON document.
package enum JSONRenderer {
  /// The document: `format` `wct-diagnostics`, `format_version` 1, `diagnostics`, `summary`.
  ///
  /// Lines and columns count from 1, columns in Unicode code points; offsets are bytes from 0.
  package static func document(_ reports: [DiagnosticReport]) -> JSONValue {
    let all = reports.flatMap(\.diagnostics)
    return [
      "format": "wct-diagnostics",
      "format_version": 1,
      "diagnostics": .array(
        reports.flatMap { report in report.diagnostics.map { json($0, report.sources) } }),
      "summary": [
        "files": .integer(reports.count),
        "errors": .integer(all.count { $0.severity == .error }),
        "warnings": .integer(all.count { $0.severity == .warning }),
        "ignored": .integer(reports.flatMap(\.suppressed).count { $0.cause != .baseline }),
        "in_baseline": .integer(reports.flatMap(\.suppressed).count { $0.cause == .baseline }),
      ],
    ]
  }

  /// One JSON object a line, each as in ``document(_:)``.
  package static func lines(_ reports: [DiagnosticReport]) -> String {
    reports.flatMap { report in
      report.diagnostics.map { json($0, report.sources).canonicalText + "\n" }
    }.joined()
  }

  private static func json(_ diagnostic: Diagnostic, _ sources: SourceCollection) -> JSONValue {
    [
      "code": .string(diagnostic.rule.code),
      "rule": .string(diagnostic.rule.name),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message),
      "file": (diagnostic.span.map { sources[$0.source].name } ?? diagnostic.path).map { .string($0) }
        ?? .null,
      "span": diagnostic.span.map { json($0, sources) } ?? .null,
      "annotation": diagnostic.annotation.map { .string($0) } ?? .null,
      "labels": .array(
        diagnostic.labels.map { ["message": .string($0.message), "span": json($0.span, sources)] }),
      "flow": .array(
        diagnostic.flow.map { ["message": .string($0.message), "span": json($0.span, sources)] }),
      "provenance": .array(
        diagnostic.provenance.steps.map {
          [
            "kind": .string($0.kind.rawValue), "message": .string($0.message),
            "span": json($0.span, sources),
          ]
        }),
      "other_uses": [
        "count": .integer(diagnostic.provenance.otherUseCount),
        "spans": .array(diagnostic.provenance.otherUses.map { json($0, sources) }),
      ],
      "notes": .array(diagnostic.notes.map { .string($0) }),
      "fixes": .array(
        diagnostic.fixes.map { json($0, sources) }),
    ]
  }

  private static func json(_ fix: FixIt, _ sources: SourceCollection) -> JSONValue {
    [
      "message": .string(fix.message), "applicability": .string(fix.applicability.rawValue),
      "edits": .array(
        fix.edits.map { ["span": json($0.span, sources), "replacement": .string($0.replacement)] }),
    ]
  }

  private static func json(_ span: SourceSpan, _ sources: SourceCollection) -> JSONValue {
    [
      "file": .string(sources[span.source].name),
      "start": place(span.start, sources[span.source]),
      "end": place(span.end, sources[span.source]),
    ]
  }

  private static func place(_ offset: Int, _ text: SourceText) -> JSONValue {
    let location = text.location(of: offset)
    return [
      "line": .integer(location.line), "column": .integer(location.column), "offset": .integer(offset),
    ]
  }
}
