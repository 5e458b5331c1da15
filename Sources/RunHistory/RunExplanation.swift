// Why each artifact of a run stands as it does, from the closed list of reasons.
internal import ComponentKit
package import ExecutionPlan

/// Why one artifact ran, was reused, was skipped or is not done.
package struct ArtifactExplanation: Sendable {
  package let index: InstructionIndex
  package let status: ArtifactStatus
  package let reason: DecisionReason
  /// The reason with names and values.
  package let detail: String
  /// The run whose result was taken.
  package let from: RunID?
  /// The instruction that was carried out instead.
  package let twin: InstructionIndex?
  /// What of the key is not as it was in ``comparedWith``, the most telling first.
  package let changes: [KeyChange]
  package let comparedWith: RunID?
  /// Whether what was made says the same as in ``comparedWith``, so that what follows need not be made anew; nil where
  /// nothing was made or compared.
  package var isSameResult: Bool?
}

/// Explains a run by what its journal says, and by the newest earlier runs of the same runbook.
package struct RunExplainer {
  private let run: RunSnapshot
  private let archive: any RunArchive
  private var earlier: EarlierArtifacts
  private let isSelected: (InstructionIndex) -> Bool
  /// Runs that results were taken from.
  private var origins: [RunID: EarlierArtifacts] = [:]

  /// - Parameter isSelected: Whether the run was to make an artifact.
  package init(
    _ run: RunSnapshot, _ archive: any RunArchive,
    isSelected: @escaping (InstructionIndex) -> Bool = { _ in true }
  ) throws {
    self.run = run
    self.isSelected = isSelected
    self.archive = archive
    earlier = try EarlierArtifacts(
      archive, name: run.record.runbookName, path: run.record.runbookPath, before: run.record.id)
  }

  package mutating func explain(_ index: InstructionIndex) throws -> ArtifactExplanation {
    let state = run.state[index]
    let last = state.last
    switch state.status {
    case .notStarted: return told(index, isSelected(index) ? .notReached : .notSelected)
    case .running where run.record.status != .running: return told(index, .notReached)
    case .pending: return told(index, last?.cause ?? .waiting, last?.reason)
    case .skipped: return told(index, last?.cause ?? skipReason(index), last?.reason)
    case .running, .completed, .failed: break
    }
    if let twin = last?.twin, run.plan.instructions.indices.contains(twin.value) {
      return told(index, .sameInstruction, "the same as '\(run.plan.instructions[twin.value].id)'")
    }
    switch run.plan.instructions[index.value].operation {
    case .pass:
      let operand = run.plan.instructions[index.value].operands.first
      return told(index, .passedOn, operand.map { "it is '\(run.plan.instructions[$0.value].id)'" })
    case .reuse(let from, let artifact, _):
      return told(
        index, .askedByRunbook, "copied from '\(artifact)' of the run \(last?.origin?.text ?? from)")
    default: break
    }
    if let origin = last?.origin {
      return told(index, .unchanged, taken(index, from: origin))
    }
    return try compared(index, cause: last?.cause)
  }

  /// Where an input was made anew and says the same, it is named: that is where the wave stopped.
  private mutating func taken(_ index: InstructionIndex, from origin: RunID) -> String {
    let text = "key and inputs are those of the run \(origin)"
    let instruction = run.plan.instructions[index.value]
    // The run may be gone by now, or be one that can't be read any more.
    var known = origins[origin] ?? EarlierArtifacts(archive, runs: [origin])
    let found = try? known.newest(instruction.id)
    origins[origin] = known
    guard let match = found else { return text }
    let names = zip(instruction.operands, match.compared.inputs).compactMap { operand, before in
      guard let before, let now = run.state[operand].last?.artifact, now.digest != before.digest,
        now.isEquivalent(to: before)
      else { return nil as String? }
      return "'\(run.plan.instructions[operand.value].id)'"
    }
    if names.isEmpty { return text }
    return text + ", but for the times in " + names.joined(separator: ", ")
  }

  /// Stores of version 1 do not say.
  private func skipReason(_ index: InstructionIndex) -> DecisionReason {
    let operands = run.plan.instructions[index.value].operands
    let isBlocked = operands.contains { [.failed, .skipped].contains(run.state[$0].status) }
    return isBlocked ? .inputMissing : .timeLimit
  }

  private func told(
    _ index: InstructionIndex, _ reason: DecisionReason, _ detail: String? = nil
  ) -> ArtifactExplanation {
    explanation(index, reason, detail ?? reason.sentence, [], nil)
  }

  private func explanation(
    _ index: InstructionIndex, _ reason: DecisionReason, _ detail: String, _ changes: [KeyChange],
    _ comparedWith: RunID?
  ) -> ArtifactExplanation {
    let state = run.state[index]
    let isOver = run.record.status != .running
    return ArtifactExplanation(
      index: index, status: state.status == .running && isOver ? .notStarted : state.status, reason: reason,
      detail: detail, from: state.last?.origin, twin: state.last?.twin, changes: changes,
      comparedWith: comparedWith)
  }

  // MARK: - Against an earlier run

  /// It ran: what changed since an earlier run completed it, else what kept it from being taken.
  private mutating func compared(
    _ index: InstructionIndex, cause: DecisionReason?
  ) throws -> ArtifactExplanation {
    let artifact = run.plan.instructions[index.value].id
    guard let match = try earlier.newest(artifact) else {
      return told(index, Self.isTelling(cause) ? cause ?? .firstTime : .firstTime)
    }
    let changes = KeyComparison(before: match.compared, after: run.compared(index)).changes
    let (found, text) = reason(index, match, changes, cause)
    let isSame = isSameResult(match, index)
    let detail = isSame == true && !changes.isEmpty ? text + "; the result is the same" : text
    var answer = explanation(index, found, detail, changes, match.run.record.id)
    answer.isSameResult = isSame
    return answer
  }

  private func reason(
    _ index: InstructionIndex, _ match: EarlierArtifacts.Match, _ changes: [KeyChange],
    _ cause: DecisionReason?
  ) -> (DecisionReason, String) {
    if cause == .resultLost { return (.resultLost, DecisionReason.resultLost.sentence) }
    if let first = changes.first {
      let more = changes.count > 1 ? " and \(changes.count - 1) more" : ""
      return (first.reason, first.text(source: source(match, index)) + more)
    }
    guard match.status == .completed else {
      return (.notCompletedBefore, "it was \(match.status.rawValue) in the run \(match.run.record.id)")
    }
    let reason = cause ?? .reuseOff
    return (reason, reason.sentence)
  }

  private func isSameResult(_ match: EarlierArtifacts.Match, _ index: InstructionIndex) -> Bool? {
    guard let before = match.run.state[match.index].last?.artifact, let now = run.state[index].last?.artifact
    else { return nil }
    return now.isEquivalent(to: before)
  }

  /// Whether a reason stands for itself, whatever was before.
  private static func isTelling(_ cause: DecisionReason?) -> Bool {
    cause == .alwaysFresh || cause == .notDeterministic || cause == .resultLost
  }

  private func source(_ match: EarlierArtifacts.Match, _ index: InstructionIndex) -> SourceComparison? {
    guard let old = match.compared.evidence?.source, let new = run.state[index].last?.evidence?.source,
      old != new, let before = archive.listing(old), let after = archive.listing(new)
    else { return nil }
    return SourceComparison(before: before, after: after)
  }
}
