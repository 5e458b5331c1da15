// The loop that runs a plan, on one thread. Knows neither SQL nor what components do.
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory

/// Runs one plan once: issues, commits, starts, receives, until nothing moves any more.
///
/// What must hold: a transition is committed before anything that depends on it starts; the `running` records
/// of new work go into the same commit as the completions that released it.
final class Coordinator {
  private let run: PreparedRun
  private var record: RunRecord
  private let store: any ArtifactStore
  private let memory: (any RunMemory)?
  private let nested: (any NestedRunner)?
  private let policy: ReusePolicy
  private let settings: MachineSettings
  private let clock: any MachineClock
  private let cancellation: RunCancellation
  private let observer: (any RunObserver)?
  private let log: TransitionLog
  private let dispatcher: WorkDispatcher
  private var scheduler: Scheduler
  private var twins: TwinLedger
  private var budget: Budget
  /// Seconds that the run may take.
  private let timeLimit: Double?
  private let runDeadline: Int?
  private let measured: MeasuredWeights?
  private var stop: Stop?

  /// Why and until when running work may still come to an end.
  private struct Stop {
    let reason: RunCancellation.Reason
    let graceDeadline: Int
  }

  init(
    _ run: PreparedRun, machine: Machine, record: RunRecord, state: RunState, journal: any RunJournal,
    cancellation: RunCancellation, observer: (any RunObserver)?
  ) {
    let clock = machine.clock
    let wished = record.options.maximumConcurrency ?? run.plan.configuration.maximumConcurrency
    let width = min(max(1, wished), WorkerPool.maximumThreads)
    self.run = run
    self.record = record
    store = machine.artifacts
    memory = machine.memory
    nested = machine.nested
    policy = ReusePolicy(
      mode: record.options.reuse, takesNondeterministic: record.options.reusesNondeterministic)
    settings = machine.settings
    self.clock = clock
    self.cancellation = cancellation
    self.observer = observer
    log = TransitionLog(state: state, journal: journal, clock: clock, observer: observer)
    dispatcher = WorkDispatcher(width: width, clock: clock, cancellation: cancellation)
    twins = TwinLedger(run.plan.instructions, state)
    measured = machine.memory.map { MeasuredWeights(plan: run.plan, memory: $0) }
    scheduler = Scheduler(
      graph: DataflowGraph(run.plan.instructions, weights: settings.weights ?? measured?.weights()),
      width: width,
      isCompleted: { state[$0].status == .completed })
    let (plan, catalog) = (run.plan, machine.catalog)
    let costLimit = record.options.costLimit ?? plan.configuration.costLimit
    budget = Budget(
      limit: costLimit, estimates: costLimit == nil ? [:] : measured?.costs() ?? [:], state: state,
      isCostly: { plan.mayCost($0, catalog) })
    timeLimit = [plan.configuration.timeout, settings.timeLimit].compactMap(\.self).min()
    runDeadline = timeLimit.map { clock.uptime() &+ nanoseconds($0) }
  }

  func execute() throws(StoreError) -> RunOutcome {
    do {
      try begin()
      try loop()
      return try finish()
    } catch {
      giveUp()
      throw error
    }
  }

  /// What failed, was skipped or was under way before is set back, so that it runs again.
  private func begin() throws(StoreError) {
    let now = clock.now()
    for (position, artifact) in log.state.artifacts.enumerated() {
      switch artifact.status {
      case .failed, .skipped, .pending, .running:
        log.record(Transition(InstructionIndex(position), .notStarted, at: now))
      case .notStarted, .completed: break
      }
    }
    let isResumed = record.status != .running || !log.isEmpty
    record.status = .running
    record.finishedAt = nil
    observer?.observe(.started(record, log.state.counts))
    try log.commit(status: isResumed ? StatusChange(.running, at: now) : nil)
  }

  private func loop() throws(StoreError) {
    while true {
      checkStop()
      let issued = issue()
      try log.commit()
      for instruction in issued.work { start(instruction) }
      passOn(issued.inline)
      if scheduler.isAtRest, log.isEmpty { return }
      receive()
    }
  }

  /// Takes everything that may run now; what needs a thread is recorded as running.
  private func issue() -> (work: [InstructionIndex], inline: [InstructionIndex]) {
    var work: [InstructionIndex] = []
    var inline: [InstructionIndex] = []
    var shared: [(InstructionIndex, InstructionIndex, ArtifactStatus)] = []
    guard scheduler.canIssue else { return (work, inline) }
    let now = clock.now()
    while let instruction = scheduler.next() {
      if case .pass = run.plan.instructions[instruction.value].operation {
        scheduler.vacate(instruction)
        inline.append(instruction)
      } else {
        switch twins.role(of: instruction, log.state) {
        case .leads:
          if let obstacle = budget.reserve(instruction) {
            leaveOut(instruction, obstacle)
            continue
          }
          work.append(instruction)
        case .follows: scheduler.vacate(instruction)
        case .shares(let twin, let status): shared.append((instruction, twin, status))
        }
        log.record(Transition(instruction, .running, at: now))
      }
    }
    for (instruction, twin, status) in shared { share(instruction, twin, status) }
    return (work, inline)
  }

