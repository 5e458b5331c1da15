// A plan that can be compared: every number in it leads somewhere. Does not know whether it could run.
package import ComponentKit
package import ExecutionPlan

/// A decoded plan whose operands, components and rulesets exist.
///
/// This is less than what ``PlanVerifier`` asks for: a plan for older components is refused by a machine and
/// can still be compared.
package struct ComparablePlan: Sendable {
  /// What people call it: a path, or `REV:path`.
  package let name: String
  package let plan: Plan
  package let id: ContentDigest
  package let digest: ContentDigest
  private let ids: ArtifactIDTable

  /// - Throws: ``PlanError`` with the first number that leads nowhere, or an id that stands twice.
  package init(_ decoded: DecodedPlan, name: String) throws(PlanError) {
    self.name = name
    plan = decoded.plan
    id = decoded.id
    digest = decoded.digest
    ids = try plan.checkReferences()
  }

  /// Where an artifact stands; nil: it is not in the plan.
  func index(of id: ArtifactID) -> Int? { ids.index(of: id, in: plan.instructions) }

  var instructions: [Instruction] { plan.instructions }

  func id(at index: Int) -> String { plan.instructions[index].id.text }

  /// The component that an instruction calls; nil when it calls none.
  func component(of instruction: Instruction) -> ComponentImport? {
    instruction.operation.call.map { plan.components[$0.component.value] }
  }
}

/// Which instructions read each instruction: the operands of a plan turned round.
struct Consumers {
  private let starts: [Int32]
  private let list: [Int32]

  init(_ instructions: [Instruction]) {
    var starts = [Int32](repeating: 0, count: instructions.count + 1)
    for instruction in instructions { for operand in instruction.operands { starts[operand.value + 1] += 1 } }
    for index in instructions.indices { starts[index + 1] += starts[index] }
    var places = starts
    var list = [Int32](repeating: 0, count: Int(starts.last ?? 0))
    for (index, instruction) in instructions.enumerated() {
      for operand in instruction.operands {
        list[Int(places[operand.value])] = Int32(truncatingIfNeeded: index)
        places[operand.value] += 1
      }
    }
    (self.starts, self.list) = (starts, list)
  }

  subscript(_ index: Int) -> ArraySlice<Int32> { list[Int(starts[index])..<Int(starts[index + 1])] }
}
