// What a run may still cost. A value; knows no components.
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory

/// The account of one run: its limit, what was spent, and what is under way.
struct Budget {
  /// Nil: no limit.
  let limit: Double?
  /// What each instruction cost the last time it was measured.
  private let estimates: [InstructionIndex: Double]
  /// Instructions that may cost, measured or not.
  private let isCostly: (InstructionIndex) -> Bool
  private(set) var spent: Double
  private var reserved: [InstructionIndex: Double] = [:]
  /// What batches that are under way may cost.
  private var reservedBatches: [String: Double] = [:]

  /// `state` and `requests` are those of a run that goes on: what it has spent counts.
  init(
    limit: Double?, estimates: [InstructionIndex: Double], state: RunState,
    requests: RequestLedger = RequestLedger(), isCostly: @escaping (InstructionIndex) -> Bool
  ) {
    self.limit = limit
    self.estimates = estimates
    self.isCostly = isCostly
    // What was taken from the store cost another run.
    spent = state.artifacts.reduce(0) { sum, artifact in
      guard let last = artifact.last, last.origin == nil else { return sum }
      return sum + (last.cost ?? 0)
    }
    // What is completed has the cost of its requests in its own.
    for (place, request) in requests.requests where state.artifacts.indices.contains(place.instruction.value)
    {
      if state[place.instruction].status != .completed { spent += request.cost }
    }
  }

  /// What may still be spent; nil: no limit.
  var left: Double? { limit.map { max(0, $0 - spent) } }

  /// Why an instruction can't be afforded; nil where it can, and then its estimate is set aside.
  mutating func reserve(_ instruction: InstructionIndex) -> String? {
    guard let limit else { return nil }
    let estimate = estimates[instruction] ?? 0
    let planned = planned
    if planned + estimate > limit, estimate > 0 {
      return
        "it cost \(estimate) the last time, and \(max(0, limit - planned)) is left of the run's limit of \(limit)"
    }
    if spent >= limit, isCostly(instruction) {
      return "the run has spent \(spent), and its cost limit is \(limit)"
    }
    if estimate > 0 { reserved[instruction] = estimate }
    return nil
  }

  private var planned: Double { reserved.values.reduce(spent, +) + reservedBatches.values.reduce(0, +) }

  /// Why a batch of requests can't be afforded; nil where it can, and then its estimate is set aside.
  mutating func reserve(batch: String, _ estimate: Double?) -> String? {
    guard let limit else { return nil }
    let planned = planned
    if let estimate, planned + estimate > limit {
      return
        "its requests may cost \(estimate), and \(max(0, limit - planned)) is left of the run's limit of \(limit)"
    }
    if spent >= limit { return "the run has spent \(spent), and its cost limit is \(limit)" }
    reservedBatches[batch] = estimate
    return nil
  }

  /// A call about a batch has come to its end.
  mutating func settle(batch: String, cost: Double) {
    reservedBatches[batch] = nil
    spent += cost
  }

  /// An instruction has come to its end, whatever end.
  mutating func settle(_ instruction: InstructionIndex, cost: Double?) {
    reserved[instruction] = nil
    spent += cost ?? 0
  }
}

extension Plan {
  /// Whether an instruction may cost something: a language model, or a run of its own.
  func mayCost(_ index: InstructionIndex, _ catalog: ComponentCatalog) -> Bool {
    let operation = instructions[index.value].operation
    if case .execute = operation { return true }
    guard let call = operation.call else { return false }
    let component = components[call.component.value]
    return catalog.manifest(component.kind, component.type)?.capabilities(with: call.properties)
      .contains(.llm) ?? false
  }
}
