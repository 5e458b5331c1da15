// Runs independent pieces of work on several threads and hands over their results in order.
internal import Glibc
internal import Synchronization

/// Worker threads for work that is known in advance.
package enum WorkerThreads {
  /// Deep recursion of the passes fits in this many bytes, as on the main thread.
  private static let stackSize = 8 << 20
  fileprivate static let maximumThreads = 256

  /// How many threads can run at once on this machine.
  package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Does the work of every index below `count` on at most `jobs` threads.
  ///
  /// - Parameter deliver: Called on the calling thread, in the order of the indexes, as soon as each is done.
  @inlinable package static func forEachInOrder<Output: Sendable>(
    _ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Output, deliver: (Int, Output) -> Void
  ) {
    guard let board = WorkBoard.start(count, jobs: jobs, { HandedOver(work($0)) }) else {
      for index in 0..<max(0, count) { deliver(index, work(index)) }
      return
    }
    for index in 0..<count {
      // SAFETY: the board holds nothing but what the closure above gave it.
      let handed = unsafe unsafeDowncast(board.take(index), to: HandedOver<Output>.self)
      deliver(index, handed.output)
    }
  }

  fileprivate static func start(_ board: WorkBoard) -> Bool {
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

/// A result on its way from one thread to another.
///
/// Behind a reference, so that ``WorkBoard`` is the same code for all kinds of results: generic code that is not
/// compiled for its type takes several times as long to move a large value.
@usableFromInline final class HandedOver<Output: Sendable>: Sendable {
  @usableFromInline let output: Output

  @usableFromInline init(_ output: Output) { self.output = output }
}

/// The work that is left, and the results that nobody has taken yet.
///
/// Both pointers are allocated and freed with the object and are never handed out.
@usableFromInline @safe final class WorkBoard: @unchecked Sendable {  // `results` is behind `mutex`
  @usableFromInline typealias Work = @Sendable (Int) -> any AnyObject & Sendable

  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private let work: Work
  private let count: Int
  /// How many pieces are taken at once: threads that hand over each by itself wait for one another.
  private let part: Int
  private let next = Atomic(0)
  private var results: [(any AnyObject & Sendable)?]
  /// The index whose result is waited for.
  private var awaited = 0

  private init(count: Int, part: Int, _ work: @escaping Work) {
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

  /// Begins the work of every index below `count` on several threads; nil where one thread does as well.
  @usableFromInline static func start(_ count: Int, jobs: Int, _ work: @escaping Work) -> WorkBoard? {
    let threads = min(jobs, count, WorkerThreads.maximumThreads)
    guard threads > 1 else { return nil }
    let board = WorkBoard(count: count, part: min(16, max(1, count / (8 * threads))), work)
    // Where the system gives no thread at all, the calling one does the work.
    let started = (0..<threads).count { _ in WorkerThreads.start(board) }
    if started == 0 { board.runWorker() }
    return board
  }

  fileprivate func runWorker() {
    var outputs: [any AnyObject & Sendable] = []
    while true {
      let first = next.wrappingAdd(part, ordering: .relaxed).oldValue
      guard first < count else { return }
      let indexes = first..<min(count, first + part)
      outputs.removeAll(keepingCapacity: true)
      for index in indexes { outputs.append(work(index)) }
      _ = unsafe pthread_mutex_lock(mutex)
      for index in indexes { results[index] = outputs[index - first] }
      if indexes.contains(awaited) { _ = unsafe pthread_cond_signal(condition) }
      _ = unsafe pthread_mutex_unlock(mutex)
    }
  }

  /// Waits for a result and gives it away.
  @usableFromInline func take(_ index: Int) -> any AnyObject & Sendable {
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