  /// The run can't afford it: what needs it is skipped too, and what costs nothing goes on.
  private func leaveOut(_ instruction: InstructionIndex, _ obstacle: String) {
    var skip = Transition(
      instruction, .skipped, at: clock.now(), reason: "the cost limit is reached: \(obstacle)",
      cause: .costLimit)
    skip.code = .costLimit
    log.record(skip)
    let reason = "'\(run.plan.instructions[instruction.value].id)' was left out"
    for skip in scheduler.leaveOut(instruction) {
      log.record(
        Transition(skip.instruction, .skipped, at: clock.now(), reason: reason, cause: .inputMissing))
    }
    shareEnd(of: instruction)
  }

  // MARK: - Equal instructions

  /// An equal instruction has come to its end: this one comes to the same.
  private func share(_ instruction: InstructionIndex, _ twin: InstructionIndex, _ status: ArtifactStatus) {
    let last = log.state[twin].last
    let name = run.plan.instructions[twin.value].id
    switch status {
    case .completed:
      var transition = Transition(
        instruction, .completed, at: clock.now(), artifact: last?.artifact, duration: 0,
        cause: .sameInstruction)
      (transition.twin, transition.origin) = (twin, last?.origin)
      transition.evidence = last?.evidence
      log.record(transition)
      scheduler.complete(instruction)
    case .pending:
      let reason = "the same as '\(name)', which waits: \(last?.reason ?? "")"
      log.record(Transition(instruction, .pending, at: clock.now(), reason: reason, cause: .waiting))
      scheduler.suspend(instruction)
    case .failed:
      let reason = "the same as '\(name)', which failed: \(last?.reason ?? "no reason given")"
      fail(instruction, reason, seconds: 0, cause: .sameInstruction, code: last?.code ?? .component)
    case .notStarted, .running, .skipped: withdraw(instruction)
    }
  }

  /// What waited for an instruction comes to the same end.
  private func shareEnd(of instruction: InstructionIndex) {
    let status = log.state[instruction].status
    for follower in twins.release(instruction, status) { share(follower, instruction, status) }
  }

  /// Passes artifacts on: no work, so no thread and no `running` record.
  private func passOn(_ instructions: [InstructionIndex]) {
    guard !instructions.isEmpty else { return }
    let now = clock.now()
    for instruction in instructions {
      let artifact = operands(of: instruction).first
      log.record(
        Transition(instruction, .completed, at: now, artifact: artifact, duration: 0, cause: .passedOn))
      scheduler.complete(instruction)
    }
  }

  private func operands(of instruction: InstructionIndex) -> [ArtifactRecord] {
    run.plan.instructions[instruction.value].operands.compactMap { log.state[$0].last?.artifact }
  }

  private func start(_ instruction: InstructionIndex) {
    let description = run.plan.instructions[instruction.value]
    let context = WorkContext(
      instruction, artifact: description.id, run: record, resources: settings.resources, clock: clock,
      cancellation: cancellation, onProgress: observer == nil ? nil : dispatcher.progressHook())
    let work = Work(
      run: run, instruction: instruction, context: context, operands: operands(of: instruction), store: store,
      memory: memory, policy: policy, clock: clock, nested: nested, record: record,
      remainder: (secondsLeft, budget.left))
    dispatcher.start(work, timeout: description.timeout)
  }

  /// Seconds until the run's time is over.
  private var secondsLeft: Double? {
    runDeadline.map { max(0.001, Double($0 - clock.uptime()) / 1_000_000_000) }
  }

  // MARK: - What comes back

  private func receive() {
    let isWaiting = log.isEmpty && !scheduler.canIssue
    for message in dispatcher.messages(waitingUntil: nextDeadline, isWaiting: isWaiting) {
      switch message {
      case .finished(let work): if dispatcher.finish(work.context) { take(work) }
      case .progress(let context):
        guard let progress = context.takeProgress(), dispatcher.isCurrent(context) else { continue }
        observer?.observe(.progressed(context.instruction, progress))
      }
    }
    for context in dispatcher.abandonOverdue(at: clock.uptime()) { failOverdue(context) }
  }

  /// When to look up even if nothing comes back.
  private var nextDeadline: Int? {
    let runDeadline = stop == nil ? runDeadline : nil
    return [dispatcher.earliestDeadline, log.powerDeadline, runDeadline, stop?.graceDeadline]
      .compactMap { $0 }.min()
  }

