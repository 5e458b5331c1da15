// Lint: artifacts of the runbook itself that lead to nothing that anyone sees.
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  mutating func lintUnusedArtifacts() {
    guard !scopes.isEmpty else { return }
    // By index, as elsewhere: a copy of a node costs more than what is asked of it.
    var isUsed = nodes.indices.map { nodes[$0].flags.contains(.output) }
    for output in scopes[0].runbook.syntax.outputs ?? [] {
      if let index = output.artifact.flatMap({ rootNode($0.text) }) { isUsed[index.value] = true }
    }
    var pending = isUsed.indices.filter { isUsed[$0] }
    while let index = pending.popLast() {
      for place in nodes[index].operands.indices {
        guard let target = nodes[index].operands[place].target?.value, !isUsed[target] else { continue }
        isUsed[target] = true
        pending.append(target)
      }
    }
    for index in nodes.indices
    where !isUsed[index] && nodes[index].scope.value == 0 && nodes[index].isDeclared {
      report(
        Diagnostic(
          .unusedArtifact, "the artifact '\(nodes[index].id)' leads to no output", at: nodes[index].place,
          notes: ["set 'output: true' on it, or on something that derives from it"]))
    }
  }

  private func rootNode(_ name: String) -> NodeIndex? {
    if case .node(let index) = resolve(name, in: ScopeIndex(value: 0)) { index } else { nil }
  }
}
