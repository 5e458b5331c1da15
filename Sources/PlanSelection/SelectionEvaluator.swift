// Finds the artifacts that selections ask for.
internal import Diagnostics

/// What selections came to.
package struct SelectionResult: Sendable {
  package let artifacts: SelectedArtifacts
  /// Parts of the selections that nothing fits, which is no error: a plan may have none of what was asked for.
  package let remarks: [SelectionFault]
}

extension SelectableGraph {
  /// The artifacts that any of some selections asks for and none of others does.
  ///
  /// - Parameters:
  ///   - selections: None of them: everything.
  ///   - states: How the artifacts compare with those of another plan, where they were compared.
  /// - Throws: ``SelectionFault`` for a name that nothing has, and for `state:` where nothing was compared.
  /// - Complexity: O(terms × (artifacts + edges)).
  package func select(
    _ selections: [Selection], excluding exclusions: [Selection] = [], states: SelectionStates? = nil
  ) throws(SelectionFault) -> SelectionResult {
    var evaluator = SelectionEvaluator(self, states)
    var chosen = SelectedArtifacts(repeating: selections.isEmpty, count: artifacts.count)
    for selection in selections { chosen.formUnion(try evaluator.evaluate(selection)) }
    for selection in exclusions { chosen.subtract(try evaluator.evaluate(selection)) }
    return SelectionResult(artifacts: chosen, remarks: evaluator.remarks)
  }
}

private struct SelectionEvaluator {
  private let graph: SelectableGraph
  private let states: SelectionStates?
  private var text = ""
  private(set) var remarks: [SelectionFault] = []

  init(_ graph: SelectableGraph, _ states: SelectionStates?) {
    self.graph = graph
    self.states = states
  }

  mutating func evaluate(_ selection: Selection) throws(SelectionFault) -> SelectedArtifacts {
    text = selection.text
    return try evaluate(selection.list)
  }

  private mutating func evaluate(_ list: SelectionList) throws(SelectionFault) -> SelectedArtifacts {
    var chosen = SelectedArtifacts(repeating: list.included.isEmpty, count: graph.artifacts.count)
    for word in list.included { chosen.formUnion(try evaluate(word)) }
    for word in list.excluded { chosen.subtract(try evaluate(word)) }
    return chosen
  }

  private mutating func evaluate(_ word: SelectionWord) throws(SelectionFault) -> SelectedArtifacts {
    var chosen = SelectedArtifacts(repeating: true, count: graph.artifacts.count)
    for reach in word.reaches { chosen.formIntersection(try evaluate(reach)) }
    return chosen
  }

  private mutating func evaluate(_ reach: SelectionReach) throws(SelectionFault) -> SelectedArtifacts {
    let start = try artifacts(reach)
    if reach.isWhole { return leading(to: following(start, .max), .max) }
    var chosen = start
    if let steps = reach.before { chosen.formUnion(leading(to: start, steps)) }
    if let steps = reach.after { chosen.formUnion(following(start, steps)) }
    return chosen
  }

  // MARK: - What is named

  private mutating func artifacts(_ reach: SelectionReach) throws(SelectionFault) -> SelectedArtifacts {
    switch reach.primary {
    case .list(let list): return try evaluate(list)
    case .name(let name): return try artifacts(named: name, reach.span)
    case .wildcards(let pattern):
      let found = all { artifact in
        pattern.matches(artifact.id) || artifact.aliases.contains { pattern.matches($0) }
      }
      if found.isEmpty { remark("no artifact fits '\(pattern.text)'", reach.span) }
      return found
    case .criterion(.state(let name)): return try artifacts(inState: name, reach.span)
    case .criterion(.child(let name)): return try artifacts(ofChild: name, reach.span)
    case .criterion(let criterion):
      let found = all(criterion.holds)
      if found.isEmpty { remarkNothing(criterion, reach.span) }
      return found
    }
  }

  private func all(_ condition: (SelectableArtifact) -> Bool) -> SelectedArtifacts {
    SelectedArtifacts(count: graph.artifacts.count) { condition(graph.artifacts[$0]) }
  }