  private func take(_ work: FinishedWork) {
    let instruction = work.context.instruction
    budget.settle(instruction, cost: work.context.cost)
    switch work.outcome {
    case .completed(let artifact): complete(work, artifact, warnings: work.context.collectedWarnings())
    case .taken(let found): complete(work, found.record, warnings: found.warnings, origin: found.origin)
    case .failed(let reason, let code):
      fail(
        instruction, reason, seconds: work.seconds, cause: work.context.lastDecision?.cause, code: code,
        cost: work.context.cost)
    case .cancelled: withdraw(instruction)
    case .pending(let reason):
      log.record(Transition(instruction, .pending, at: clock.now(), reason: reason, cause: .waiting))
      scheduler.suspend(instruction)
      shareEnd(of: instruction)
    }
  }

  private func complete(
    _ work: FinishedWork, _ artifact: ArtifactRecord, warnings: [String], origin: RunID? = nil
  ) {
    let instruction = work.context.instruction
    let decision = work.context.lastDecision
    var transition = Transition(
      instruction, .completed, at: clock.now(), artifact: artifact, duration: work.seconds,
      warnings: warnings, cause: decision?.cause)
    transition.evidence = decision?.evidence
    transition.origin = origin
    transition.cost = work.context.cost
    if let copied = run.reused[instruction] {
      (transition.cause, transition.origin) = (.askedByRunbook, copied.run)
    }
    log.record(transition)
    scheduler.complete(instruction)
    shareEnd(of: instruction)
  }

  private func fail(
    _ instruction: InstructionIndex, _ reason: String, seconds: Double, cause: DecisionReason?,
    code: FailureCode = .component, cost: Double? = nil
  ) {
    let now = clock.now()
    var failure = Transition(
      instruction, .failed, at: now, duration: seconds, reason: reason, cause: cause)
    (failure.code, failure.cost) = (code, cost)
    log.record(failure)
    let skipReason = "'\(run.plan.instructions[instruction.value].id)' failed"
    for skip in scheduler.fail(instruction) {
      log.record(
        Transition(skip.instruction, .skipped, at: now, reason: skipReason, cause: .inputMissing))
    }
    shareEnd(of: instruction)
  }

  private func withdraw(_ instruction: InstructionIndex) {
    log.record(Transition(instruction, .notStarted, at: clock.now()))
    scheduler.withdraw(instruction)
    shareEnd(of: instruction)
  }

  private func failOverdue(_ context: WorkContext) {
    let timeout = run.plan.instructions[context.instruction.value].timeout ?? 0
    budget.settle(context.instruction, cost: context.cost)
    fail(
      context.instruction, "timed out after \(Self.plain(timeout)) s", seconds: timeout,
      cause: context.lastDecision?.cause, code: .timeLimit, cost: context.cost)
  }

  /// `30` rather than `30.0`.
  private static func plain(_ seconds: Double) -> String {
    Int(exactly: seconds).map(String.init) ?? "\(seconds)"
  }

  // MARK: - Stopping

  /// Notices a cancellation or the end of the time, and the end of the grace after it.
  private func checkStop() {
    if let stop {
      if clock.uptime() >= stop.graceDeadline {
        for context in dispatcher.abandonAll() { withdraw(context.instruction) }
      }
      return
    }
    let isTimeUp = runDeadline.map { clock.uptime() >= $0 } ?? false
    guard let reason = cancellation.reason ?? (isTimeUp ? .timeout : nil) else { return }
    stop = Stop(
      reason: reason, graceDeadline: clock.uptime() &+ nanoseconds(settings.gracePeriod))
    scheduler.stop()
    dispatcher.cancelAll()
  }

  /// The last commit; it survives the loss of power before the run is reported done.
  private func finish() throws(StoreError) -> RunOutcome {
    let now = clock.now()
    var status = scheduler.status
    if stop?.reason == .timeout, status == .interrupted {
      let limit = timeLimit.map { " of \(Self.plain($0)) s" } ?? ""
      for instruction in scheduler.skipRest() {
        var skip = Transition(
          instruction, .skipped, at: now, reason: "the run's time limit\(limit) has passed",
          cause: .timeLimit)
        skip.code = .runTimeLimit
        log.record(skip)
      }
      status = .failed
    }
    measured?.remember(log.state)
    try log.commit(status: StatusChange(status, at: now), durability: .power)
    record.status = status
    record.finishedAt = now
    let outcome = RunOutcome(record, log.state, plan: run.plan)
    observer?.observe(.finished(outcome))
    return outcome
  }

  /// The store failed: nothing can be recorded any more, so work is stopped and waited for, at most the grace.
  private func giveUp() {
    dispatcher.cancelAll()
    let deadline = clock.uptime() &+ nanoseconds(settings.gracePeriod)
    while !dispatcher.isIdle, clock.uptime() < deadline {
      for case .finished(let work) in dispatcher.messages(waitingUntil: deadline, isWaiting: true) {
        _ = dispatcher.finish(work.context)
      }
    }
    _ = dispatcher.abandonAll()
  }
}
