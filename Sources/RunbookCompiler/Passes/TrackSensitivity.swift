// Pass: marks what is sensitive, or derives from something sensitive.
internal import ComponentKit
internal import ExecutionPlan

extension Compilation {
  mutating func trackSensitivity() {
    for index in order {
      let node = self[index]
      if isTainted(node) { nodes[index.value].flags.insert(.tainted) }
    }
  }

  private func isTainted(_ node: Node) -> Bool {
    if node.flags.contains(.sensitive) { return true }
    let inherits = node.operands.contains { $0.target.map { self[$0].flags.contains(.tainted) } ?? false }
    switch node.production {
    case .extract(let use): return uses[use].manifest?.isSensitive ?? false
    case .process(let use): return inherits && !(uses[use].manifest?.declassifies ?? false)
    case .merge, .pass: return inherits
    case .reuse, .constant, .input, .broken: return false
    }
  }
}
