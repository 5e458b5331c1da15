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
    // What could not be read may have held it.
    guard !root.isIncomplete else { return }
    report(
      Diagnostic(
        .missingContact, "the runbook names no contact", at: name.span,
        notes: ["add 'contact:' with the person or team that answers for it"]))
  }

  /// Artifacts of the runbook itself that lead to nothing that anyone sees.
  private mutating func lintUnusedArtifacts() {
    guard !sink.hasErrors, let root = scopes.first?.runbook.syntax else { return }
    var isUsed = nodes.map { $0.flags.contains(.output) }
    for output in root.outputs ?? [] {
      if let index = output.artifact.flatMap({ target(of: $0.text) }) { isUsed[index.value] = true }
    }
    var pending = isUsed.indices.filter { isUsed[$0] }
    while let index = pending.popLast() {
      for operand in nodes[index].operands {
        guard let target = operand.target?.value, !isUsed[target] else { continue }
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

  private func target(of name: String) -> NodeIndex? {
    if case .node(let index) = resolve(name, in: ScopeIndex(value: 0)) { index } else { nil }
  }

  private mutating func lintUnavailableOptions() {
    for index in uses.indices where asksForLLMValidation(uses[index].properties) {
      let use = uses[index]
      let span = use.syntax.properties?.key(at: [.key("llm_validation")])?.span ?? use.syntax.keySpan
      report(
        Diagnostic(
          .unavailableOption, "LLM validation is not available in this version", at: span,
          annotation: "the findings will not be validated"))
    }
  }

  private func asksForLLMValidation(_ properties: JSONObject) -> Bool {
    properties["llm_validation"]?.objectValue?["enable_llm_validation"] == true
  }
}
