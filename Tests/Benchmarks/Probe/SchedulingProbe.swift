// Issues and completes the instructions of a graph in layers, two in flight at a time: the scheduler alone.
internal import ExecutionPlan
internal import PlanMachine

enum SchedulingProbe {
  private static let width = 10

  /// Arguments: how many instructions, and how often. Prints how many were completed.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2, let count = Int(arguments[0]), let rounds = Int(arguments[1]) else {
      throw ProbeFailure("schedule takes COUNT and ROUNDS")
    }
    let graph = DataflowGraph(count: count) { index in
      index < width
        ? [] : [InstructionIndex(index - width), InstructionIndex(index - width + (index + 1) % 2)]
    }
    var completed = 0
    for _ in 0..<rounds { completed += run(Scheduler(graph: graph, width: 2)) }
    guard completed == count * rounds else { throw ProbeFailure("\(completed) instructions were completed") }
    print(completed)
  }

  private static func run(_ start: Scheduler) -> Int {
    var scheduler = start
    var completed = 0
    var inFlight: [InstructionIndex] = []
    while true {
      while let next = scheduler.next() { inFlight.append(next) }
      guard let done = inFlight.popLast() else { return completed }
      scheduler.complete(done)
      completed += 1
    }
  }
}
