// Pass: marks what is sensitive, or derives from something sensitive.
internal import ComponentKit
internal import ExecutionPlan

extension Compilation {
  mutating func trackSensitivity() {
    for index in order {
      if isTainted(index) { nodes[index.value].flags.insert(.tainted) }
    }
  }

  private func isTainted(_ index: NodeIndex) -> Bool {
    if self[index].flags.contains(.sensitive) { return true }
    let inherits = self[index].operands.contains {
      $0.target.map { self[$0].flags.contains(.tainted) } ?? false
    }
    switch self[index].production {
    case .extract(let use): return uses[use].manifest?.isSensitive ?? false
    case .process(let use): return inherits && !(uses[use].manifest?.declassifies ?? false)
    case .merge, .pass, .execute: return inherits
    case .reuse: return earlierArtifacts[index]?.isTainted ?? false
    case .constant, .input, .broken: return false
    }
  }
}
