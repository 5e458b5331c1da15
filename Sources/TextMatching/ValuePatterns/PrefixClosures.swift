// What can be reached in a prefix program without taking a byte. Knows no texts.

/// By state of a program: the states that take a byte, or accept, and can be reached without one.
struct PrefixClosures: Sendable {
  /// By state: where its members begin; one more at the end.
  private var starts: [Int32] = [0]
  private var members: [Int32] = []

  init(_ program: PrefixProgram) {
    var seen = [Int32](repeating: -1, count: program.states.count)
    starts.reserveCapacity(program.states.count + 1)
    for state in program.states.indices {
      gather(from: Int32(state), program, &seen)
      starts.append(Int32(members.count))
    }
  }

  private mutating func gather(from first: Int32, _ program: PrefixProgram, _ seen: inout [Int32]) {
    guard case .split = program.states[Int(first)] else { return members.append(first) }
    var pending = [first]
    while let state = pending.popLast() {
      guard seen[Int(state)] != first else { continue }
      seen[Int(state)] = first
      if case .split(let targets) = program.states[Int(state)] {
        pending += targets
      } else {
        members.append(state)
      }
    }
  }

  func forEach(from state: Int32, _ body: (Int32) -> Void) {
    for index in starts[Int(state)]..<starts[Int(state) + 1] { body(members[Int(index)]) }
  }
}
