// Lint: declared inputs that no artifact uses, and names of an `output_mapping` that lead nowhere.
internal import Diagnostics
internal import RunbookSyntax

extension Compilation {
  /// Each file once, however often it is a child.
  mutating func lintUnusedNames() {
    var seen: Set<String> = []
    for index in scopes.indices {
      // Nearly all runbooks have neither, and a copy of a scope is a copy of all its names.
      guard scopes[index].runbook.syntax.mayHoldChildren || scopes[index].runbook.syntax.inputs != nil else {
        continue
      }
      let scope = scopes[index]
      guard seen.insert(scope.runbook.identity).inserted else { continue }
      let syntax = scope.runbook.syntax
      let mappings =
        syntax.mayHoldChildren
        ? syntax.artifacts.filter { $0.childRunbook?.outputMapping != nil } : []
      guard syntax.inputs?.isEmpty == false || !mappings.isEmpty else { continue }
      // What could not be read may have used it.
      guard !syntax.isIncomplete, let used = referencedNames(in: scope) else { continue }
      for input in syntax.inputs ?? [] where !used.contains(input.name.text) { reportUnused(input.name) }
      for artifact in mappings { lintMapping(of: artifact, in: scope, used: used) }
    }
  }

  /// Every name that an artifact or an output of the file stands on; nil when one of them is not known.
  private func referencedNames(in scope: Scope) -> Set<String>? {
    let syntax = scope.runbook.syntax
    var used: Set<String> = []
    for artifact in syntax.artifacts {
      let mapped = (artifact.childRunbook?.inputMapping ?? []).map(\.value)
      for name in (artifact.inputs?.elements ?? []) + mapped {
        // A name that stands for nothing may be misspelt, and was reported.
        if unknownValues.contains(name.span) || scope.names[name.text] == nil { return nil }
        used.insert(name.text)
      }
    }
    for output in syntax.outputs ?? [] {
      if let name = output.artifact { used.insert(name.text) }
    }
    return used
  }

  private mutating func reportUnused(_ input: ScalarSyntax) {
    report(
      Diagnostic(
        .unusedInput, "no artifact uses the input '\(input.text)'", at: input.span,
        notes: ["name it in the 'inputs' of an artifact, or remove the declaration"]))
  }

  private mutating func lintMapping(of artifact: ArtifactSyntax, in scope: Scope, used: Set<String>) {
    // The names of an artifact that is an output are outputs.
    guard artifact.output?.asBoolean != true, !artifact.isIncomplete else { return }
    for pair in artifact.childRunbook?.outputMapping ?? [] where !used.contains(pair.value.text) {
      // A name that could not be bound has been reported.
      guard let name = scope.names[pair.value.text], name.place == pair.value.span, case .alias = name.binding
      else { continue }
      report(
        Diagnostic(
          .unusedOutputMapping, "nothing uses '\(pair.value.text)', and it is no output", at: pair.value.span,
          labels: [DiagnosticLabel("set 'output: true' on this artifact to keep it", at: artifact.id.span)],
          notes: ["or take '\(pair.key.text)' out of the 'output_mapping'"]))
    }
  }
}
