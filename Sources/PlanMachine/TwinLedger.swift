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
  private var leading: Set<InstructionIndex> = []
  private var followers: [InstructionIndex: [InstructionIndex]] = [:]

  init(_ instructions: [Instruction]) { groups = TwinGroups(instructions) }

  /// What becomes of an instruction whose turn it is.
  mutating func role(of instruction: InstructionIndex, _ state: RunState) -> Role {
    if groups.isEmpty { return .leads }
    let twins = groups.twins(of: instruction)
    if twins.isEmpty { return .leads }
    if let leader = twins.first(where: leading.contains) {
      followers[leader, default: []].append(instruction)
      return .follows
    }
    let ended =
      twins.first { state[$0].status == .completed } ?? twins.first { Self.isOver(state[$0].status) }
    if let ended { return .shares(ended, state[ended].status) }
    leading.insert(instruction)
    return .leads
  }

  /// In this run: what failed or waits from an earlier attempt is set back before anything is issued.
  private static func isOver(_ status: ArtifactStatus) -> Bool { status == .failed || status == .pending }

  /// Those who wait for an instruction that has come to its end.
  mutating func release(_ instruction: InstructionIndex) -> [InstructionIndex] {
    leading.remove(instruction)
    return followers.removeValue(forKey: instruction) ?? []
  }
}
