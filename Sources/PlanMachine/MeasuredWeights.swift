// How long instructions take, from earlier runs: what the scheduler issues first.
internal import ExecutionPlan
internal import RunHistory

/// The measured durations of a plan's instructions, as weights of the dataflow graph.
struct MeasuredWeights {
  private static let unitsPerSecond = 1_000.0
  /// About 24 days; longer ones are as urgent as can be.
  private static let maximum = 2_000_000_000.0

  let plan: Plan
  let memory: any RunMemory

  /// What each instruction cost the last time; empty where nothing did.
  func costs() -> [InstructionIndex: Double] {
    let indices = plan.instructions.indices.filter { plan.instructions[$0].isMeasured }
    let names = indices.map { plan.instructions[$0].measured }
    let found = (try? memory.measurements(of: names, runbook: plan.runbook.name)) ?? []
    var costs: [InstructionIndex: Double] = [:]
    for (index, measurement) in zip(indices, found) {
      if let cost = measurement?.cost, cost > 0 { costs[InstructionIndex(index)] = cost }
    }
    return costs
  }

  /// In milliseconds, at least 1; what was never measured weighs what others do on average.
  ///
  /// - Returns: nil where nothing was measured, or the store can't say: the plan runs all the same.
  func weights() -> [Int32]? {
    let indices = plan.instructions.indices.filter { plan.instructions[$0].isMeasured }
    let names = indices.map { plan.instructions[$0].measured }
    guard let found = try? memory.measurements(of: names, runbook: plan.runbook.name) else { return nil }
    let known = found.compactMap { $0?.seconds }
    guard !known.isEmpty else { return nil }
    let average = known.reduce(0, +) / Double(known.count)
    var weights = [Int32](repeating: 1, count: plan.instructions.count)
    for (index, measurement) in zip(indices, found) {
      weights[index] = Self.weight(seconds: measurement?.seconds ?? average)
    }
    return weights
  }

  private static func weight(seconds: Double) -> Int32 {
    let value = seconds * unitsPerSecond
    return value.isFinite ? Int32(min(max(value, 1), maximum)) : 1
  }

  /// Keeps what this run measured; what was taken from the store or stands for another took no time worth keeping.
  func remember(_ state: RunState) {
    var measured: [(MeasuredInstruction, Measurement)] = []
    for (instruction, artifact) in zip(plan.instructions, state.artifacts) where instruction.isMeasured {
      guard artifact.status == .completed, let last = artifact.last, last.origin == nil, last.twin == nil,
        let seconds = last.duration
      else { continue }
      measured.append((instruction.measured, Measurement(seconds: seconds, cost: last.cost)))
    }
    // They only make later runs faster: a failure to keep them is none of the run.
    try? memory.remember(measured, runbook: plan.runbook.name)
  }
}

extension Instruction {
  /// Whether it is work: what is passed on takes no time.
  var isMeasured: Bool {
    if case .pass = operation { false } else { true }
  }

  var measured: MeasuredInstruction { MeasuredInstruction(key: key, artifact: id) }
}
