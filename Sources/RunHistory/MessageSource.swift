// Who made an artifact, as messages say it.
internal import ComponentKit
package import ExecutionPlan

extension Plan {
  /// The `source` of a message: `connector:TYPE`, `processor:TYPE`, `reuse:RUN/ARTIFACT`, or the operation.
  package func messageSource(of index: InstructionIndex) -> String? {
    guard instructions.indices.contains(index.value) else { return nil }
    let operation = instructions[index.value].operation
    switch operation {
    case .extract(let call), .process(let call):
      guard components.indices.contains(call.component.value) else { return nil }
      let component = components[call.component.value]
      return "\(component.kind.rawValue):\(component.type)"
    case .reuse(let run, let artifact, _): return "reuse:\(run)/\(artifact)"
    case .merge, .pass, .constant, .execute: return operation.name
    }
  }
}
