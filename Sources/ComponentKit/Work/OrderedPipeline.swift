// Works on a sequence of inputs with several threads and hands over the results in the order of the inputs.
// Knows neither items nor files.

/// A pipeline that one thread feeds and empties; others help while there is something to do and processors are free.
///
/// What is under way is bounded by its weight, which is taken from ``WorkResources``: the feeding thread works
/// itself before it takes more. So a pipeline without helpers is a loop.
package final class OrderedPipeline<Input: Sendable, Output: Sendable> {
  /// What one thread does with an input. It is made on that thread, and may keep memory from one to the next.
  package typealias Stage = (Input) throws -> Output

  /// Inputs that are under way for each thread: enough that a thread has something to do while another is at a large
  /// one. More would only take memory.
  private static var depth: Int { 16 }
  /// Weight from which on helpers are worth their threads, in bytes.
  private static var helpedWeight: Int { 1 << 20 }

  private let resources: WorkResources
  private let isCancelled: () -> Bool
  private let shared: PipelineQueue<Input, Output>
  private let makeStage: @Sendable () -> Stage
  private var ownStage: Stage?
  /// In the order of the inputs; those before `head` are done with.
  private var slots: [PipelineSlot<Input, Output>] = []
  private var head = 0
  private var fedWeight = 0
  private var helperCount = 0

  package init(
    _ resources: WorkResources, isCancelled: @escaping () -> Bool,
    makeStage: @escaping @Sendable () -> Stage
  ) {
    self.resources = resources
    self.isCancelled = isCancelled
    self.makeStage = makeStage
    shared = PipelineQueue()
  }

  deinit {
    shared.close()
    for slot in slots[head...] { resources.giveBack(slot.weight) }
  }

  /// Takes an input in, and hands over results that are due.
  ///
  /// - Parameters:
  ///   - weight: Bytes of memory that the input takes until its result was handed over.
  ///   - input: It is not made before there is room for it.
  ///   - body: What is done with results, on this thread.
  /// - Throws: what the stages and `body` throw; then the pipeline is at its end.
  package func feed(
    weight: Int, _ input: @autoclosure () throws -> Input, _ body: (Output) throws -> Void
  ) throws {
    try makeRoom(weight, body)
    do {
      slots.append(PipelineSlot(try input(), weight: weight))
    } catch {
      resources.giveBack(weight)
      throw error
    }
    fedWeight += weight
    guard mayBeHelped else { return try settleAll(body) }
    shared.append(slots[slots.count - 1])
    while count > 0, shared.isDone(slots[head]) { try settleFirst(body) }
  }

  /// Hands over all results that are left.
  package func finish(_ body: (Output) throws -> Void) throws {
    try settleAll(body)
    shared.close()
  }

  private var count: Int { slots.count - head }

  private func makeRoom(_ weight: Int, _ body: (Output) throws -> Void) throws {
    while count >= Self.depth * (helperCount + 1) { try settleFirst(body) }
    while !resources.tryTake(weight) {
      if count > 0 {
        try settleFirst(body)
      } else {
        return try resources.take(weight, isCancelled: isCancelled)
      }
    }
  }

  private func settleAll(_ body: (Output) throws -> Void) throws {
    while count > 0 { try settleFirst(body) }
  }

  /// Waits for the first result, by working, and hands it over.
  private func settleFirst(_ body: (Output) throws -> Void) throws {
    let slot = slots[head]
    while !shared.isDone(slot) {
      work(on: shared.takeNextOrWait(for: slot))
    }
    head += 1
    if head == slots.count {
      slots.removeAll(keepingCapacity: true)
      head = 0
    } else if head > 256 {
      slots.removeFirst(head)
      head = 0
    }
    defer { resources.giveBack(slot.weight) }
    if let output = try shared.result(of: slot)?.get() { try body(output) }
  }

  private func work(on slot: PipelineSlot<Input, Output>?) {
    guard let slot else { return }
    let stage = ownStage ?? makeStage()
    ownStage = stage
    shared.finish(slot, PipelineQueue.run(stage, slot))
  }

  // MARK: - Helpers

  /// Whether there are helpers, or one could be had now.
  private var mayBeHelped: Bool {
    if helperCount >= resources.processors - 1 || fedWeight < Self.helpedWeight { return helperCount > 0 }
    if resources.beginHelp() { startHelper() }
    return helperCount > 0
  }

  private func startHelper() {
    let (shared, resources, makeStage) = (shared, resources, makeStage)
    let code = DetachedThread.start {
      let stage = makeStage()
      while let slot = shared.takeNext() { shared.finish(slot, PipelineQueue.run(stage, slot)) }
      resources.endHelp()
    }
    if code == 0 { helperCount += 1 } else { resources.endHelp() }
  }
}
