// The coordinator's dealings with artifacts that wait for answers: they hold no slot while they do.
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory

extension Coordinator {
  // MARK: - Preparing and finalising

  /// A processor has prepared: the artifact gives its slot back and waits.
  func takePrepared(_ work: FinishedWork, _ prepared: PreparedRound) {
    let instruction = work.context.instruction
    let before = beforeFinal(instruction)
    let pending = PendingState(instruction, prepared, exchange.ledger)
    var transition = Transition(
      instruction, .pending, at: clock.now(), duration: before.seconds + work.seconds, reason: pending.text,
      warnings: before.ownWarnings + work.context.collectedWarnings(), cause: pending.reason)
    transition.prepared = prepared
    transition.evidence = work.context.lastDecision?.evidence
    transition.cost = Self.sum(before.ownCost, work.context.cost)
    preparedCauses[instruction] = work.context.lastDecision?.cause
    log.record(transition)
    scheduler.vacate(instruction)
    resolve([exchange.admit(instruction, prepared)].compactMap(\.self))
  }

  /// An artifact that was prepared has its turn: it is finalised where its answers are there, else it waits.
  ///
  /// - Returns: Whether there is work to do now.
  func goOn(_ instruction: InstructionIndex, _ prepared: PreparedRound) -> Bool {
    if !exchange.isReady(instruction) {
      scheduler.vacate(instruction)
      if log.state[instruction].status != .pending {
        let pending = PendingState(instruction, prepared, exchange.ledger)
        log.record(Transition(instruction, .running, at: clock.now()))
        log.record(
          Transition(instruction, .pending, at: clock.now(), reason: pending.text, cause: pending.reason))
      }
      resolve([exchange.admit(instruction, prepared)].compactMap(\.self))
      return false
    }
    log.record(Transition(instruction, .running, at: clock.now()))
    return true
  }

  /// The answers for an artifact that is about to be finalised; nil for any other.
  func finalStage(of instruction: InstructionIndex) -> FinalStage? {
    guard let preparation = log.state.preparations[instruction], let prepared = preparation.prepared,
      exchange.isReady(instruction)
    else { return nil }
    let decision = preparation.evidence.map {
      WorkContext.Decision(cause: preparedCauses[instruction] ?? .notDeterministic, evidence: $0)
    }
    return FinalStage(prepared: prepared, answers: exchange.release(instruction), decision: decision)
  }

  /// What was done for an artifact before it is finalised.
  func beforeFinal(
    _ instruction: InstructionIndex
  ) -> (seconds: Double, warnings: [String], ownWarnings: [String], cost: Double?, ownCost: Double?) {
    guard let preparation = log.state.preparations[instruction] else { return (0, [], [], nil, nil) }
    let asked = exchange.ledger.cost(of: instruction)
    return (
      preparation.duration ?? 0, preparation.warnings + exchange.ledger.warnings(of: instruction),
      preparation.warnings, Self.sum(preparation.cost, asked > 0 ? asked : nil), preparation.cost
    )
  }

  static func sum(_ left: Double?, _ right: Double?) -> Double? {
    left == nil && right == nil ? nil : (left ?? 0) + (right ?? 0)
  }

  // MARK: - Asking

  /// Sends what is to be sent now.
  func exchangeRequests() throws(StoreError) {
    if exchange.isIdle { return }
    // What the batches refer to is in the store before they are.
    try log.commit()
    let (tasks, resolutions) = try exchange.calls(nothingElseMoves: scheduler.isIdle) { batch, estimate in
      self.budget.reserve(batch: batch, estimate)
    }
    for task in tasks { dispatcher.start(task) }
    resolve(resolutions)
  }

  func takeReply(_ finished: FinishedDispatch) throws(StoreError) {
    let (resolutions, cost) = try exchange.take(finished)
    budget.settle(batch: finished.batch, cost: cost)
    resolve(resolutions)
  }

  func resolve(_ resolutions: [RequestResolution]) {
    for resolution in resolutions {
      switch resolution {
      case .ready(let instruction): scheduler.requeue(instruction)
      case .waits(let instruction, let pending): wait(instruction, pending)
      case .failed(let instruction, let reason, let code):
        let seconds = log.state.preparations[instruction]?.duration ?? 0
        fail(instruction, reason, seconds: seconds, cause: preparedCauses[instruction], code: code)
      case .unaffordable(let instruction, let obstacle): leaveOut(instruction, obstacle)
      }
    }
  }

  /// Nothing more can be done for it in this process.
  private func wait(_ instruction: InstructionIndex, _ pending: PendingState) {
    if log.state[instruction].last?.reason != pending.text {
      log.record(
        Transition(instruction, .pending, at: clock.now(), reason: pending.text, cause: pending.reason))
    }
    scheduler.suspend(instruction)
    shareEnd(of: instruction)
  }
}
