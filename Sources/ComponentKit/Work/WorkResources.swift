// What all work of one process shares: memory for the data that is under way, and processors to work on it.

/// The memory and the processors that work may take, handed out on demand; used from any thread.
///
/// Memory is counted for data on its way, such as texts and items, by those who hold much of it. Half of what was
/// granted is left for everything that nobody counts: the program, its rules, the buffers of libraries.
public final class WorkResources: @unchecked Sendable {  // what changes is guarded by `monitor`
  /// Bytes that are granted where nobody says otherwise: 1 GiB.
  public static let defaultMemory = 1 << 30
  /// The least that a run can do with: 64 MiB.
  public static let minimumMemory = 64 << 20
  /// How often the memory goes into the largest item: it is held several times while it is worked on.
  private static let itemShare = 32

  /// Bytes that the process should stay within.
  public let memory: Int
  /// Threads that may work at the same time.
  package let processors: Int
  private let monitor = Monitor()
  private var heldMemory = 0
  private var helperCount = 0

  /// Resources of so many bytes and processors.
  public init(memory: Int = WorkResources.defaultMemory, processors: Int = 1) {
    self.memory = max(Self.minimumMemory, memory)
    self.processors = max(1, processors)
  }

  /// The bytes that one item of an artifact should stay within: what is larger is split or cut, and that is said.
  public var itemLimit: Int { memory / Self.itemShare }

  /// What may be held of counted memory at the same time.
  private var allowance: Int { memory / 2 }

  // MARK: - Memory

  /// Takes memory where it is free at once. Who holds none may take more than there is.
  package func tryTake(_ bytes: Int) -> Bool {
    monitor.withLock { take(bytes) }
  }

  /// Takes memory, after waiting for others to give some back. To be called by those who hold none.
  ///
  /// - Throws: `CancellationError` when `isCancelled` says so meanwhile.
  package func take(_ bytes: Int, isCancelled: () -> Bool) throws {
    try monitor.withLock {
      while !take(bytes) {
        if isCancelled() { throw CancellationError() }
        monitor.wait(until: MonotonicTime.nanoseconds + Self.patience)
      }
    }
  }

  /// Nanoseconds between two questions whether to go on waiting.
  private static let patience = 50_000_000

  private func take(_ bytes: Int) -> Bool {
    guard heldMemory == 0 || heldMemory + bytes <= allowance else { return false }
    heldMemory += bytes
    return true
  }

  /// Gives back what was taken.
  package func giveBack(_ bytes: Int) {
    monitor.withLock {
      heldMemory = max(0, heldMemory - bytes)
      monitor.broadcast()
    }
  }

  // MARK: - Helpers

  /// Whether one more thread may help; ``endHelp()`` is called after that.
  package func beginHelp() -> Bool {
    monitor.withLock {
      guard helperCount < processors - 1 else { return false }
      helperCount += 1
      return true
    }
  }

  /// A thread that helped is done.
  package func endHelp() { monitor.withLock { helperCount = max(0, helperCount - 1) } }
}
