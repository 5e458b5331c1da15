// Estimates when a run will be over, from what earlier runs measured. Knows no clock.
internal import ExecutionPlan
internal import RunHistory

/// What is left of a run, in seconds of work.
struct TimeLeft {
  /// Of the work that is left, the part that must have been measured before for an estimate.
  private static let knownShare = 0.8

  private let expected: [Double?]
  /// Seconds from the beginning of each instruction to the end of all that follows from it.
  private let tails: [Double]
  private let width: Int
  private var workLeft: Double
  private var unknownLeft: Int
  private var left: Int

  /// - Parameter statuses: how artifacts stand at the beginning; nil: one that is not to be made.
  init(plan: Plan, expected: [Double?], width: Int, statuses: [ArtifactStatus?]) {
    let expected = expected.count == plan.instructions.count ? expected : plan.instructions.map { _ in nil }
    self.expected = expected
    self.width = max(1, width)
    var tails = expected.map { $0 ?? 0 }
    for index in plan.instructions.indices.reversed() {
      for operand in plan.instructions[index].operands {
        tails[operand.value] = max(tails[operand.value], (expected[operand.value] ?? 0) + tails[index])
      }
    }
    self.tails = tails
    let open = zip(statuses, plan.instructions.indices).filter { Self.isOpen($0.0) }.map(\.1)
    workLeft = open.reduce(0) { $0 + (expected[$1] ?? 0) }
    unknownLeft = open.count { expected[$0] == nil }
    left = open.count
  }

  /// Whether there is something to do that this process can do by itself.
  private static func isOpen(_ status: ArtifactStatus?) -> Bool {
    status == .notStarted || status == .running
  }

  /// What came to its end, waits, or will never begin takes no more time; what is set back does.
  mutating func change(_ index: InstructionIndex, from before: ArtifactStatus, to status: ArtifactStatus) {
    let (wasOpen, isOpen) = (Self.isOpen(before), Self.isOpen(status))
    guard wasOpen != isOpen, expected.indices.contains(index.value) else { return }
    let sign = isOpen ? 1 : -1
    left += sign
    if let seconds = expected[index.value] {
      workLeft += Double(sign) * seconds
    } else {
      unknownLeft += sign
    }
  }

  /// Seconds that one instruction still takes after so many; nil where it was never measured, or takes longer.
  func of(_ index: InstructionIndex, after elapsed: Double) -> Double? {
    guard let seconds = expected[index.value], seconds > elapsed else { return nil }
    return seconds - elapsed
  }

  /// Seconds until all is done: the longest way to the end, or all work shared out, whatever is more.
  ///
  /// - Parameter running: what is under way, and for how many seconds.
  func ofAll(_ running: [(index: InstructionIndex, elapsed: Double)]) -> Double? {
    guard left > 0, Double(left - unknownLeft) >= Self.knownShare * Double(left) else { return nil }
    var (longest, done) = (0.0, 0.0)
    for (index, elapsed) in running {
      longest = max(longest, tails[index.value] - elapsed)
      done += min(elapsed, expected[index.value] ?? 0)
    }
    let estimate = max(longest, (workLeft - done) / Double(width))
    return estimate > 0.5 ? estimate : nil
  }
}
