import ExecutionPlan
import PlanMachine
import RunHistory
import Testing

/// A small generator (SplitMix64), so that a failing seed can be tried again.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// The same rules, written as directly as possible and without regard for time.
private struct NaiveModel {
  let operands: [[Int]]
  let optional: Set<Int>
  let width: Int
  var status: [ArtifactStatus]

  init(operands: [[Int]], optional: Set<Int>, width: Int) {
    self.operands = operands
    self.optional = optional
    self.width = width
    status = Array(repeating: .notStarted, count: operands.count)
  }

  func urgency(_ index: Int) -> Int {
    1 + (operands.indices.filter { operands[$0].contains(index) }.map(urgency).max() ?? 0)
  }

  /// What must be issued next.
  func next() -> Int? {
    guard status.count(where: { $0 == .running }) < width else { return nil }
    let ready = operands.indices.filter { index in
      status[index] == .notStarted && operands[index].allSatisfy { status[$0] == .completed }
    }
    return ready.max { (urgency($0), $1) < (urgency($1), $0) }
  }

  /// Everything that now has a failed or skipped operand, to a fixed point.
  mutating func fail(_ index: Int) -> Set<Int> {
    status[index] = .failed
    var skipped: Set<Int> = []
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for other in operands.indices where status[other] == .notStarted {
        guard operands[other].contains(where: { status[$0] == .failed || status[$0] == .skipped }) else {
          continue
        }
        status[other] = .skipped
        skipped.insert(other)
        hasChanged = true
      }
    }
    return skipped
  }

  var runStatus: RunStatus {
    if status.contains(where: { $0 == .pending || $0 == .notStarted }) { return .interrupted }
    return status.indices.contains { status[$0] == .failed && !optional.contains($0) } ? .failed : .completed
  }
}

@Suite struct SchedulerModelTests {
  /// Random graphs, random ends, in random order: every step must be the model's.
  @Test(arguments: 0..<200)
  func behavesAsTheModel(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let count = Int.random(in: 1...24, using: &generator)
    let density = Double.random(in: 0...0.4, using: &generator)
    let operands = (0..<count).map { index in
      (0..<index).filter { _ in Double.random(in: 0..<1, using: &generator) < density }
    }
    let optional = Set((0..<count).filter { _ in Bool.random(using: &generator) })
    let width = Int.random(in: 1...5, using: &generator)
    var model = NaiveModel(operands: operands, optional: optional, width: width)
    var scheduler = Scheduler(
      graph: DataflowGraph(
        count: count, isOptional: { optional.contains($0) },
        operands: { operands[$0].map(InstructionIndex.init) }), width: width)
    while true {
      while let expected = model.next() {
        #expect(scheduler.next()?.value == expected)
        model.status[expected] = .running
      }
      #expect(scheduler.next() == nil)
      let running = model.status.indices.filter { model.status[$0] == .running }
      #expect(scheduler.inFlight == running.count)
      guard let ended = running.randomElement(using: &generator) else { break }
      switch Int.random(in: 0..<10, using: &generator) {
      case 0:
        let skips = scheduler.fail(InstructionIndex(ended))
        #expect(Set(skips.map(\.instruction.value)) == model.fail(ended))
      case 1:
        scheduler.suspend(InstructionIndex(ended))
        model.status[ended] = .pending
      default:
        scheduler.complete(InstructionIndex(ended))
        model.status[ended] = .completed
      }
    }
    #expect(scheduler.isAtRest)
    #expect(scheduler.status == model.runStatus)
  }
}
