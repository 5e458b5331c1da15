// When what was worked on in a run, and which chain of work decided how long it took.
package import ExecutionPlan
package import RunHistory

/// The work of a run in time.
package struct RunTimeline: Sendable {
  /// The work on one artifact.
  package struct Interval: Sendable {
    package let index: InstructionIndex
    package let start: Timestamp
    package let end: Timestamp
    /// The lowest number, from 0, that no other work under way had when this one began.
    package fileprivate(set) var lane = 0
    /// Whether the run would have ended sooner had this work been faster.
    package fileprivate(set) var isCritical = false

    package var duration: Double { end.seconds(since: start) }
  }

  /// By start, then by place in the plan.
  package private(set) var intervals: [Interval]
  package let start: Timestamp
  package let end: Timestamp
  package private(set) var laneCount = 0
  /// Each waited for the one before it; the last one ended last.
  package private(set) var criticalPath: [InstructionIndex]

  package var duration: Double { end.seconds(since: start) }

  package init(_ report: RunReport) {
    let indices = report.plan.instructions.indices.map { InstructionIndex($0) }
    let known = indices.compactMap { report.state[$0].last?.time }.max() ?? report.run.startedAt
    let now = report.run.status == .running ? report.now : known
    start = report.run.startedAt
    let intervals = indices.compactMap { Self.interval($0, report.state[$0], now) }.sorted {
      ($0.start, $0.index) < ($1.start, $1.index)
    }
    end = max(start, intervals.map(\.end).max() ?? known, report.run.finishedAt ?? known)
    criticalPath = Self.criticalPath(intervals, report)
    self.intervals = intervals
    assignLanes()
    let critical = Set(criticalPath)
    for place in self.intervals.indices where critical.contains(self.intervals[place].index) {
      self.intervals[place].isCritical = true
    }
  }

  /// The work of an artifact's last attempt; nil for what did not run, or was stopped.
  private static func interval(
    _ index: InstructionIndex, _ state: ArtifactState, _ now: Timestamp
  ) -> Interval? {
    guard let start = state.startedAt, let last = state.last else { return nil }
    switch state.status {
    case .completed, .failed, .pending:
      return Interval(index: index, start: start, end: max(start, last.time))
    case .running: return Interval(index: index, start: start, end: max(start, now))
    case .notStarted, .skipped: return nil
    }
  }

  // MARK: - The critical path

  private static func criticalPath(_ intervals: [Interval], _ report: RunReport) -> [InstructionIndex] {
    var ends: [InstructionIndex: Timestamp] = [:]
    for interval in intervals { ends[interval.index] = interval.end }
    var path: [InstructionIndex] = []
    var seen: Set<InstructionIndex> = []
    var next = intervals.max { ($0.end, $1.index) < ($1.end, $0.index) }?.index
    while let index = next, seen.insert(index).inserted {
      path.append(index)
      next = predecessor(of: index, ends, report)
    }
    return path.reversed()
  }

  /// What was stored last of all that an artifact is made from.
  private static func predecessor(
    of index: InstructionIndex, _ ends: [InstructionIndex: Timestamp], _ report: RunReport
  ) -> InstructionIndex? {
    guard report.plan.instructions.indices.contains(index.value) else { return nil }
    // What is the same as another artifact was made with that one.
    let operands = report.plan.instructions[index.value].operands.map { operand in
      ends[operand] == nil ? report.state[operand].last?.twin ?? operand : operand
    }
    return operands.filter { ends[$0] != nil }.max {
      (ends[$0] ?? report.run.startedAt, $1) < (ends[$1] ?? report.run.startedAt, $0)
    }
  }

  // MARK: - Lanes

  private mutating func assignLanes() {
    var busyUntil: [Timestamp] = []
    for place in intervals.indices {
      let interval = intervals[place]
      if let free = busyUntil.firstIndex(where: { $0 <= interval.start }) {
        busyUntil[free] = interval.end
        intervals[place].lane = free
      } else {
        intervals[place].lane = busyUntil.count
        busyUntil.append(interval.end)
      }
    }
    laneCount = busyUntil.count
  }
}
