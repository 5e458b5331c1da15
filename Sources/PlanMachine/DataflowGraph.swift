// Who waits for whom: the operands of a plan as two flat arrays. Knows neither state nor order of issue.
package import ExecutionPlan

/// The dependents of every instruction and how urgent each instruction is.
package struct DataflowGraph: Sendable {
  /// How many operands each instruction has; an operand that stands twice counts twice.
  let operandCounts: [Int32]
  /// The dependents of `i` are `dependents[starts[i]..<starts[i + 1]]`.
  private let starts: [UInt32]
  private let dependents: [Int32]
  /// The weight of the heaviest path from each instruction to an end of the graph, itself included.
  let remaining: [Int64]
  /// Whether an instruction's failure leaves the run unharmed.
  let isOptional: [Bool]

  package var count: Int { operandCounts.count }

  /// The graph of `count` instructions, each of whose operands stands earlier.
  ///
  /// `weights` say how long instructions take, in any unit; nil: all the same. Time and space O(V + E).
  package init(
    count: Int, weights: [Int32]? = nil, isOptional: (Int) -> Bool = { _ in false },
    operands: (Int) -> [InstructionIndex]
  ) {
    var counts: [Int32] = []
    // Traps beyond 4 billion operands, which no plan file that can be read holds.
    var starts = [UInt32](repeating: 0, count: count + 1)
    counts.reserveCapacity(count)
    for index in 0..<count {
      let list = operands(index)
      counts.append(Int32(list.count))
      for operand in list { starts[operand.value + 1] += 1 }
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var fill = starts
    var dependents = [Int32](repeating: 0, count: Int(starts[count]))
    for index in 0..<count {
      for operand in operands(index) {
        dependents[Int(fill[operand.value])] = Int32(index)
        fill[operand.value] += 1
      }
    }
    operandCounts = counts
    self.starts = starts
    self.dependents = dependents
    self.isOptional = (0..<count).map(isOptional)
    remaining = Self.remainingPaths(count: count, weights: weights, starts: starts, dependents: dependents)
  }

  package init(_ instructions: [Instruction], weights: [Int32]? = nil) {
    self.init(
      count: instructions.count, weights: weights,
      isOptional: { instructions[$0].flags.contains(.optional) }, operands: { instructions[$0].operands })
  }

  func dependents(of index: Int) -> ArraySlice<Int32> {
    dependents[Int(starts[index])..<Int(starts[index + 1])]
  }

  /// Backwards, because every dependent stands later. The sum of 2³¹ weights below 2³¹ fits 64 bits.
  private static func remainingPaths(
    count: Int, weights: [Int32]?, starts: [UInt32], dependents: [Int32]
  ) -> [Int64] {
    var remaining = [Int64](repeating: 0, count: count)
    for index in (0..<count).reversed() {
      var longest: Int64 = 0
      for position in Int(starts[index])..<Int(starts[index + 1]) {
        longest = max(longest, remaining[Int(dependents[position])])
      }
      let weight = weights.map { index < $0.count ? max(0, $0[index]) : 1 } ?? 1
      remaining[index] = longest + Int64(weight)
    }
    return remaining
  }
}
