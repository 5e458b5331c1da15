// The state of fixing between rounds. Does not know how files are read or written.
internal import Diagnostics

/// The texts as fixed so far, and what is found in them.
struct FixSession {
  private let limits: SourceFixer.Limits
  private let identity: (String) -> String
  private let mayChange: (String) -> Bool
  private let check: ([String: [UInt8]]) throws -> [DiagnosticReport]

  private var findings: Findings
  /// By key: the files that were changed.
  private var texts: [String: [UInt8]] = [:]
  private var originals: [String: (name: String, bytes: [UInt8])] = [:]
  private var fixedCount = 0
  private var refused: [RefusedFix] = []
  /// Fixes that are not tried again.
  private var refusedKeys: Set<RefusedKey> = []
  private var protectedFiles: Set<String> = []
  private var checkCount = 1

  private struct RefusedKey: Hashable {
    let problem: ProblemKey
    let fix: String
  }

  init(
    _ findings: Findings, limits: SourceFixer.Limits, identity: @escaping (String) -> String,
    mayChange: @escaping (String) -> Bool, check: @escaping ([String: [UInt8]]) throws -> [DiagnosticReport]
  ) {
    self.findings = findings
    (self.limits, self.identity, self.mayChange, self.check) = (limits, identity, mayChange, check)
    for report in findings.reports { rememberOriginals(of: report) }
  }

  /// Whether so many checks were made that no more are.
  var isExhausted: Bool { checkCount >= limits.checks }

  // MARK: Candidates

  /// For each diagnostic the first fix that may be applied, a safe one before others.
  mutating func candidates(_ applicability: FixApplicability) -> [LocatedFix] {
    var candidates: [LocatedFix] = []
    var seen: Set<[String: [ByteEdit]]> = []
    for report in findings.reports {
      for diagnostic in report.diagnostics {
        guard let fix = candidate(diagnostic, report, applicability) else { continue }
        // A child that several runbooks use is reported with each.
        if seen.insert(fix.edits).inserted { candidates.append(fix) }
      }
    }
    return candidates
  }

  private mutating func candidate(
    _ diagnostic: Diagnostic, _ report: DiagnosticReport, _ applicability: FixApplicability
  ) -> LocatedFix? {
    let safe = diagnostic.fixes.first { $0.applicability == .safe }
    let fix = safe ?? (applicability == .unsafe ? diagnostic.fixes.first : nil)
    guard let fix, !fix.edits.isEmpty, let edits = locate(fix, report) else { return nil }
    let key = Findings.key(diagnostic, report, identity)
    if refusedKeys.contains(RefusedKey(problem: key, fix: fix.message)) { return nil }
    let line = report.start(of: diagnostic).map { ":\($0.line)" } ?? ""
    return LocatedFix(
      diagnostic: diagnostic, place: report.path(of: diagnostic) + line, fix: fix, edits: edits, key: key)
  }

  /// The edits by file; nil where one lies in a file that must not be changed or has another text by now.
  private mutating func locate(_ fix: FixIt, _ report: DiagnosticReport) -> [String: [ByteEdit]]? {
    var edits: [String: [ByteEdit]] = [:]
    for edit in fix.edits {
      let source = report.sources[edit.span.source]
      let key = identity(source.name)
      guard mayChange(key) else {
        protectedFiles.insert(source.name)
        return nil
      }
      guard source.bytes == text(of: key) else { return nil }
      edits[key, default: []].append(ByteEdit(edit.span.start..<edit.span.end, Array(edit.replacement.utf8)))
    }
    return edits
  }

  private func text(of key: String) -> [UInt8]? { texts[key] ?? originals[key]?.bytes }

  private mutating func rememberOriginals(of report: DiagnosticReport) {
    for diagnostic in report.diagnostics {
      for edit in diagnostic.fixes.flatMap(\.edits) {
        let source = report.sources[edit.span.source]
        let key = identity(source.name)
        if originals[key] == nil { originals[key] = (source.name, source.bytes) }
      }
    }
  }

  // MARK: Rounds

  /// Applies what can be applied together.
  ///
  /// - Returns: Whether anything was applied or taken back.
  mutating func applyRound(_ candidates: [LocatedFix]) throws -> Bool {
    let selection = FixSelection(candidates)
    guard !selection.fixes.isEmpty else { return false }
    let base = texts
    var accepted: [LocatedFix] = []
    let errors = selection.fixes.filter(\.resolvesError)
    try apply(errors, base, &accepted)
    try apply(selection.fixes.filter { !$0.resolvesError }, base, &accepted)
    return true
  }

  /// Applies fixes on top of those accepted in this round, or as many of them as do no harm.
  private mutating func apply(
    _ fixes: [LocatedFix], _ base: [String: [UInt8]], _ accepted: inout [LocatedFix]
  ) throws {
    guard !fixes.isEmpty, !isExhausted else { return }
    let (texts, edited) = edit(accepted + fixes, base)
    checkCount += 1
    let after = try Findings(check(texts), identity: identity)
    guard let harm = after.harm(of: fixes, before: findings, edited: edited) else {
      accepted += fixes
      fixedCount += fixes.count
      self.texts = texts
      findings = after
      for report in after.reports { rememberOriginals(of: report) }
      return
    }
    guard fixes.count > 1 else { return refuse(fixes[0], harm) }
    try apply(Array(fixes[..<(fixes.count / 2)]), base, &accepted)
    try apply(Array(fixes[(fixes.count / 2)...]), base, &accepted)
  }

  private mutating func refuse(_ fix: LocatedFix, _ harm: FixHarm) {
    refused.append(RefusedFix(fix: fix, harm: harm))
    refusedKeys.insert(RefusedKey(problem: fix.key, fix: fix.fix.message))
  }

  /// The texts with all edits of some fixes of this round, and what they wrote.
  private func edit(
    _ fixes: [LocatedFix], _ base: [String: [UInt8]]
  ) -> (texts: [String: [UInt8]], edited: [String: [Range<Int>]]) {
    var edits: [String: [ByteEdit]] = [:]
    for fix in fixes { edits.merge(fix.edits) { $0 + $1 } }
    var texts = base
    var edited: [String: [Range<Int>]] = [:]
    for (key, edits) in edits {
      guard let original = base[key] ?? originals[key]?.bytes else { continue }
      let text = EditedText(original, applying: edits)
      texts[key] = text.bytes
      edited[key] = text.edited
    }
    return (texts, edited)
  }

  // MARK: Outcome

  func outcome(hasConverged: Bool) -> FixOutcome {
    let files = texts.compactMap { key, text -> FixedFile? in
      guard let original = originals[key], original.bytes != text else { return nil }
      return FixedFile(name: original.name, key: key, before: original.bytes, after: text)
    }
    return FixOutcome(
      files: files.sorted { $0.name < $1.name }, fixedCount: fixedCount, reports: findings.reports,
      refused: refused, protectedFiles: protectedFiles.sorted(), hasConverged: hasConverged,
      unsafeCount: unsafeCount)
  }

  /// Remaining problems that an unsafe fix could resolve, where nothing forbids it.
  private var unsafeCount: Int {
    findings.reports.reduce(0) { count, report in
      count
        + report.diagnostics.count { diagnostic in
          diagnostic.fixes.first { $0.applicability == .unsafe }.map { fix in
            fix.edits.allSatisfy { mayChange(identity(report.sources[$0.span.source].name)) }
              && !refusedKeys.contains(
                RefusedKey(problem: Findings.key(diagnostic, report, identity), fix: fix.message))
          } ?? false
        }
    }
  }
}
