// Part of `detect-cycles`: shows one cycle of a strongly connected component, each step with what makes it.
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  /// How many artifacts of a cycle its message names.
  private static let shownNames = 16

  /// Reports one strongly connected component as the shortest cycle that was found in it.
  mutating func reportCycle(_ component: [NodeIndex]) {
    let path = ShortestCycle.find(in: component.sorted { self[$0].id < self[$1].id }, of: self)
    guard let first = path.first else { return }
    let places = numbered(path.flatMap { steps(of: $0) })
    guard let start = places.first else { return }
    reporting.focus = self[first.from].scope
    report(
      Diagnostic(
        .cycle, "artifacts depend on themselves: \(names(on: path))", at: start.span,
        annotation: start.message, labels: Array(places.dropFirst()),
        notes: component.count > path.count
          ? ["\(component.count) artifacts depend on each other here; this is the shortest way round"] : []))
    reporting.focus = nil
  }

  /// The steps in their order: lines stand in the order of the file. Two are told apart without numbers.
  private func numbered(_ steps: [DiagnosticLabel]) -> [DiagnosticLabel] {
    guard steps.count > 2 else { return steps }
    return steps.enumerated().map { number, step in
      DiagnosticLabel("\(number + 1). \(step.message)", at: step.span)
    }
  }

  /// What makes one artifact need another: its `inputs`, then mappings and outputs that lead to the other.
  private func steps(of edge: CycleEdge) -> [DiagnosticLabel] {
    let operand = self[edge.from].operands[edge.operand]
    let from = self[edge.from].id.lastSegment
    let reference = DiagnosticLabel("'\(from)' needs '\(operand.name.text)' (inputs)", at: operand.name.span)
    let route = route(of: operand.name.text, in: self[edge.from].scope).map { step in
      DiagnosticLabel(
        "\(step.message) (\(step.kind == .inputMapping ? "input_mapping" : "output"))", at: step.span)
    }
    return [reference] + route
  }

  /// `a → b → a`; a long cycle without its middle. Names as in the runbook where all are of one.
  private func names(on path: [CycleEdge]) -> String {
    let isLocal = Set(path.map { self[$0.from].scope }).count == 1
    var names = path.map { isLocal ? self[$0.from].id.lastSegment : self[$0.from].id.text }
    if let first = names.first { names.append(first) }
    if names.count > Self.shownNames {
      let half = Self.shownNames / 2 - 2
      let hidden = names.count - 2 * half
      names = names.prefix(half) + ["… (\(hidden) more)"] + names.suffix(half)
    }
    return names.joined(separator: " → ")
  }
}
