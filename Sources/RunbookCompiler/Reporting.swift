// How a compilation reports: each diagnostic with the way that led to its file, once for all uses of that file.
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax
internal import YAMLReader

/// What reporting needs to know besides the diagnostics themselves.
struct ReportContext: Sendable {
  /// The use of a runbook that is being looked at.
  var focus: ScopeIndex?
  /// Where each child's file is used, in the order in which the uses were found.
  var childUses: [SourceID: [ChildUse]] = [:]
  /// What was reported in a child's file: of several uses that give the same, one is shown.
  var reported: [Key: Reported] = [:]
  /// What each substituted value was made of.
  var substitutions: [SourceSpan: [SubstitutedVariable]] = [:]
  /// Variables that stand for something secret anywhere in the runbooks.
  var secretVariables: Set<String> = []
  /// Secrets that stand in the text of runbooks.
  var literalSecrets: [SourceSpan: LiteralSecret] = [:]

  /// What makes two diagnostics of a file the same, whatever led to the file.
  struct Key: Hashable {
    let code: String
    let span: SourceSpan
    let message: String
  }

  /// A diagnostic of a child's file, by its place in the sink.
  struct Reported {
    let index: Int
    /// The use in which it was found last.
    var scope: ScopeIndex
  }
}

/// A place where a child's file is named.
struct ChildUse: Sendable {
  /// The runbook that names it.
  let scope: ScopeIndex
  /// The `path` of `child_runbook`.
  let place: SourceSpan
  let artifact: String
}

extension Compilation {
  /// Reports what is wrong, with the way that led to its file.
  ///
  /// What is wrong with a value that nobody knows has been said where it was left unknown.
  ///
  /// - Parameter mappings: Places on the way that matter here, such as what was mapped to an input.
  mutating func report(_ diagnostic: Diagnostic, through mappings: [ProvenanceStep] = []) {
    guard let span = diagnostic.span else { return sink.report(diagnostic) }
    if !unknownValues.isEmpty, unknownValues.contains(span), diagnostic.rule != .undefinedVariable,
      diagnostic.rule != .malformedSubstitution
    {
      return
    }
    guard let scope = childScope(of: span.source) else { return sink.report(diagnostic) }
    let key = ReportContext.Key(code: diagnostic.rule.code, span: span, message: diagnostic.message)
    if let known = reporting.reported[key] {
      addUse(scope, to: known, key)
      return
    }
    var complete = diagnostic
    complete.provenance = Provenance(trail(of: scope, through: mappings))
    reporting.reported[key] = ReportContext.Reported(index: sink.diagnostics.count, scope: scope)
    sink.report(complete)
  }

  /// The use of a child's file that is looked at now; nil for the file that was asked for, and for other files.
  private func childScope(of source: SourceID) -> ScopeIndex? {
    guard let root = scopes.first?.runbook.syntax.span.source, source != root else { return nil }
    var current = reporting.focus
    while let scope = current {
      if self[scope].runbook.syntax.span.source == source { return scope }
      current = self[scope].origin?.scope
    }
    return nil
  }

  /// Counts a use by the first place, from inside, that is not on the way that is shown.
  private mutating func addUse(
    _ scope: ScopeIndex, to known: ReportContext.Reported, _ key: ReportContext.Key
  ) {
    guard known.scope != scope else { return }
    reporting.reported[key]?.scope = scope
    let shown = sink.diagnostics[known.index].provenance.childUses
    let own = Provenance(trail(of: scope)).childUses
    guard let place = own.indices.first(where: { !shown.indices.contains($0) || shown[$0] != own[$0] }) else {
      return
    }
    sink.amend(known.index) { $0.provenance.add(use: own[place]) }
  }

  /// The way from a use of a runbook out to the runbook that was asked for: at each level what was mapped there,
  /// then the place that names the child.
  func trail(of scope: ScopeIndex, through mappings: [ProvenanceStep] = []) -> [ProvenanceStep] {
    var steps: [ProvenanceStep] = []
    var current = scope
    while let origin = self[current].origin {
      let parent = self[origin.scope].runbook.syntax.span.source
      steps += mappings.filter { $0.span.source == parent }
      steps.append(step(origin.place, artifact: self[current].prefix?.lastSegment ?? ""))
      current = origin.scope
    }
    return steps
  }

  private func step(_ place: SourceSpan, artifact: String) -> ProvenanceStep {
    ProvenanceStep(.childRunbook, "used here, by the artifact '\(artifact)'", at: place)
  }

  // MARK: - At the end

  /// What can be said only when everything was looked at: uses of files that were reported on while they were
  /// read, the values behind variables, and what of it is secret.
  mutating func completeReports() {
    sources.hide(reporting.literalSecrets.keys)
    guard !sink.diagnostics.isEmpty else { return }
    let uses = reporting.childUses
    let secrets = knownSecrets
    var sink = self.sink
    sink.amendAll { diagnostic in
      addUses(uses, to: &diagnostic)
      explainValues(&diagnostic, hiding: secrets)
      keepQuotes(&diagnostic)
    }
    self.sink = sink
  }

  /// A child's file is read once, whoever uses it.
  private func addUses(_ uses: [SourceID: [ChildUse]], to diagnostic: inout Diagnostic) {
    guard diagnostic.provenance.isEmpty, let span = diagnostic.span, let all = uses[span.source],
      let first = all.first
    else { return }
    diagnostic.provenance = Provenance(
      [step(first.place, artifact: first.artifact)] + trail(of: first.scope))
    for use in all.dropFirst() { diagnostic.provenance.add(use: use.place) }
  }

  /// A name that takes the place of a quoted one is quoted in the same way.
  private func keepQuotes(_ diagnostic: inout Diagnostic) {
    for (index, fix) in diagnostic.fixes.enumerated() {
      guard fix.edits.count > 1 || fix.edits.first?.span == diagnostic.span else { continue }
      let edits = fix.edits.map(keepingQuotes)
      if edits != fix.edits { diagnostic.fixes[index] = FixIt(fix.message, fix.applicability, edits: edits) }
    }
  }

  private func keepingQuotes(_ edit: SourceEdit) -> SourceEdit {
    let written = sources[edit.span.source].bytes[clamped: edit.span.start..<edit.span.end]
    guard edit.replacement.isPlainName, written.count >= 2, let quote = written.first, quote == written.last,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return edit }
    let mark = String(Unicode.Scalar(quote))
    return SourceEdit(replacing: edit.span, with: mark + edit.replacement + mark)
  }
}

extension ArtifactID {
  /// The id in its own runbook.
  var lastSegment: String { text.split(separator: "/").last.map(String.init) ?? text }
}

extension String {
  /// Whether this is a name that means the same with quotes and without: letters, digits and a few marks, and no
  /// word or number that YAML reads as something else.
  fileprivate var isPlainName: Bool {
    let scalar = ScalarSyntax(
      text: self, span: SourceSpan(source: SourceID(index: 0), start: 0, end: 0), isPlain: true)
    guard case .string = scalar.resolved, let first = utf8.first, first != UInt8(ascii: "-") else {
      return false
    }
    return utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: true
      default: false
      }
    }
  }
}

extension [UInt8] {
  /// The bytes of a range that may reach beyond the end.
  fileprivate subscript(clamped range: Range<Int>) -> ArraySlice<UInt8> { self[range.clamped(to: 0..<count)] }
}
