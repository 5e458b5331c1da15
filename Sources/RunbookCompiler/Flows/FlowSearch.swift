// How data gets from some artifacts to all others: the shortest way to each, in one walk.
internal import ComponentKit
internal import ExecutionPlan
internal import RunbookSyntax

/// The shortest ways from a set of origins along operands, by dynamic programming over the topological order.
///
/// - Complexity: O(nodes + operands) to make.
struct FlowSearch {
  /// The operand through which the nearest origin's data enters each node; -1: none does.
  private var entry: [Int32]
  /// The origin of that data; -1: none.
  private var entryOrigin: [Int32]
  /// How far the value of each node is from its nearest origin; `.max`: it holds no origin's data.
  private var distance: [Int32]
  /// The nearest origin whose data the value of each node holds; -1: none.
  private var origin: [Int32]
  private let model: Compilation

  /// - Parameter followsTaint: Whether the way ends at a component that declassifies.
  init(_ model: Compilation, from origins: [NodeIndex], followsTaint: Bool) {
    self.model = model
    let count = model.nodes.count
    entry = Array(repeating: -1, count: count)
    entryOrigin = entry
    origin = entry
    distance = Array(repeating: .max, count: count)
    for index in origins {
      distance[index.value] = 0
      origin[index.value] = Int32(index.value)
    }
    for index in model.order { visit(index, followsTaint: followsTaint) }
  }

  private mutating func visit(_ index: NodeIndex, followsTaint: Bool) {
    let operands = model.nodes[index.value].operands
    var best = Int32.max
    for (position, operand) in operands.enumerated() {
      guard let target = operand.target?.value, distance[target] < best else { continue }
      best = distance[target]
      entry[index.value] = Int32(position)
      entryOrigin[index.value] = origin[target]
    }
    guard best < .max, distance[index.value] != 0, !(followsTaint && model.declassifies(index)) else {
      return
    }
    distance[index.value] = best + 1
    origin[index.value] = entryOrigin[index.value]
  }

  /// Where a flow ends, and how it gets there.
  struct End {
    let sink: NodeIndex
    let origin: NodeIndex
    /// Whether the data is handed to the sink; else the sink is itself the origin.
    let isEntered: Bool
  }

  /// The end of the flow at a node, if data of an origin gets there.
  ///
  /// - Parameter entering: Whether it counts only what is handed to the node, not what the node itself is.
  func end(at sink: NodeIndex, entering: Bool) -> End? {
    if !entering {
      guard distance[sink.value] < .max else { return nil }
      if distance[sink.value] == 0 { return End(sink: sink, origin: sink, isEntered: false) }
    }
    guard entry[sink.value] >= 0 else { return nil }
    return End(sink: sink, origin: NodeIndex(value: Int(entryOrigin[sink.value])), isEntered: true)
  }

  /// Whether data of a node is looked for.
  func isOrigin(_ index: NodeIndex) -> Bool { distance[index.value] == 0 }

  /// One artifact that takes the data over from an earlier one.
  struct Step {
    let consumer: NodeIndex
    let operand: Operand
    let producer: NodeIndex
  }

  /// The last steps to an end, at most `limit`, first things first; and how many there are before them.
  func steps(to end: End, limit: Int) -> (steps: [Step], skipped: Int) {
    var steps: [Step] = []
    var current = end.sink
    var isGoingOn = end.isEntered
    while isGoingOn, steps.count < limit, entry[current.value] >= 0 {
      let operand = model[current].operands[Int(entry[current.value])]
      guard let producer = operand.target else { break }
      steps.append(Step(consumer: current, operand: operand, producer: producer))
      current = producer
      isGoingOn = distance[producer.value] > 0
    }
    return (steps.reversed(), isGoingOn ? Int(distance[current.value]) : 0)
  }
}

extension Compilation {
  /// Whether what an artifact makes of sensitive data is not sensitive any more.
  func declassifies(_ index: NodeIndex) -> Bool {
    if case .process(let use) = self[index].production {
      uses[use].manifest?.declassifies ?? false
    } else {
      false
    }
  }

  /// Whether an artifact is sensitive by itself, and not because of what it derives from.
  func isTaintOrigin(_ index: NodeIndex) -> Bool {
    if self[index].flags.contains(.sensitive) { return true }
    switch self[index].production {
    case .extract(let use): return uses[use].manifest?.isSensitive ?? false
    case .reuse: return earlierArtifacts[index]?.isTainted ?? false
    default: return false
    }
  }
}
