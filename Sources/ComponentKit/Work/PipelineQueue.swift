// What the threads of a pipeline share: the inputs that nobody has taken, and the results.

/// One input on its way. Whoever takes it owns `input` until it is finished; the rest is guarded by the queue.
final class PipelineSlot<Input: Sendable, Output: Sendable>: @unchecked Sendable {  // guarded by the queue
  let weight: Int
  fileprivate var input: Input?
  fileprivate var isTaken = false
  fileprivate var result: Result<Output, any Error>?

  init(_ input: Input, weight: Int) {
    self.input = input
    self.weight = weight
  }
}

/// The queue of one pipeline.
final class PipelineQueue<Input: Sendable, Output: Sendable>: @unchecked Sendable {  // guarded by `monitor`
  typealias Slot = PipelineSlot<Input, Output>

  private let monitor = Monitor()
  /// Slots that may have been taken out of turn; those before `head` are.
  private var waiting: [Slot] = []
  private var head = 0
  private var isClosed = false

  static func run(_ stage: (Input) throws -> Output, _ slot: Slot) -> Result<Output, any Error> {
    guard let input = slot.input else { return .failure(CancellationError()) }
    return Result { try stage(input) }
  }

  func append(_ slot: Slot) {
    monitor.withLock {
      waiting.append(slot)
      monitor.broadcast()
    }
  }

  /// No more work: those who wait go home.
  func close() {
    monitor.withLock {
      isClosed = true
      monitor.broadcast()
    }
  }

  func isDone(_ slot: Slot) -> Bool { monitor.withLock { slot.result != nil } }

  func result(of slot: Slot) -> Result<Output, any Error>? {
    monitor.withLock {
      defer { slot.result = nil }
      return slot.result
    }
  }

  /// The next slot that nobody has, for a helper; nil when the pipeline is closed.
  func takeNext() -> Slot? {
    monitor.withLock {
      while !isClosed {
        if let slot = popNext() { return slot }
        monitor.wait(until: nil)
      }
      return nil
    }
  }

  /// `slot` or the next one that nobody has; else nil, after something has changed.
  func takeNextOrWait(for slot: Slot) -> Slot? {
    monitor.withLock {
      if !slot.isTaken {
        slot.isTaken = true
        return slot
      }
      if let next = popNext() { return next }
      if slot.result == nil { monitor.wait(until: nil) }
      return nil
    }
  }

  private func popNext() -> Slot? {
    while head < waiting.count {
      let slot = waiting[head]
      head += 1
      if head == waiting.count {
        waiting.removeAll(keepingCapacity: true)
        head = 0
      }
      if !slot.isTaken {
        slot.isTaken = true
        return slot
      }
    }
    return nil
  }

  func finish(_ slot: Slot, _ result: Result<Output, any Error>) {
    monitor.withLock {
      slot.input = nil
      slot.result = result
      monitor.broadcast()
    }
  }
}
