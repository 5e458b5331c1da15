// Lint: timeouts of artifacts that the run's own timeout comes before.
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  mutating func lintTimeouts() {
    guard let limit = configuration.timeout, let own = scopes.first?.runbook.syntax.configuration?.timeout
    else { return }
    var seen: Set<SourceSpan> = []
    for scope in scopes {
      let artifacts = scope.runbook.syntax.artifacts.span
      for artifact in artifacts.indices {
        guard let timeout = artifacts[artifact].timeout, let name = scope.names[artifacts[artifact].id.text],
          case .node(let index) = name.binding, let seconds = self[index].timeout, seconds > limit,
          seen.insert(timeout.span).inserted
        else { continue }
        report(
          Diagnostic(
            .timeoutBeyondRun, "the artifact's timeout is longer than the run's", at: timeout.span,
            annotation: "the run is stopped before",
            labels: [DiagnosticLabel("the whole run's timeout", at: own.span)]))
      }
    }
  }
}
