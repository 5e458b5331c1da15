// The pipeline as a value of its own: order, bounds, errors, helpers.
import ComponentKit
import Synchronization
import Testing

@Suite struct OrderedPipelineTests {
  /// Squares numbers; with helpers from the first on, since each weighs more than helpers need.
  private func squares(
    _ numbers: Range<Int>, _ resources: WorkResources, weight: Int = 2 << 20,
    stage: @escaping @Sendable (Int) throws -> Int = { $0 * $0 }
  ) throws -> [Int] {
    var results: [Int] = []
    let pipeline = OrderedPipeline<Int, Int>(resources, isCancelled: { false }, makeStage: { stage })
    for number in numbers { try pipeline.feed(weight: weight, number) { results.append($0) } }
    try pipeline.finish { results.append($0) }
    return results
  }

  @Test(arguments: [1, 2, 4]) func resultsComeInTheOrderOfTheInputs(processors: Int) throws {
    let resources = WorkResources(processors: processors)
    let found = try squares(0..<2_000, resources) { number in
      // The later ones are done earlier.
      (0..<(number % 7) * 300).reduce(number * number) { $1 == -1 ? 0 : $0 }
    }
    #expect(found == (0..<2_000).map { $0 * $0 })
  }

  @Test func twoThreadsWorkAtTheSameTime() throws {
    let present = Atomic<Int>(0)
    let isMet = Atomic<Bool>(false)
    _ = try squares(0..<64, WorkResources(processors: 2)) { number in
      present.add(1, ordering: .sequentiallyConsistent)
      // Whoever is here first waits for the other: only two threads can bring that about.
      while !isMet.load(ordering: .sequentiallyConsistent), number < 2 {
        if present.load(ordering: .sequentiallyConsistent) > 1 {
          isMet.store(true, ordering: .sequentiallyConsistent)
        }
      }
      return number
    }
    let haveMet = isMet.load(ordering: .sequentiallyConsistent)
    #expect(haveMet)
  }

  @Test(arguments: [1, 3]) func whatIsUnderWayStaysWithinTheMemory(processors: Int) throws {
    let resources = WorkResources(memory: 64 << 20, processors: processors)
    var isOverdrawn = false
    let pipeline = OrderedPipeline<Int, Int>(resources, isCancelled: { false }, makeStage: { { $0 } })
    for number in 0..<500 {
      try pipeline.feed(weight: 10 << 20, number) { _ in }
      // Half of the memory is for data: three of these, and no fourth.
      if resources.tryTake(25 << 20) {
        resources.giveBack(25 << 20)
      } else {
        isOverdrawn = true
      }
    }
    try pipeline.finish { _ in }
    #expect(isOverdrawn == (processors > 1))
    #expect(resources.tryTake(32 << 20), "everything was given back")
  }

  @Test(arguments: [1, 2]) func anErrorEndsItAndGivesEverythingBack(processors: Int) throws {
    let resources = WorkResources(memory: 64 << 20, processors: processors)
    #expect(throws: Odd.self) {
      try squares(0..<100, resources) { if $0 == 50 { throw Odd() } else { $0 } }
    }
    #expect(resources.tryTake(32 << 20))
  }

  @Test func whoHoldsNothingMayTakeMoreThanThereIs() throws {
    let resources = WorkResources(memory: 64 << 20)
    #expect(try squares(0..<3, resources, weight: 1 << 40) == [0, 1, 4])
  }

  @Test func waitingForMemoryEndsWhenItIsCancelled() throws {
    let resources = WorkResources(memory: 64 << 20)
    #expect(resources.tryTake(32 << 20))
    var questions = 0
    #expect(throws: CancellationError.self) {
      try resources.take(1 << 20) {
        questions += 1
        return questions > 1
      }
    }
  }

  private struct Odd: Error {}
}
