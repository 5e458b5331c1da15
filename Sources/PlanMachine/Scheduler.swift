// What may run next. A pure value: no clock, no threads, no input or output.
package import ExecutionPlan
package import RunHistory

/// Decides which instruction is issued when: it is ready as soon as its last operand is completed.
///
/// The caller tells what became of what it was given; every call is O((dependents) log V) at most.
package struct Scheduler: Sendable {
  /// How one instruction stands, as far as issuing goes.
  private enum Stage: UInt8 {
    case waiting, ready, issued, vacated, completed, failed, skipped, pending, withdrawn, excluded
  }

  /// An instruction that can't run any more, and the failed one that is to blame.
  package struct Skip: Hashable, Sendable {
    package let instruction: InstructionIndex
    package let cause: InstructionIndex
  }

  private let graph: DataflowGraph
  /// How many may be in flight at once.
  package let width: Int
  /// Operands that are not completed yet.
  private var missing: [Int32]
  private var stages: [Stage]
  private var queue = IssueQueue()
  private var isStopped = false
  private var hasFailed = false
  /// Instructions that are neither completed, failed nor skipped.
  private var unfinished: Int
  /// Instructions that hold a slot.
  package private(set) var inFlight = 0
  /// Instructions that were issued and gave their slot back.
  private var vacatedCount = 0
  /// Instructions of ``unfinished`` that nobody asked for.
  private var excludedCount = 0

  /// A scheduler at the start of a run; where it is resumed, `isCompleted` says what need not run again.
  ///
  /// What `isExcluded` names is never issued, and neither is what depends on it.
  package init(
    graph: DataflowGraph, width: Int, isCompleted: (InstructionIndex) -> Bool = { _ in false },
    isExcluded: (InstructionIndex) -> Bool = { _ in false }
  ) {
    self.graph = graph
    self.width = max(1, width)
    missing = graph.operandCounts
    stages = Array(repeating: .waiting, count: graph.count)
    unfinished = graph.count
    for index in 0..<graph.count where isCompleted(InstructionIndex(index)) {
      stages[index] = .completed
      unfinished -= 1
      for dependent in graph.dependents(of: index) { missing[Int(dependent)] -= 1 }
    }
    for index in 0..<graph.count where stages[index] == .waiting && isExcluded(InstructionIndex(index)) {
      stages[index] = .excluded
      excludedCount += 1
    }
    for index in 0..<graph.count where stages[index] == .waiting && missing[index] == 0 {
      makeReady(Int32(index))
    }
  }

  /// Whether ``next()`` would give an instruction.
  package var canIssue: Bool { !isStopped && inFlight < width && !queue.isEmpty }

  /// The most urgent ready instruction; it takes a slot. Nil when none is ready or no slot is free.
  package mutating func next() -> InstructionIndex? {
    guard canIssue, let index = queue.removeFirst(graph.remaining) else { return nil }
    stages[Int(index)] = .issued
    inFlight += 1
    return InstructionIndex(Int(index))
  }

  /// Gives back the slot of an issued instruction that needs none: the coordinator does it on the side.
  package mutating func vacate(_ instruction: InstructionIndex) {
    guard stages[instruction.value] == .issued else { return }
    stages[instruction.value] = .vacated
    inFlight -= 1
    vacatedCount += 1
  }

  /// An issued instruction has written its artifact: what waited for it alone becomes ready.
  package mutating func complete(_ instruction: InstructionIndex) {
    guard leave(instruction, for: .completed) else { return }
    unfinished -= 1
    for dependent in graph.dependents(of: instruction.value) {
      missing[Int(dependent)] -= 1
      if missing[Int(dependent)] == 0, stages[Int(dependent)] == .waiting { makeReady(dependent) }
    }
  }

  /// An issued instruction has failed: everything downstream is skipped, each reported once.
  package mutating func fail(_ instruction: InstructionIndex) -> [Skip] {
    guard leave(instruction, for: .failed) else { return [] }
    unfinished -= 1
    if !graph.isOptional[instruction.value] { hasFailed = true }
    return skipDependents(of: instruction)
  }

  private mutating func skipDependents(of instruction: InstructionIndex) -> [Skip] {
    var skips: [Skip] = []
    var frontier = [Int32(instruction.value)]
    while let index = frontier.popLast() {
      for dependent in graph.dependents(of: Int(index)) where stages[Int(dependent)] == .waiting {
        stages[Int(dependent)] = .skipped
        unfinished -= 1
        skips.append(Skip(instruction: InstructionIndex(Int(dependent)), cause: instruction))
        frontier.append(dependent)
      }
    }
    return skips
  }

  /// An issued instruction is left out, because the run may not afford it: everything downstream is skipped, and
  /// the run has failed whether or not the instruction is optional.
  package mutating func leaveOut(_ instruction: InstructionIndex) -> [Skip] {
    guard leave(instruction, for: .skipped) else { return [] }
    unfinished -= 1
    hasFailed = true
    return skipDependents(of: instruction)
  }

  /// An instruction that gave its slot back is ready once more.
  package mutating func requeue(_ instruction: InstructionIndex) {
    guard stages[instruction.value] == .vacated else { return }
    vacatedCount -= 1
    makeReady(Int32(instruction.value))
  }

  /// An issued instruction waits for work elsewhere: its dependents stay as they are.
  package mutating func suspend(_ instruction: InstructionIndex) {
    _ = leave(instruction, for: .pending)
  }

  /// An issued instruction was cancelled; it is not issued again.
  package mutating func withdraw(_ instruction: InstructionIndex) {
    _ = leave(instruction, for: .withdrawn)
  }

  /// Nothing is issued any more.
  package mutating func stop() { isStopped = true }

  /// The time is up: everything that has not begun, and everything withdrawn, is skipped, and the run failed.
  package mutating func skipRest() -> [InstructionIndex] {
    isStopped = true
    hasFailed = true
    queue.removeAll()
    var skipped: [InstructionIndex] = []
    for index in stages.indices {
      switch stages[index] {
      case .waiting, .ready, .withdrawn:
        stages[index] = .skipped
        unfinished -= 1
        skipped.append(InstructionIndex(index))
      default: break
      }
    }
    return skipped
  }

  /// Whether no instruction holds a slot or could take one; what was vacated may still come back.
  package var isIdle: Bool { inFlight == 0 && (isStopped || queue.isEmpty) }

  /// Whether nothing is in flight and nothing more can be issued.
  package var isAtRest: Bool { inFlight == 0 && vacatedCount == 0 && (isStopped || queue.isEmpty) }

  /// How the run stands: running until it is at rest.
  ///
  /// What is still unfinished then was withdrawn, waits for work elsewhere, or depends on such: interrupted.
  /// What only an optional failure skipped does not fail the run. A run that left out what nobody asked for is
  /// interrupted too: there is something left to do.
  package var status: RunStatus {
    if !isAtRest { return .running }
    if unfinished > excludedCount { return .interrupted }
    if hasFailed { return .failed }
    return excludedCount > 0 ? .interrupted : .completed
  }

  /// Whether everything that was asked for is completed or was left out as optional.
  package var isServed: Bool { isAtRest && unfinished == excludedCount && !hasFailed }

  private mutating func makeReady(_ index: Int32) {
    stages[Int(index)] = .ready
    queue.insert(index, graph.remaining)
  }

  /// Takes an instruction out of flight; false when it is not in flight, and then nothing changes.
  private mutating func leave(_ instruction: InstructionIndex, for stage: Stage) -> Bool {
    switch stages[instruction.value] {
    case .issued: inFlight -= 1
    case .vacated: vacatedCount -= 1
    default: return false
    }
    stages[instruction.value] = stage
    return true
  }
}
