// Instructions that stand several times in a plan and are carried out once. Knows no state of a run.
internal import ComponentKit
internal import ExecutionPlan

/// The groups of instructions that do the same: same key, and so the same inputs, and the same time limit.
///
/// Values from the environment are the same for all of a run, so equal keys mean equal results. Connectors are no
/// exception: two artifacts that read the same source see it at one point in time.
struct TwinGroups: Sendable {
  private struct Identity: Hashable {
    let key: ContentDigest
    let timeout: Double?
  }

  /// Every member of a group of two or more, with all of its group in the order of the plan.
  private let groups: [InstructionIndex: [InstructionIndex]]

  init(_ instructions: [Instruction]) {
    var members: [Identity: [InstructionIndex]] = [:]
    for (index, instruction) in instructions.enumerated() where instruction.isMeasured {
      members[Identity(key: instruction.key, timeout: instruction.timeout), default: []]
        .append(InstructionIndex(index))
    }
    var groups: [InstructionIndex: [InstructionIndex]] = [:]
    for group in members.values where group.count > 1 {
      for member in group { groups[member] = group }
    }
    self.groups = groups
  }

  var isEmpty: Bool { groups.isEmpty }

  /// The other instructions that do the same.
  func twins(of instruction: InstructionIndex) -> [InstructionIndex] {
    groups[instruction]?.filter { $0 != instruction } ?? []
  }
}