  /// The artifact of an id or alias, else everything that a child runbook of this name brought.
  private func artifacts(named name: String, _ span: Range<Int>) throws(SelectionFault) -> SelectedArtifacts {
    if let index = graph.index(named: name) {
      var found = SelectedArtifacts(repeating: false, count: graph.artifacts.count)
      found.insert(index)
      return found
    }
    let found = all(SelectionCriterion.child(name).holds)
    guard found.isEmpty else { return found }
    throw SelectionFault(
      "there is no artifact '\(name)'", in: text, at: span,
      suggestion: closest(to: name, among: graph.names + graph.children))
  }

  private func artifacts(ofChild name: String, _ span: Range<Int>) throws(SelectionFault) -> SelectedArtifacts
  {
    let found = all(SelectionCriterion.child(name).holds)
    guard found.isEmpty else { return found }
    let start = span.lowerBound + "child:".utf8.count
    throw SelectionFault(
      "no artifact comes from a child runbook '\(name)'", in: text, at: start..<span.upperBound,
      suggestion: closest(to: name, among: graph.children))
  }

  private func artifacts(
    inState name: String, _ span: Range<Int>
  ) throws(SelectionFault) -> SelectedArtifacts {
    guard let states else {
      throw SelectionFault(
        "'state:' asks how a plan differs from another, and there is no other here", in: text, at: span,
        notes: ["use it with 'wct diff'"])
    }
    guard let members = states.members[name] else {
      let start = span.lowerBound + "state:".utf8.count
      let fault = SelectionCriterion.unknown("there is no state '\(name)'", name, states.names)
      throw SelectionFault(
        fault.message, in: text, at: start..<span.upperBound, suggestion: fault.suggestion,
        notes: fault.notes)
    }
    var found = SelectedArtifacts(repeating: false, count: graph.artifacts.count)
    for index in members { found.insert(index) }
    return found
  }

  // MARK: - Walks

  /// These artifacts and what leads to them, this many steps at most.
  ///
  /// Every operand stands before its use, so one sweep from the end meets each artifact after all that is made of it.
  private func leading(to start: SelectedArtifacts, _ steps: Int) -> SelectedArtifacts {
    var distance = distances(start)
    for index in graph.artifacts.indices.reversed() where distance[index] < steps {
      for operand in graph.artifacts[index].operands where (0..<index).contains(operand) {
        distance[operand] = min(distance[operand], distance[index] + 1)
      }
    }
    return SelectedArtifacts(count: distance.count) { distance[$0] != .max }
  }

  /// These artifacts and what comes of them, this many steps at most.
  private func following(_ start: SelectedArtifacts, _ steps: Int) -> SelectedArtifacts {
    var distance = distances(start)
    for index in graph.artifacts.indices {
      for operand in graph.artifacts[index].operands
      where (0..<index).contains(operand) && distance[operand] < steps {
        distance[index] = min(distance[index], distance[operand] + 1)
      }
    }
    return SelectedArtifacts(count: distance.count) { distance[$0] != .max }
  }

  private func distances(_ start: SelectedArtifacts) -> [Int] { start.isMember.map { $0 ? 0 : .max } }

  // MARK: - Remarks

  private mutating func remark(_ message: String, _ span: Range<Int>, suggestion: String? = nil) {
    remarks.append(SelectionFault(message, in: text, at: span, suggestion: suggestion))
  }

  private mutating func remarkNothing(_ criterion: SelectionCriterion, _ span: Range<Int>) {
    let written = Array(text.utf8)[span]
    let values = Set(graph.artifacts.flatMap(criterion.values)).sorted()
    let colon = written.firstIndex(of: UInt8(ascii: ":")) ?? span.lowerBound
    let value = String(decoding: written[(colon + 1)...], as: UTF8.self)
    remark(
      "no artifact fits '\(String(decoding: written, as: UTF8.self))'", colon + 1..<span.upperBound,
      suggestion: closest(to: value, among: values))
  }
}
