// Earlier runs of a runbook, for explanations. Does not know how they are stored.
package import ComponentKit
package import ExecutionPlan

/// One run with its plan, as it stands.
package struct RunSnapshot: Sendable {
  package let record: RunRecord
  package let plan: Plan
  package let state: RunState

  package init(record: RunRecord, plan: Plan, state: RunState) {
    self.record = record
    self.plan = plan
    self.state = state
  }

  /// An instruction of this run with what it read, as comparisons want it.
  package func compared(_ index: InstructionIndex) -> ComparedInstruction {
    ComparedInstruction(
      plan: plan, index: index,
      inputs: plan.instructions[index.value].operands.map { state[$0].last?.artifact },
      evidence: state[index].last?.evidence)
  }
}

/// Reads earlier runs.
package protocol RunArchive: Sendable {
  /// The runs of a runbook, by its name or its path, newest first; with `before`, those that are older than it.
  func earlierRuns(name: String, path: String?, before: RunID?, limit: Int) throws -> [RunID]
  func snapshot(of run: RunID) throws -> RunSnapshot
  /// The parts of a source by the digest of their listing; nil where it is not kept any more.
  func listing(_ digest: ContentDigest) -> [SourcePart]?
}

/// Finds for each artifact the newest earlier run of the same runbook that has it. Runs are read when needed.
package struct EarlierArtifacts {
  /// How far it looks back: each run costs the reading of its plan.
  private static let depth = 20

  package struct Match {
    package let run: RunSnapshot
    package let index: InstructionIndex
    package var status: ArtifactStatus { run.state[index].status }
    package var compared: ComparedInstruction { run.compared(index) }
  }

  private struct Entry {
    let run: RunSnapshot
    let indices: [ArtifactID: InstructionIndex]
  }

  private let archive: any RunArchive
  private var pending: ArraySlice<RunID>
  private var entries: [Entry] = []

  /// The runs of the runbook that a plan comes from.
  package init(_ archive: any RunArchive, name: String, path: String?, before: RunID?) throws {
    self.archive = archive
    pending = try archive.earlierRuns(name: name, path: path, before: before, limit: Self.depth)[...]
  }

  /// These runs alone, in this order.
  package init(_ archive: any RunArchive, runs: [RunID]) {
    self.archive = archive
    pending = runs[...]
  }

  /// The newest run that completed the artifact, else the newest that has it.
  package mutating func newest(_ artifact: ArtifactID) throws -> Match? {
    var unfinished: Match?
    var position = 0
    while let entry = try entry(at: position) {
      position += 1
      guard let index = entry.indices[artifact] else { continue }
      let match = Match(run: entry.run, index: index)
      if match.status == .completed { return match }
      unfinished = unfinished ?? match
    }
    return unfinished
  }

  private mutating func entry(at position: Int) throws -> Entry? {
    while entries.count <= position {
      guard let id = pending.popFirst() else { return nil }
      let run = try archive.snapshot(of: id)
      guard run.state.artifacts.count == run.plan.instructions.count else { continue }
      var indices: [ArtifactID: InstructionIndex] = [:]
      for (index, instruction) in run.plan.instructions.enumerated() {
        indices[instruction.id] = InstructionIndex(index)
      }
      entries.append(Entry(run: run, indices: indices))
    }
    return entries[position]
  }
}
