// Finds artifacts of earlier runs by their names.
internal import ComponentKit
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory

/// Remembers the run that was looked into last: a plan usually reuses several artifacts of one run.
final class ReuseCache: @unchecked Sendable {  // the entry is guarded by `monitor`
  private struct Entry {
    let run: RunID
    let indices: [String: InstructionIndex]
    let state: RunState
  }

  private let monitor = Monitor()
  private var entry: Entry?

  /// The completed artifact `name` (an id or an alias) of a run.
  func artifact(_ name: String, of run: RunID, in store: RunStore) throws(StoreError) -> ArtifactRecord {
    let entry = try entry(run, store)
    guard let index = entry.indices[name], index.value < entry.state.artifacts.count else {
      throw StoreError(.missing, "the run \(run) has no artifact '\(name)'")
    }
    let artifact = entry.state[index]
    guard artifact.status == .completed, let record = artifact.last?.artifact else {
      throw StoreError(
        .missing, "the artifact '\(name)' of the run \(run) is \(artifact.status.rawValue), not completed")
    }
    return record
  }

  private func entry(_ run: RunID, _ store: RunStore) throws(StoreError) -> Entry {
    // A run that is not over may have more artifacts by now.
    if let known = monitor.withLock({ entry }), known.run == run { return known }
    let stored = try store.load(run)
    let decoded: DecodedPlan
    do {
      decoded = try Plan.decode(stored.planBytes)
    } catch {
      throw .damaged("the plan of the run \(run) can't be read: \(error)")
    }
    var indices: [String: InstructionIndex] = [:]
    for (alias, index) in decoded.plan.aliases { indices[alias.text] = index }
    for (index, instruction) in decoded.plan.instructions.enumerated() {
      indices[instruction.id.text] = InstructionIndex(index)
    }
    let fresh = Entry(run: run, indices: indices, state: stored.state)
    if stored.record.status != .running { monitor.withLock { entry = fresh } }
    return fresh
  }
}
