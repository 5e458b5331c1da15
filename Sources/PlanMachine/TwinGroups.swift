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

  /// The group of every instruction that is not alone; groups are named by their first members.
  private let groups: [InstructionIndex: InstructionIndex]

  init(_ instructions: [Instruction]) {
    var firsts: [Identity: InstructionIndex] = [:]
    var groups: [InstructionIndex: InstructionIndex] = [:]
    for (position, instruction) in instructions.enumerated() where instruction.isMeasured {
      let index = InstructionIndex(position)
      let identity = Identity(key: instruction.key, timeout: instruction.timeout)
      if let first = firsts[identity] {
        groups[index] = first
        groups[first] = first
      } else {
        firsts[identity] = index
      }
    }
    self.groups = groups
  }

  var isEmpty: Bool { groups.isEmpty }

  /// The first instruction that does the same, which may be this one; nil where it is alone.
  func first(of instruction: InstructionIndex) -> InstructionIndex? { groups[instruction] }
}
