// What two runs made, side by side: outputs, findings, how artifacts stand and what they took.
internal import Diagnostics
internal import ExecutionPlan
package import FindingReports
package import RunHistory

/// Two runs, compared by the names of their artifacts.
package struct RunsDifference: Sendable {
  /// One output of either run.
  package struct Output: Sendable {
    package enum Change: Sendable {
      case same, changed
      /// Only the second run has it, or has completed it.
      case appeared
      /// Only the first run has it, or had completed it.
      case disappeared
      /// Neither has completed it.
      case absent
    }

    package let name: String
    package let change: Change
    /// Nil for what is no list of findings, or is not in both runs.
    package let findings: FindingsDifference?
    package let isSensitive: Bool
  }

  /// How one artifact stands in a run.
  package struct Side: Sendable {
    package let status: ArtifactStatus
    package let duration: Double?
    /// Taken from an earlier run, or from the same instruction elsewhere in the plan.
    package let isTaken: Bool
  }

  /// One artifact of either run.
  package struct Artifact: Sendable {
    package let name: String
    package let before: Side?
    package let after: Side?
  }

  /// In the order of the second run, then those that only the first has.
  package private(set) var outputs: [Output] = []
  package private(set) var artifacts: [Artifact] = []
  /// What the findings of the second run came to with the file of accepted ones.
  package private(set) var acceptance: FindingAcceptance

  /// Whether the results differ; times do not count.
  package var hasChanges: Bool {
    outputs.contains {
      switch $0.change {
      case .same, .absent: false
      case .changed, .appeared, .disappeared: true
      }
    }
  }

  /// Whether something is new that nobody accepted: a finding, or what can't be told to be less than that.
  package var hasNewFindings: Bool {
    outputs.contains { output in
      if let findings = output.findings { return findings.openCount > 0 }
      return output.change == .changed || output.change == .appeared
    }
  }

  package init(
    before: RunReport, after: RunReport, accepted: AcceptedFindings = AcceptedFindings()
  ) throws {
    let today = after.findings(of: [], program: "").today
    acceptance = FindingAcceptance(accepted, today: today)
    let left = Self.indices(before)
    let right = Self.indices(after)
    let names =
      after.plan.instructions.map(\.id) + before.plan.instructions.map(\.id).filter { right[$0] == nil }
    for name in names {
      let (old, new) = (left[name], right[name])
      artifacts.append(
        Artifact(
          name: name.text, before: old.map { Self.side($0, before) }, after: new.map { Self.side($0, after) })
      )
      let isOutput = [(old, before), (new, after)].contains { index, run in
        index.map { run.plan.instructions[$0.value].flags.contains(.output) } ?? false
      }
      if isOutput { outputs.append(try Self.output(name, (old, before), (new, after), &acceptance)) }
    }
  }

  private static func indices(_ run: RunReport) -> [ArtifactID: InstructionIndex] {
    var indices: [ArtifactID: InstructionIndex] = [:]
    for (index, instruction) in run.plan.instructions.enumerated() {
      indices[instruction.id] = InstructionIndex(index)
    }
    return indices
  }

  private static func side(_ index: InstructionIndex, _ run: RunReport) -> Side {
    let state = run.state[index]
    let isOver = state.status == .running && run.run.status != .running
    return Side(
      status: isOver ? .notStarted : state.status, duration: state.last?.duration,
      isTaken: state.last?.origin != nil || state.last?.twin != nil)
  }

  private static func output(
    _ name: ArtifactID, _ before: (InstructionIndex?, RunReport), _ after: (InstructionIndex?, RunReport),
    _ acceptance: inout FindingAcceptance
  ) throws -> Output {
    let isSensitive = [before, after].contains { index, run in
      index.map { run.plan.instructions[$0.value].flags.contains(.sensitive) } ?? false
    }
    let old = before.0.flatMap { index in before.1.state[index].last?.artifact.map { (index, $0) } }
    let new = after.0.flatMap { index in after.1.state[index].last?.artifact.map { (index, $0) } }
    func made(_ change: Output.Change, _ findings: FindingsDifference? = nil) -> Output {
      Output(name: name.text, change: change, findings: findings, isSensitive: isSensitive)
    }
    guard let old, let new else {
      return made(old == nil && new == nil ? .absent : old == nil ? .appeared : .disappeared)
    }
    let areFindings = [(old.1, before.1), (new.1, after.1)].allSatisfy {
      $1.itemsProperty(of: $0.schema) == "findings"
    }
    guard areFindings, let right = try after.1.reader(of: new.0) else {
      return made(old.1.digest == new.1.digest ? .same : .changed)
    }
    if old.1.digest == new.1.digest {
      return made(.same, try FindingsDifference(unchanged: right, acceptance: &acceptance))
    }
    guard let left = try before.1.reader(of: old.0) else { return made(.changed) }
    let findings = try FindingsDifference(before: left, after: right, acceptance: &acceptance)
    // Only times, or the order, differ where the findings do not.
    return made(findings.new.isEmpty && findings.gone.isEmpty ? .same : .changed, findings)
  }
}
