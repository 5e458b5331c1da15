// Which rules a child runbook may break only where another runbook uses it.
internal import Diagnostics

extension Rule {
  /// Whether what a child breaks is not found when the child is checked by itself: then nobody can say that an ignore
  /// or an entry of a baseline is of no use.
  var mayNeedParent: Bool { Self.found.contains(self) }

  private static let found: Set<Rule> = [.ignoredChildOutput, .timeoutBeyondRun, .ineffectiveOptional]
}
