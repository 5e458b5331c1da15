// Walks over the beginnings of possible matches, building its states as texts need them. Knows no boundaries.

/// The deterministic form of a ``PrefixProgram``, made state by state and forgotten when it grows too large.
///
/// Source: the lazy subset construction of Thompson, "Regular expression search algorithm", CACM 11 (1968).
struct PrefixAutomaton: Sendable {
  private static let maximumStates = 4096
  private static let unknown = UInt32.max
  private static let dead: UInt32 = 0
  private static let start: UInt32 = 1

  private let program: PrefixProgram
  /// By byte.
  private let classes: [UInt8]
  private let classCount: Int
  /// A byte of each class.
  private let samples: [UInt8]

  /// By state: a row of following states, by class.
  private var cells: [UInt32] = []
  /// By state: the patterns that may match.
  private var accepted: [[Int32]] = []
  /// By state: the states of the program, and with them the patterns that are still open.
  private var members: [[Int32]] = []
  private var numbers: [[Int32]: UInt32] = [:]

  init(_ program: PrefixProgram) {
    self.program = program
    (classes, samples) = Self.classes(of: program)
    classCount = samples.count
    reset()
  }

  /// Bytes that no set of the program tells apart are one class.
  private static func classes(of program: PrefixProgram) -> (ofByte: [UInt8], samples: [UInt8]) {
    var sets: Set<ByteSet> = []
    for case .bytes(let set, _) in program.states { sets.insert(set) }
    let list = Array(sets)
    var known: [[Bool]: UInt8] = [:]
    var samples: [UInt8] = []
    let ofByte = (UInt8.min...UInt8.max).map { byte in
      let signature = list.map { $0.contains(byte) }
      if let number = known[signature] { return number }
      let number = UInt8(samples.count)
      known[signature] = number
      samples.append(byte)
      return number
    }
    return (ofByte, samples)
  }

  private mutating func reset() {
    cells.removeAll(keepingCapacity: true)
    accepted.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    _ = append([], [])
    _ = append(closure(of: program.starts), [])
  }

  private mutating func append(_ states: [Int32], _ patterns: [Int32]) -> UInt32 {
    let number = UInt32(members.count)
    members.append(states)
    accepted.append(patterns)
    cells.append(contentsOf: repeatElement(states.isEmpty ? Self.dead : Self.unknown, count: classCount))
    return number
  }

  /// Calls `body` with each pattern that may match at a place of a text.
  @inline(__always)
  mutating func walk(_ text: Span<UInt8>, from position: Int, _ body: (Int32) -> Void) {
    var state = Self.start
    let end = min(text.count, position &+ PrefixProgram.depth)
    var place = position
    while place < end {
      // Safe: `place` is within the text.
      let column = Int(classes[Int(unsafe text[unchecked: place])])
      var next = cells[Int(state) &* classCount &+ column]
      if next == Self.unknown { next = step(from: &state, column) }
      if next == Self.dead { return }
      if !accepted[Int(next)].isEmpty { for pattern in accepted[Int(next)] { body(pattern) } }
      state = next
      place &+= 1
    }
    guard place == position &+ PrefixProgram.depth else { return }
    for pattern in openPatterns(of: state) { body(pattern) }
  }

  /// Patterns that go on beyond the depth.
  private func openPatterns(of state: UInt32) -> [Int32] {
    var patterns: [Int32] = []
    for member in members[Int(state)] {
      let pattern = program.patterns[Int(member)]
      if !patterns.contains(pattern) { patterns.append(pattern) }
    }
    return patterns
  }

  /// Makes the state that follows; `state` gets its new number if all others had to be forgotten.
  private mutating func step(from state: inout UInt32, _ column: Int) -> UInt32 {
    let byte = samples[column]
    let current = members[Int(state)]
    if members.count >= Self.maximumStates {
      reset()
      state = append(current, [])
      numbers[current] = state
    }
    var targets: [Int32] = []
    for member in current {
      if case .bytes(let set, let next) = program.states[Int(member)], set.contains(byte) {
        targets.append(next)
      }
    }
    let next = number(of: targets)
    cells[Int(state) * classCount + column] = next
    return next
  }

  private mutating func number(of targets: [Int32]) -> UInt32 {
    if targets.isEmpty { return Self.dead }
    let all = closure(of: targets)
    var done: [Int32] = []
    for state in all {
      if case .accept = program.states[Int(state)] { done.append(program.patterns[Int(state)]) }
    }
    // A pattern that may match need not be followed further.
    let open = done.isEmpty ? all : all.filter { !done.contains(program.patterns[Int($0)]) }
    let key = open + [-1] + done
    if let known = numbers[key] { return known }
    let number = append(open, done)
    numbers[key] = number
    return number
  }

  /// The states that take a byte, or accept, and can be reached without one; in order.
  private func closure(of states: [Int32]) -> [Int32] {
    var seen: Set<Int32> = []
    var pending = states
    while let state = pending.popLast() {
      guard seen.insert(state).inserted else { continue }
      if case .split(let targets) = program.states[Int(state)] { pending += targets }
    }
    return seen.filter { if case .split = program.states[Int($0)] { false } else { true } }.sorted()
  }
}
