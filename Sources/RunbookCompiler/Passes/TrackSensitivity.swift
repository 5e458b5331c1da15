// Pass: marks what is sensitive, or derives from something sensitive.
internal import ComponentKit
internal import ExecutionPlan

extension Compilation {
  mutating func trackSensitivity() {
    for index in order {
      if isTainted(index.value) { nodes[index.value].flags.insert(.tainted) }
    }
  }

  private func isTainted(_ index: Int) -> Bool {
    if nodes[index].flags.contains(.sensitive) { return true }
    let inherits = nodes[index].operands.contains { operand in
      operand.target.map { nodes[$0.value].flags.contains(.tainted) } ?? false
    }
    switch nodes[index].production {
    case .extract(let use): return uses[use].manifest?.isSensitive ?? false
    case .process(let use): return inherits && !(uses[use].manifest?.declassifies ?? false)
    case .merge, .pass: return inherits
    case .reuse, .constant, .input, .broken: return false
    }
  }
}
