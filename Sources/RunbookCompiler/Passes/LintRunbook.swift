// Pass: warns of what is allowed and probably not meant.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  mutating func lintRunbook() {
    lintContact()
    lintUnusedArtifacts()
    lintUnavailableOptions()
  }

  private mutating func lintContact() {
    guard let root = scopes.first?.runbook.syntax, root.contact == nil, let name = root.name else { return }
    report(
      Diagnostic(
        .missingContact, "the runbook names no contact", at: name.span,
        notes: ["add 'contact:' with the person or team that answers for it"]))
  }

  /// Artifacts of the runbook itself that lead to nothing that anyone sees.
  private mutating func lintUnusedArtifacts() {
    guard !sink.hasErrors, let root = scopes.first?.runbook.syntax else { return }
    var used = Set((root.outputs ?? []).compactMap { $0.artifact.flatMap { target(of: $0.text) } })
    var pending = nodes.indices.map { NodeIndex(value: $0) }.filter {
      nodes[$0.value].flags.contains(.output)
    }
    pending += used
    used.formUnion(pending)
    while let index = pending.popLast() {
      for operand in nodes[index.value].operands {
        if let target = operand.target, used.insert(target).inserted { pending.append(target) }
      }
    }
    for index in nodes.indices where isOpen(index) && !used.contains(NodeIndex(value: index)) {
      report(
        Diagnostic(
          .unusedArtifact, "the artifact '\(nodes[index].id)' leads to no output", at: nodes[index].place,
          notes: ["set 'output: true' on it, or on something that derives from it"]))
    }
  }

  /// Whether a node is an artifact of the runbook's own text.
  private func isOpen(_ index: Int) -> Bool { nodes[index].scope.value == 0 && nodes[index].isDeclared }

  private func target(of name: String) -> NodeIndex? {
    if case .node(let index) = resolve(name, in: ScopeIndex(value: 0)) { index } else { nil }
  }

  private mutating func lintUnavailableOptions() {
    for use in uses where use.properties["llm_validation"]?.objectValue?["enable_llm_validation"] == true {
      let span = use.syntax.properties?.key(at: [.key("llm_validation")])?.span ?? use.syntax.keySpan
      report(
        Diagnostic(
          .unavailableOption, "LLM validation is not available in this version", at: span,
          annotation: "the findings will not be validated"))
    }
  }
}
