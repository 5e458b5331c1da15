// A whole run met with the entries of a baseline. Does not know the disk: it is asked for names.
internal import Diagnostics

/// One run as a baseline sees it.
struct BaselineRun {
  private struct Found {
    let entry: Baseline.Entry
    var isAccepted = false
  }

  private let entries: [Baseline.Entry]
  private let names: BaselineNames
  private var open: BaselineMatch
  private var findings: [BaselineFinding: Int] = [:]
  private var found: [Found] = []
  /// The names of the files that were checked themselves: what they have was found.
  private var checked: Set<String> = []
  private var nameOfPath: [String: String] = [:]

  init(_ entries: [Baseline.Entry], _ names: BaselineNames) {
    self.entries = entries
    self.names = names
    open = BaselineMatch(entries)
  }

  mutating func add(_ report: DiagnosticReport) {
    checked.insert(name(report.path))
    let prints = Fingerprint.contents(of: report.diagnostics, in: report.sources)
    for (diagnostic, print) in zip(report.diagnostics, prints) {
      let file = name(report.path(of: diagnostic))
      guard let finding = Self.finding(diagnostic, file), findings[finding] == nil else { continue }
      findings[finding] = found.count
      found.append(
        Found(
          entry: Baseline.Entry(
            file: file, code: diagnostic.rule.code, fingerprint: print, message: diagnostic.message)))
    }
  }

  private mutating func name(_ path: String) -> String {
    if let known = nameOfPath[path] { return known }
    let name = names.name(path)
    nameOfPath[path] = name
    return name
  }

  /// Nil for what has no place: a file that can't be read is not accepted.
  private static func finding(_ diagnostic: Diagnostic, _ file: String) -> BaselineFinding? {
    diagnostic.span.map {
      BaselineFinding(
        file: file, code: diagnostic.rule.code, message: diagnostic.message, start: $0.start, end: $0.end)
    }
  }

  mutating func match() {
    for index in found.indices {
      let entry = found[index].entry
      found[index].isAccepted = open.take(code: entry.code, fingerprint: entry.fingerprint) {
        $0.utf8.elementsEqual(entry.file.utf8)
      }
    }
    for index in found.indices where !found[index].isAccepted {
      let entry = found[index].entry
      found[index].isAccepted = open.take(code: entry.code, fingerprint: entry.fingerprint) { file in
        checked.contains(file) || !names.exists(file)
      }
    }
  }

  // MARK: Outcome

  var newCount: Int { found.count { !$0.isAccepted } }

  func filtered(_ report: DiagnosticReport) -> DiagnosticReport {
    var shown: [Diagnostic] = []
    var suppressed = report.suppressed
    for diagnostic in report.diagnostics {
      if isAccepted(diagnostic, in: report) {
        suppressed.append(SuppressedDiagnostic(diagnostic, .baseline))
      } else {
        shown.append(diagnostic)
      }
    }
    var filtered = DiagnosticReport(
      diagnostics: shown, suppressed: suppressed, sources: report.sources, path: report.path)
    filtered.isMetWithBaseline = true
    return filtered
  }

  private func isAccepted(_ diagnostic: Diagnostic, in report: DiagnosticReport) -> Bool {
    guard let name = nameOfPath[report.path(of: diagnostic)], let finding = Self.finding(diagnostic, name),
      let index = findings[finding]
    else { return false }
    return found[index].isAccepted
  }

  /// What was found, and the entries that the run had no say in.
  var updatedEntries: [Baseline.Entry] {
    let stale = Set(staleEntries.map(\.index))
    var kept: [Baseline.Entry] = []
    for (index, entry) in entries.enumerated() where open.remaining[index] > 0 && !stale.contains(index) {
      var entry = entry
      entry.count = open.remaining[index]
      kept.append(entry)
    }
    return found.map(\.entry) + kept
  }

  /// The entries that no longer stand for anything, with how many diagnostics each lacks.
  var staleEntries: [(index: Int, count: Int)] {
    let broken = Set(
      found.filter { !$0.isAccepted && Rule.named($0.entry.code)?.nature == .language }.map(\.entry.file))
    return entries.indices.compactMap { index in
      let entry = entries[index]
      guard open.remaining[index] > 0 else { return nil }
      // With a new error in the file nobody knows what else would have been found.
      let isJudged = checked.contains(entry.file) && !broken.contains(entry.file) && !mayNeedParent(entry)
      let isGone = broken.isEmpty && !names.exists(entry.file)
      return isJudged || isGone ? (index, open.remaining[index]) : nil
    }
  }

  private func mayNeedParent(_ entry: Baseline.Entry) -> Bool {
    Rule.named(entry.code)?.mayNeedParent ?? false
  }
}
