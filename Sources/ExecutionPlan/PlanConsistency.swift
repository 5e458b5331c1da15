// Checks a decoded plan against itself, for those who look at plans without running them. Knows no components.
internal import ComponentKit

extension Plan {
  /// Checks what every reader of plans relies on: operands are earlier instructions, components and rulesets are
  /// there, no name stands for two artifacts, and every key is that of its instruction.
  ///
  /// A plan that passed may still call components that are not here; whether it can run is ``PlanVerifier``'s to say.
  ///
  /// - Throws: the first ``PlanError`` found.
  package func checkConsistency() throws(PlanError) {
    var seen: Set<ArtifactID> = []
    for (index, instruction) in instructions.enumerated() {
      let pointer = "/instructions/\(index)"
      guard seen.insert(instruction.id).inserted else {
        throw PlanError(.meaning, "the artifact '\(instruction.id)' is written twice", at: "\(pointer)/id")
      }
      try checkReferences(of: instruction, index, pointer)
      try checkKey(of: instruction, pointer)
    }
    for (alias, target) in aliases {
      guard seen.insert(alias).inserted else {
        throw PlanError(.meaning, "the alias '\(alias)' is an artifact's id too", at: "/aliases")
      }
      guard instructions.indices.contains(target.value) else {
        throw PlanError(.meaning, "the alias '\(alias)' names no instruction", at: "/aliases")
      }
    }
  }

  private func checkReferences(
    of instruction: Instruction, _ index: Int, _ pointer: String
  ) throws(PlanError) {
    for operand in instruction.operands where !(0..<index).contains(operand.value) {
      throw PlanError(
        .meaning, "the operand \(operand.value) is not an earlier instruction", at: "\(pointer)/inputs")
    }
    guard let call = instruction.operation.call else { return }
    guard components.indices.contains(call.component.value) else {
      throw PlanError(.meaning, "no component \(call.component.value)", at: "\(pointer)/component")
    }
    for (uri, ruleset) in call.rulesets where !rulesets.indices.contains(ruleset.value) {
      throw PlanError(
        .meaning, "'\(uri)' names the ruleset \(ruleset.value), which is not there", at: "\(pointer)/rulesets"
      )
    }
  }

  private func checkKey(of instruction: Instruction, _ pointer: String) throws(PlanError) {
    let key = InstructionMeaning.key(
      of: instruction.operation, schema: instruction.schema,
      operandKeys: instruction.operands.map { instructions[$0.value].key }, components: components,
      rulesets: rulesets)
    guard key == instruction.key else {
      throw PlanError(.altered, "the key does not match the instruction", at: "\(pointer)/key")
    }
  }
}
