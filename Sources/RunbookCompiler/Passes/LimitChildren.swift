// Part of `flatten-child-runbooks`: how much child runbooks may bring. A few small files that use each other often
// could ask for more artifacts than any memory holds.
internal import Diagnostics
internal import RunbookSyntax

extension Compilation {
  /// Whether there is room for another child.
  mutating func checkSize(_ path: ScalarSyntax) -> Bool {
    let limits = options.limits
    let isSmall = nodes.count <= limits.artifacts && references <= limits.references
    if isSmall, scopes.count <= limits.childUses, !isTooLarge { return true }
    reportTooLarge(path)
    return false
  }

  /// Whether a child may be used once more: what its first use brings is as large as its file, so it is not counted.
  mutating func checkExpansion(by child: LoadedRunbook, _ path: ScalarSyntax) -> Bool {
    guard let weight = childWeights[child.identity] else {
      childWeights[child.identity] = Self.weight(of: child.syntax)
      return true
    }
    childExpansion += weight
    if childExpansion <= options.limits.childExpansion { return true }
    reportTooLarge(path)
    return false
  }

  /// Everything in a runbook of which each use makes a copy.
  private static func weight(of runbook: RunbookSyntax) -> Int {
    var weight = 1 + (runbook.inputs ?? []).count + (runbook.outputs ?? []).count
    let artifacts = runbook.artifacts.span
    for index in artifacts.indices {
      weight += 1 + (artifacts[index].inputs?.elements.count ?? 0)
      guard let child = artifacts[index].childRunbook else { continue }
      weight += (child.inputMapping ?? []).count + (child.outputMapping ?? []).count
    }
    return weight
  }

  private mutating func reportTooLarge(_ path: ScalarSyntax) {
    guard !isTooLarge else { return }
    isTooLarge = true
    let limits = options.limits
    report(
      Diagnostic(
        .limitExceeded, "child runbooks bring too much", at: path.span,
        annotation: "not inlined any more from here on",
        notes: [
          "at most \(limits.childUses) uses of child runbooks, \(limits.childExpansion) artifacts, references, "
            + "inputs and outputs of those that are used again, \(limits.artifacts) artifacts and "
            + "\(limits.references) references in all",
          "raise the limit 'child-uses', 'child-expansion', 'artifacts' or 'references' if it is meant to",
        ]))
  }
}
