// Meets diagnostics with the ignores in their files, and remembers which ignores were of use.
internal import Diagnostics
internal import YAMLReader

/// The ignores of all files of one report.
struct IgnoreFilter {
  /// A rule that an ignore names.
  private struct Use: Hashable {
    let source: SourceID
    let ignore: Int
    let target: Int
  }

  private let report: DiagnosticReport
  private let today: CalendarDate?
  private var files: [SourceID: IgnoredLines] = [:]
  private var used: Set<Use> = []
  /// Where passes were left out for errors, nobody knows what they would have found.
  private let isComplete: Bool

  init(_ report: DiagnosticReport, today: CalendarDate?) {
    self.report = report
    self.today = today
    isComplete = !report.diagnostics.contains { $0.rule.nature == .language }
    for id in report.sources.ids {
      let lines = IgnoredLines(report.sources[id], source: id)
      if !lines.ignores.isEmpty || !lines.problems.isEmpty { files[id] = lines }
    }
  }

  /// The reason that an ignore gives for a diagnostic, empty where it gives none; nil when nothing ignores it.
  mutating func reason(toIgnore diagnostic: Diagnostic) -> String? {
    guard diagnostic.rule.nature != .language, let span = diagnostic.span, let lines = files[span.source]
    else { return nil }
    for index in lines.candidates(onLine: report.sources.location(of: span).line) {
      let directive = lines.ignores[index].directive
      guard let target = directive.targets.firstIndex(where: { $0.rule == diagnostic.rule }) else { continue }
      // One that expired would have been of use; it is reported as expired all the same.
      used.insert(Use(source: span.source, ignore: index, target: target))
      if !isExpired(directive) { return directive.reason }
    }
    return nil
  }

  private func isExpired(_ directive: IgnoreDirective) -> Bool {
    guard let end = directive.end, let today else { return false }
    return end < today
  }

  // MARK: Reports

  /// What there is to say about the ignores of the report's own file: those of a child are judged when it is
  /// checked itself, since only then everything is found that they may be for.
  func reports() -> [Diagnostic] {
    guard let source = report.sources.ids.first(where: { report.sources[$0].name == report.path }),
      let lines = files[source]
    else { return [] }
    var reports = lines.problems
    for (index, ignore) in lines.ignores.enumerated() {
      if isExpired(ignore.directive) {
        reports.append(expired(ignore.directive))
      } else if isComplete {
        reports += unused(ignore.directive, index, source)
      }
    }
    return reports
  }

  private func expired(_ directive: IgnoreDirective) -> Diagnostic {
    Diagnostic(
      .expiredIgnore, "the ignore held until \(directive.end?.description ?? "")", at: directive.comment.span,
      notes: today.map { ["today is \($0)"] } ?? [], fixes: [removal(of: directive)])
  }

  private func unused(_ directive: IgnoreDirective, _ index: Int, _ source: SourceID) -> [Diagnostic] {
    let idle = directive.targets.indices.filter { target in
      !used.contains(Use(source: source, ignore: index, target: target))
        && !directive.targets[target].rule.mayNeedParent
    }
    guard !idle.isEmpty else { return [] }
    if idle.count == directive.nameCount {
      let names = idle.map { "'\(written(directive.targets[$0]))'" }.joined(separator: ", ")
      let message = "nothing to ignore: \(names) \(idle.count == 1 ? "is" : "are") not reported here"
      return [
        Diagnostic(
          .unusedIgnore, message, at: directive.comment.span, fixes: [removal(of: directive)])
      ]
    }
    return idle.map { target in
      let name = written(directive.targets[target])
      return Diagnostic(
        .unusedIgnore, "nothing to ignore: '\(name)' is not reported here",
        at: directive.targets[target].span,
        fixes: [removal(ofTarget: target, directive)])
    }
  }

  private func written(_ target: IgnoreDirective.Target) -> String { report.sources.text(of: target.span) }

  // MARK: Fixes

  /// Takes the comment away: with its line where nothing else stands there, else with the blanks before it.
  private func removal(of directive: IgnoreDirective) -> FixIt {
    let comment = directive.comment
    let bytes = report.sources[comment.span.source].bytes
    var (start, end) = (comment.span.start, comment.span.end)
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    if comment.isAlone {
      if end < bytes.count, bytes[end] == 0x0D { end += 1 }
      if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    }
    let span = SourceSpan(source: comment.span.source, start: start, end: end)
    return FixIt("remove the ignore", replacing: span, with: "")
  }

  /// Takes one name out of the list, with the comma that joins it to its neighbour.
  private func removal(ofTarget target: Int, _ directive: IgnoreDirective) -> FixIt {
    let span = directive.targets[target].span
    let bytes = report.sources[span.source].bytes
    var (start, end) = (span.start, span.end)
    var next = end
    while next < directive.comment.span.end, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    if next < directive.comment.span.end, bytes[next] == UInt8(ascii: ",") {
      end = next + 1
      while end < directive.comment.span.end, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    } else {
      while start > directive.comment.span.start, bytes[start - 1] != UInt8(ascii: ",") { start -= 1 }
      // The comma, and blanks before it.
      if start > directive.comment.span.start { start -= 1 }
      while start > directive.comment.span.start, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 {
        start -= 1
      }
    }
    return FixIt(
      "remove '\(written(directive.targets[target]))'",
      replacing: SourceSpan(source: span.source, start: start, end: end), with: "")
  }
}
