// The threads that component work blocks. Does not know what the work is.
internal import ComponentKit

/// Worker threads, made when there is work and no idle one.
///
/// Threads rather than tasks: components are plain blocking functions, and a blocked one must not hold up others.
final class WorkerPool: @unchecked Sendable {  // all state is guarded by `monitor`
  typealias Job = @Sendable () -> Void

  /// How many threads there are at most, however many may run at once; beyond that, work waits for a thread.
  static let maximumThreads = 1_000

  private let monitor = Monitor()
  private var jobs: [Job] = []
  /// Jobs before this one are taken already.
  private var head = 0
  private var idleCount = 0
  private var threadCount = 0
  private var limit: Int
  private var isRetired = false

  /// A pool of at most `limit` threads.
  init(limit: Int) { self.limit = min(max(1, limit), Self.maximumThreads) }

  /// The system gives no thread at all.
  struct NoThread: Error { let code: Int32 }

  /// Hands over a job; it runs as soon as a thread is free.
  func submit(_ job: @escaping Job) throws(NoThread) {
    var needsThread = false
    monitor.withLock {
      jobs.append(job)
      needsThread = jobs.count - head > idleCount && threadCount < limit
      if needsThread { threadCount += 1 } else { monitor.signal() }
    }
    guard needsThread else { return }
    let code = DetachedThread.start { self.work() }
    guard code != 0 else { return }
    let remaining = monitor.withLock {
      threadCount -= 1
      return threadCount
    }
    // With some threads the job waits its turn.
    if remaining == 0 { throw NoThread(code: code) }
  }

  /// One thread is held by work that nobody waits for any more: another may take its place.
  func replaceThread() { monitor.withLock { limit = min(limit + 1, 2 * Self.maximumThreads) } }

  /// Idle threads end now, the others after their job.
  func retire() {
    monitor.withLock {
      isRetired = true
      monitor.broadcast()
    }
  }

  private func work() {
    while let job = nextJob() { job() }
  }

  private func nextJob() -> Job? {
    monitor.withLock {
      while head == jobs.count, !isRetired {
        idleCount += 1
        monitor.wait(until: nil)
        idleCount -= 1
      }
      guard head < jobs.count else {
        threadCount -= 1
        return nil
      }
      let job = jobs[head]
      head += 1
      if head == jobs.count {
        jobs.removeAll(keepingCapacity: true)
        head = 0
      }
      return job
    }
  }
}
