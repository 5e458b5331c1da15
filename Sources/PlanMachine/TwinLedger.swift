// Which instruction of a group of equal ones is carried out, and who waits for it. Starts nothing itself.
internal import ExecutionPlan
internal import RunHistory

/// The groups of equal instructions of one run, while it goes on.
struct TwinLedger {
  /// What becomes of an instruction that may run now.
  enum Role: Equatable {
    /// It is carried out; others may wait for it.
    case leads
    /// An equal one is under way: its end is this one's end too.
    case follows
    /// An equal one has come to this end already.
    case shares(InstructionIndex, ArtifactStatus)
  }

  private let groups: TwinGroups
  /// Who is under way, by group.
  private var leaders: [InstructionIndex: InstructionIndex] = [:]
  /// Who has come to an end that the others share, by group.
  private var ended: [InstructionIndex: InstructionIndex] = [:]
  private var followers: [InstructionIndex: [InstructionIndex]] = [:]

  /// `state` is that of a run that goes on: what it has completed is shared.
  init(_ instructions: [Instruction], _ state: RunState) {
    groups = TwinGroups(instructions)
    if groups.isEmpty { return }
    for index in instructions.indices.map({ InstructionIndex($0) }) where state[index].status == .completed {
      if let group = groups.first(of: index), ended[group] == nil { ended[group] = index }
    }
  }

  /// What becomes of an instruction whose turn it is; O(1).
  mutating func role(of instruction: InstructionIndex, _ state: RunState) -> Role {
    guard !groups.isEmpty, let group = groups.first(of: instruction) else { return .leads }
    if let leader = leaders[group] {
      followers[leader, default: []].append(instruction)
      return .follows
    }
    if let twin = ended[group] { return .shares(twin, state[twin].status) }
    leaders[group] = instruction
    return .leads
  }

  /// Notes that an instruction is under way since an earlier process.
  mutating func lead(_ instruction: InstructionIndex) {
    guard let group = groups.first(of: instruction), leaders[group] == nil, ended[group] == nil else {
      return
    }
    leaders[group] = instruction
  }

  /// Those who wait for an instruction that has come to its end.
  ///
  /// What was withdrawn or left out is no end: the next one of its group is looked at afresh.
  mutating func release(
    _ instruction: InstructionIndex, _ status: ArtifactStatus
  ) -> [InstructionIndex] {
    guard let group = groups.first(of: instruction), leaders[group] == instruction else { return [] }
    leaders[group] = nil
    if [.completed, .failed, .pending].contains(status) { ended[group] = instruction }
    return followers.removeValue(forKey: instruction) ?? []
  }
}
