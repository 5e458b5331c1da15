// Which runs are kept when old ones are removed. Removes nothing.
package import RunHistory

/// Which runs of a store are to go.
package struct RunRetention: Sendable {
  package enum Rule: Sendable {
    /// All runs stay.
    case all
    /// The newest ones stay; runs within runs do not count.
    case newest(Int)
    /// Those stay that ended then or later, or began then where they have not ended.
    case since(Timestamp)
  }

  let rule: Rule
  /// Runs of which more is known elsewhere than the store says: they stay.
  let attested: Set<RunID>

  /// The runs that go, out of all of a store, newest first. Runs within a run go with it, or keep it.
  func removed(among runs: [RunRecord]) -> [RunRecord] {
    let ids = Set(runs.map(\.id))
    var root: [RunID: RunID] = [:]
    // A run within a run is newer than that: oldest first, every parent's root is known.
    for run in runs.reversed() {
      root[run.id] = run.parent.flatMap { ids.contains($0.run) ? root[$0.run] : nil } ?? run.id
    }
    let roots = runs.filter { root[$0.id] == $0.id }
    var removed = Set(
      roots.enumerated().filter { isOutdated($0.element, place: $0.offset) }.map(\.element.id))
    for run in runs where attested.contains(run.id) { root[run.id].map { _ = removed.remove($0) } }
    // What a run that can be resumed takes its results from is still needed.
    for run in runs where run.status != .completed {
      guard let own = root[run.id], !removed.contains(own), case .run(let source) = run.options.reuse
      else { continue }
      root[source].map { _ = removed.remove($0) }
    }
    return runs.filter { root[$0.id].map(removed.contains) ?? false }
  }

  private func isOutdated(_ run: RunRecord, place: Int) -> Bool {
    switch rule {
    case .all: false
    case .newest(let count): place >= count
    case .since(let time): (run.finishedAt ?? run.startedAt) < time
    }
  }
}
