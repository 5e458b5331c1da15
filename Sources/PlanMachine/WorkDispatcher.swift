// The work that is under way: started on worker threads, watched, cancelled. Decides nothing about the run.
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory

/// Hands work to threads and keeps account of it. Used by the coordinator's thread alone.
final class WorkDispatcher {
  /// What a worker tells.
  enum Message: Sendable {
    case finished(FinishedWork)
    case progress(WorkContext)
    case dispatched(FinishedDispatch)
  }

  private struct Entry {
    let context: WorkContext
    let deadline: Int?
  }

  private let mailbox: Mailbox<Message>
  private let pool: WorkerPool
  private let clock: any MachineClock
  private var running: [InstructionIndex: Entry] = [:]
  /// How many of `running` have a deadline.
  private var deadlineCount = 0

  init(width: Int, clock: any MachineClock, cancellation: RunCancellation) {
    let mailbox = Mailbox<Message>(clock: clock)
    self.mailbox = mailbox
    self.clock = clock
    pool = WorkerPool(limit: width)
    cancellation.whenCancelled { [weak mailbox] in mailbox?.wake() }
  }

  deinit { pool.retire() }

  var isIdle: Bool { running.isEmpty }

  /// What a context calls when it has progress to tell.
  func progressHook() -> @Sendable (WorkContext) -> Void {
    let mailbox = mailbox
    return { mailbox.post(.progress($0)) }
  }

  /// Starts work; its end arrives as a message.
  func start(_ work: Work, timeout: Double?) {
    let context = work.context
    let deadline = timeout.map { clock.uptime() &+ nanoseconds($0) }
    running[work.instruction] = Entry(context: context, deadline: deadline)
    if deadline != nil { deadlineCount += 1 }
    do {
      try pool.submit(job(work))
    } catch {
      let outcome = WorkOutcome.failed(
        "the system gives no thread to run it on (error \(error.code))", .component)
      mailbox.post(.finished(FinishedWork(context: context, outcome: outcome, seconds: 0)))
    }
  }

  /// Starts a call to a service; its end arrives as a message.
  func start(_ task: DispatchTask) {
    let mailbox = mailbox
    do {
      try pool.submit { mailbox.post(.dispatched(task.perform())) }
    } catch {
      let failure = DispatchFailure(
        .temporary, "the system gives no thread to send it from (error \(error.code))")
      mailbox.post(.dispatched(FinishedDispatch(batch: task.batch, outcome: .failed(failure))))
    }
  }

  private func job(_ work: Work) -> WorkerPool.Job {
    let mailbox = mailbox
    let clock = clock
    return {
      let start = clock.uptime()
      let outcome = work.perform()
      let seconds = Double(clock.uptime() - start) / 1_000_000_000
      mailbox.post(.finished(FinishedWork(context: work.context, outcome: outcome, seconds: seconds)))
    }
  }

  /// The messages so far; waits for one until `deadline` where there is none.
  func messages(waitingUntil deadline: Int?, isWaiting: Bool) -> [Message] {
    isWaiting ? mailbox.wait(until: deadline) : mailbox.take()
  }

  /// Whether this work is still waited for.
  func isCurrent(_ context: WorkContext) -> Bool { running[context.instruction]?.context === context }

  /// Strikes finished work off; false when nobody waits for it any more.
  func finish(_ context: WorkContext) -> Bool {
    guard isCurrent(context) else { return false }
    remove(context.instruction)
    return true
  }

  private func remove(_ instruction: InstructionIndex) {
    if running.removeValue(forKey: instruction)?.deadline != nil { deadlineCount -= 1 }
  }

  /// The earliest deadline of what is under way.
  var earliestDeadline: Int? {
    deadlineCount == 0 ? nil : running.values.compactMap(\.deadline).min()
  }

  /// Gives up the work whose deadline has passed; its threads may still be busy.
  func abandonOverdue(at now: Int) -> [WorkContext] {
    guard let earliest = earliestDeadline, earliest <= now else { return [] }
    return abandon { $0.deadline.map { $0 <= now } ?? false }
  }

  func abandonAll() -> [WorkContext] { abandon { _ in true } }

  private func abandon(_ isChosen: (Entry) -> Bool) -> [WorkContext] {
    let chosen = running.values.filter(isChosen).map(\.context)
      .sorted { $0.instruction < $1.instruction }
    for context in chosen {
      context.cancel()
      remove(context.instruction)
      pool.replaceThread()
    }
    return chosen
  }

  /// Asks everything that is under way to stop.
  func cancelAll() {
    for entry in running.values { entry.context.cancel() }
  }
}

/// Work that has come to an end, one way or another.
struct FinishedWork: Sendable {
  let context: WorkContext
  let outcome: WorkOutcome
  let seconds: Double
}
