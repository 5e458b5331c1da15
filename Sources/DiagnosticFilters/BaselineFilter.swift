// Meets what was found in a whole run with a baseline. Does not know the disk: it is asked for names.
package import Diagnostics
internal import SystemFiles

/// How the paths of a run are named in a baseline.
package struct BaselineNames: Sendable {
  /// The name of a path: as seen from the directory of the baseline.
  package var name: @Sendable (_ path: String) -> String
  /// Whether a name leads to a file.
  package var exists: @Sendable (_ name: String) -> Bool

  package init(
    name: @escaping @Sendable (String) -> String, exists: @escaping @Sendable (String) -> Bool
  ) {
    self.name = name
    self.exists = exists
  }

  /// The names that a baseline at a path uses.
  package init(baselineAt path: String) {
    let directory = PathText.parent(of: path)
    self.init(
      name: { RelativePath.from(directory, to: $0) },
      exists: { (try? FileStatus.of(PathText.join(directory, $0))) != nil })
  }
}

/// What a run came to with a baseline.
package struct BaselineOutcome: Sendable {
  /// As given, without what the baseline accepts, which is among the suppressed.
  package let reports: [DiagnosticReport]
  /// Entries that nothing answers to, at their places in the baseline; nil when there are none.
  package let staleEntries: DiagnosticReport?
  /// The baseline that accepts all that was found, and what the run had no say in.
  package let updated: Baseline
  /// How many diagnostics the baseline did not accept yet.
  package let newCount: Int
  /// How many diagnostics it stands for that were not found.
  package let staleCount: Int
}

extension BaselineFile {
  /// Takes away what the baseline accepts.
  ///
  /// An entry answers to a finding of the same rule about the same content in the same file; then to one in
  /// another file, where its own file is gone or was checked and has none (the file was renamed, or the content
  /// moved).
  ///
  /// - Parameters:
  ///   - reports: Those of the whole run, severities and ignores applied.
  ///   - severities: What becomes of the diagnostics about stale entries.
  package func apply(
    to reports: [DiagnosticReport], names: BaselineNames,
    severities: ReportFilter.Severities = { _ in { $0 } }
  ) -> BaselineOutcome {
    var run = BaselineRun(entries.map(\.entry), names)
    for report in reports { run.add(report) }
    run.match()
    let stale = run.staleEntries
    let setting = severities(path)
    let diagnostics = stale.compactMap { setting(staleEntry($0.index, $0.count)) }
    return BaselineOutcome(
      reports: reports.map(run.filtered),
      staleEntries: diagnostics.isEmpty
        ? nil : DiagnosticReport(diagnostics: diagnostics, sources: sources, path: path),
      updated: Baseline(run.updatedEntries), newCount: run.newCount,
      staleCount: stale.reduce(0) { $0 + $1.count })
  }

  private func staleEntry(_ index: Int, _ count: Int) -> Diagnostic {
    let (entry, span) = entries[index]
    let rule = Rule.named(entry.code).map { "\(entry.code) \($0.name)" } ?? entry.code
    let what = count == entry.count ? "is no longer found" : "is found \(entry.count - count) times"
    let message = "\(rule) in \(entry.file) \(what)" + (count == entry.count ? "" : ", not \(entry.count)")
    return Diagnostic(
      .staleBaseline, message, at: span, notes: ["--update-baseline takes it out of the baseline"])
  }
}
