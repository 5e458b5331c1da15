// Estimates when a run will be over, from what earlier runs measured. Knows no clock.
internal import ExecutionPlan

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

  /// - Parameter isDone: what was completed before.
  init(plan: Plan, expected: [Double?], width: Int, isDone: (Int) -> Bool = { _ in false }) {
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
    let open = plan.instructions.indices.filter { !isDone($0) }
    workLeft = open.reduce(0) { $0 + (expected[$1] ?? 0) }
    unknownLeft = open.count { expected[$0] == nil }
    left = open.count
  }

  /// An instruction came to its end, or will never begin.
  mutating func strike(_ index: InstructionIndex) {
    guard expected.indices.contains(index.value), left > 0 else { return }
    left -= 1
    if let seconds = expected[index.value] { workLeft -= seconds } else { unknownLeft -= 1 }
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
