// Lint: artifacts, and uses of child runbooks, that make what another one makes already.
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  /// To hand an artifact on under another name costs nothing, so that is no work.
  mutating func lintDuplicateWork() {
    let numbering = WorkNumbering.of(self)
    // Nearly always nothing is done twice, and nothing more is to do.
    guard numbering.count < order.count else { return }
    for use in repeatedUses(numbering) { reportUse(use.later, sameAs: use.first) }
    var reported: Set<SourceSpan> = []
    for pair in repeatedNodes(numbering) {
      let node = self[pair.later]
      // What an inline processor reads is no news where the processor itself does the same.
      guard node.isDeclared || !reported.contains(node.place) else { continue }
      reported.insert(node.place)
      reportNode(pair.later, sameAs: pair.first)
    }
  }

  // MARK: - Artifacts of the runbook itself

  /// Artifacts of the runbook, each with the first that does the same: declared ones before their sources.
  private func repeatedNodes(_ numbering: WorkNumbering) -> [(later: NodeIndex, first: NodeIndex)] {
    var groups: [Int: [NodeIndex]] = [:]
    for index in order where isWork(self[index].production) {
      if let number = numbering.number(of: index.value) { groups[number, default: []].append(index) }
    }
    let pairs = groups.values.filter { $0.count > 1 }.flatMap { members in
      let sorted = members.sorted { sortKey($0) < sortKey($1) }
      return sorted.dropFirst().filter { self[$0].scope.value == 0 }.map { (later: $0, first: sorted[0]) }
        + soleOfRoot(sorted)
    }
    return pairs.sorted {
      (self[$0.later].isDeclared ? 0 : 1, $0.later) < (self[$1.later].isDeclared ? 0 : 1, $1.later)
    }
  }

  /// The one artifact of the runbook among those of children.
  private func soleOfRoot(_ sorted: [NodeIndex]) -> [(later: NodeIndex, first: NodeIndex)] {
    guard self[sorted[0]].scope.value == 0, self[sorted[1]].scope.value != 0 else { return [] }
    return [(later: sorted[0], first: sorted[1])]
  }

  /// Those of the runbook before those of children, then as written.
  private func sortKey(_ index: NodeIndex) -> (Int, Int, Int) {
    (self[index].scope.value, self[index].place.start, index.value)
  }

  private func isWork(_ production: Production) -> Bool {
    switch production {
    case .extract, .process, .merge, .reuse, .execute: true
    case .pass, .constant, .input, .broken: false
    }
  }

  private mutating func reportNode(_ later: NodeIndex, sameAs first: NodeIndex) {
    let (name, other) = (shownName(of: later), shownName(of: first))
    report(
      Diagnostic(
        .duplicateWork, "\(name) does the same as \(other)", at: place(of: later),
        annotation: sameness(of: self[later].production),
        labels: [DiagnosticLabel("\(other) is made here", at: place(of: first))],
        notes: ["use one of them for both, or change what should be different"]))
  }

  private func sameness(of production: Production) -> String {
    switch production {
    case .extract: "same component and properties"
    case .process: "same component, properties and inputs"
    case .reuse: "the same artifact of the same run"
    case .merge, .execute, .pass, .constant, .input, .broken: "the same inputs"
    }
  }

  private func shownName(of index: NodeIndex) -> String {
    let text = self[index].id.text
    guard !self[index].isDeclared, let end = text.lastIndex(of: "/") else { return "'\(text)'" }
    return "the source of '\(text[..<end])'"
  }

  /// An artifact's name, or the `source` of an inline processor.
  private func place(of index: NodeIndex) -> SourceSpan {
    guard !self[index].isDeclared, case .extract(let use) = self[index].production else {
      return self[index].place
    }
    return uses[use].syntax.keySpan
  }

  // MARK: - Uses of child runbooks

  /// One runbook file as a child, and what its artifacts do.
  private struct Use: Hashable {
    let identity: String
    let numbers: [Int?]
  }

  /// Uses of children that do what an earlier use does; not those inside one that is listed itself.
  private func repeatedUses(_ numbering: WorkNumbering) -> [(later: ScopeIndex, first: ScopeIndex)] {
    guard scopes.count > 2 else { return [] }
    var numbers = Array(repeating: [Int?](), count: scopes.count)
    var hasWork = Array(repeating: false, count: scopes.count)
    for index in nodes.indices where nodes[index].scope.value > 0 {
      let scope = nodes[index].scope.value
      numbers[scope].append(numbering.number(of: index))
      if isWork(nodes[index].production) { hasWork[scope] = true }
    }
    var known: [Use: ScopeIndex] = [:]
    var repeated: Set<Int> = []
    var found: [(later: ScopeIndex, first: ScopeIndex)] = []
    for index in scopes.indices where hasWork[index] && !numbers[index].contains(nil) {
      let use = Use(identity: scopes[index].runbook.identity, numbers: numbers[index])
      guard let first = known[use] else {
        known[use] = ScopeIndex(value: index)
        continue
      }
      repeated.insert(index)
      if let parent = scopes[index].origin?.scope.value, !repeated.contains(parent) {
        found.append((ScopeIndex(value: index), first))
      }
    }
    return found
  }

  private mutating func reportUse(_ later: ScopeIndex, sameAs first: ScopeIndex) {
    guard let place = self[later].origin?.place, let other = self[first].origin?.place, place != other else {
      return
    }
    report(
      Diagnostic(
        .duplicateWork, "this child runbook is used twice with the same inputs", at: place,
        annotation: "makes the same again", labels: [DiagnosticLabel("first here", at: other)],
        notes: ["take all outputs from one use, with an 'output_mapping'"]))
  }
}
