// Runs independent pieces of work on several threads and hands over their results in order.
internal import Glibc
internal import Synchronization

/// Worker threads for work that is known in advance.
package enum WorkerThreads {
  /// Deep recursion of the passes fits in this many bytes, as on the main thread.
  private static let stackSize = 8 << 20
  private static let maximumThreads = 256

  /// How many threads can run at once on this machine.
  package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Does the work of every index below `count` on at most `jobs` threads.
  ///
  /// - Parameter deliver: Called on the calling thread, in the order of the indexes, as soon as each is done.
  package static func forEachInOrder<Output: Sendable>(
    _ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Output, deliver: (Int, Output) -> Void
  ) {
    let threads = min(jobs, count, maximumThreads)
    guard threads > 1 else {
      for index in 0..<max(0, count) { deliver(index, work(index)) }
      return
    }
    let board = WorkBoard(count: count, part: min(16, max(1, count / (8 * threads))), work)
    // Where the system gives no thread at all, the calling one does the work.
    let started = (0..<threads).count { _ in start(board) }
    if started == 0 { board.runWorker() }
    for index in 0..<count { deliver(index, board.take(index)) }
  }

  private static func start<Output: Sendable>(_ board: WorkBoard<Output>) -> Bool {
    var attributes = pthread_attr_t()
    _ = unsafe pthread_attr_init(&attributes)
    defer { _ = unsafe pthread_attr_destroy(&attributes) }
    _ = unsafe pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
    _ = unsafe pthread_attr_setstacksize(&attributes, stackSize)
    // The thread takes over this reference; it is given back here where no thread came into being.
    let reference = unsafe Unmanaged.passRetained(ThreadBody { board.runWorker() })
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, reference.toOpaque())
    if code != 0 { unsafe reference.release() }
    return code == 0
  }
}

/// What a thread is given to run.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// The work that is left, and the results that nobody has taken yet.
///
/// Both pointers are allocated and freed with the object and are never handed out.
@safe private final class WorkBoard<Output: Sendable>: @unchecked Sendable {  // `results` is behind `mutex`
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private let work: @Sendable (Int) -> Output
  private let count: Int
  /// How many pieces are taken at once: threads that hand over each by itself wait for one another.
  private let part: Int
  private let next = Atomic(0)
  private var results: [Output?]
  /// The index whose result is waited for.
  private var awaited = 0

  init(count: Int, part: Int, _ work: @escaping @Sendable (Int) -> Output) {
    unsafe mutex = .allocate(capacity: 1)
    unsafe condition = .allocate(capacity: 1)
    // Initialising these without attributes can't fail on Linux.
    _ = unsafe pthread_mutex_init(mutex, nil)
    _ = unsafe pthread_cond_init(condition, nil)
    self.count = count
    self.part = part
    self.work = work
    results = Array(repeating: nil, count: count)
  }

  deinit {
    // Nobody waits: whoever waits holds a reference.
    _ = unsafe pthread_cond_destroy(condition)
    _ = unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  func runWorker() {
    while true {
      let first = next.wrappingAdd(part, ordering: .relaxed).oldValue
      guard first < count else { return }
      let indexes = first..<min(count, first + part)
      let outputs = indexes.map { work($0) }
      _ = unsafe pthread_mutex_lock(mutex)
      for (index, output) in zip(indexes, outputs) { results[index] = output }
      if indexes.contains(awaited) { _ = unsafe pthread_cond_signal(condition) }
      _ = unsafe pthread_mutex_unlock(mutex)
    }
  }

  /// Waits for a result and gives it away.
  func take(_ index: Int) -> Output {
    _ = unsafe pthread_mutex_lock(mutex)
    defer { _ = unsafe pthread_mutex_unlock(mutex) }
    awaited = index
    while true {
      if let output = results[index] {
        results[index] = nil
        return output
      }
      _ = unsafe pthread_cond_wait(condition, mutex)
    }
  }
}
