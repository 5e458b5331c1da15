// How an artifact is shown that was running when its process died. Knows nothing of how either is shown.
internal import RunHistory

extension ArtifactStatus {
  /// The status in a run of that status: nothing runs in a run that does not.
  func shown(in run: RunStatus) -> ArtifactStatus { self == .running && run != .running ? .notStarted : self }
}

extension ArtifactCounts {
  /// The counts in a run of that status.
  func shown(in run: RunStatus) -> ArtifactCounts {
    guard run != .running else { return self }
    var counts = self
    counts[.notStarted] += counts[.running]
    counts[.running] = 0
    return counts
  }
}
