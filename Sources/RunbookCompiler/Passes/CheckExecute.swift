// What `execute` says, in `flatten-child-runbooks`, and what it is given, in `check-schemas`.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  /// A run within the run; its runbook is known only when the plan runs.
  mutating func nestedRun(_ execute: ExecuteSyntax, in scope: ScopeIndex) -> Production {
    if let mode = execute.mode, mode.text != "child" {
      report(
        Diagnostic(
          .invalidValue, "'mode' takes child, found '\(mode.text)'", at: mode.span,
          annotation: "expected 'child'",
          fixes: [FixIt("replace with 'child'", replacing: mode.span, with: "child")]))
    }
    let depth = (self[scope].origin?.depth ?? 0) + 1
    let timeout = readPositive(execute.timeout, field: "timeout")
    let costLimit = readPositive(execute.costLimit, field: "cost_limit")
    if depth > configuration.maximumChildDepth { reportNestedTooDeep(at: execute.keySpan, in: scope) }
    let maximumDepth = max(0, configuration.maximumChildDepth - depth)
    return .execute(
      NestedRun(timeout: timeout, costLimit: costLimit, maximumDepth: maximumDepth), place: execute.keySpan)
  }

  /// The one input of `execute` is a runbook.
  mutating func checkExecuted(_ node: Node, at place: SourceSpan) {
    guard let operand = node.operands.first, let schema = operand.target.flatMap({ self[$0].schema }),
      schema != .runbook
    else { return }
    report(
      Diagnostic(
        .executeInput, "'execute' takes '\(SchemaReference.runbook)'", at: operand.name.span,
        annotation: description(of: operand),
        labels: origins(of: node).labels + [DiagnosticLabel("executed here", at: place)]),
      through: origins(of: node).mappings)
  }
}
