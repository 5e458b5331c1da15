// Walks over the beginnings of possible matches, building its states as texts need them. Knows no boundaries.

/// The deterministic form of a ``PrefixProgram``, made state by state and forgotten when it grows too large.
///
/// Source: the lazy subset construction of Thompson, "Regular expression search algorithm", CACM 11 (1968).
struct PrefixAutomaton: Sendable {
  /// Large texts of many kinds need some five thousand for the built-in rules; to make them again is dear.
  private static let maximumStates = 16384
  /// Cells: the state that follows, as the offset of its row; with this bit if some pattern may match there.
  private static let accepts: UInt32 = 1 << 31
  /// A state that was not made yet.
  private static let unknown = UInt32.max
  /// The row of no state; the only one that ends a walk.
  private static let dead: UInt32 = 0

  private let program: PrefixProgram
  /// By byte.
  private let classes: [UInt8]
  private let classCount: Int
  /// A row that leads nowhere.
  private let emptyRow: [UInt32]
  /// A row of which nothing is known.
  private let newRow: [UInt32]
  /// A byte of each class.
  private let samples: [UInt8]

  /// By state: a row of cells, by class.
  private var cells: [UInt32] = []
  /// By state: the patterns that may match.
  private var accepted: [[Int32]] = []
  /// By state: the states of the program, and with them the patterns that are still open.
  private var members: [[Int32]] = []
  private var numbers: [[Int32]: UInt32] = [:]
  private var heads: PrefixHeads
  /// What can be reached from each state of the program without a byte.
  private let closures: PrefixClosures
  /// States of the program, while they are gathered.
  private var reached: OrderedStates

  /// Whether there is no pattern.
  var isEmpty: Bool { program.starts.isEmpty }
  private var start: UInt32 { UInt32(classCount) }

  init(_ program: PrefixProgram) {
    self.program = program
    (classes, samples) = Self.classes(of: program)
    classCount = samples.count
    emptyRow = Array(repeating: Self.dead, count: samples.count)
    newRow = Array(repeating: Self.unknown, count: samples.count)
    heads = PrefixHeads(classCount: classCount)
    closures = PrefixClosures(program)
    reached = OrderedStates(count: program.states.count)
    reset()
  }

  /// Bytes that no set of the program tells apart are one class.
  private static func classes(of program: PrefixProgram) -> (ofByte: [UInt8], samples: [UInt8]) {
    var sets: Set<ByteSet> = []
    for case .bytes(let set, _) in program.states { sets.insert(set) }
    var ofByte = [UInt8](repeating: 0, count: 256)
    var count = 1
    for set in sets { split(&ofByte, &count, by: set) }
    var samples = [UInt8](repeating: 0, count: count)
    for byte in UInt8.min...UInt8.max { samples[Int(ofByte[Int(byte)])] = byte }
    return (ofByte, samples)
  }

  /// Numbers the classes anew so that none has bytes both within and outside of a set.
  private static func split(_ classes: inout [UInt8], _ count: inout Int, by set: ByteSet) {
    // Two numbers for each class: of its bytes outside, and of those within.
    var numbers = [Int](repeating: -1, count: 2 * count)
    count = 0
    for byte in UInt8.min...UInt8.max {
      let half = 2 * Int(classes[Int(byte)]) + (set.contains(byte) ? 1 : 0)
      if numbers[half] < 0 {
        numbers[half] = count
        count += 1
      }
      classes[Int(byte)] = UInt8(numbers[half])
    }
  }

  private mutating func reset() {
    cells.removeAll(keepingCapacity: true)
    accepted.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    _ = append([], [])
    let first = closure(of: program.starts)
    _ = append(first, [])
  }

  /// Adds a state; gives the offset of its row.
  private mutating func append(_ states: [Int32], _ patterns: [Int32]) -> UInt32 {
    let row = UInt32(members.count * classCount)
    members.append(states)
    accepted.append(patterns)
    cells += states.isEmpty ? emptyRow : newRow
    return row
  }

  private func index(of row: UInt32) -> Int { Int(row) / classCount }

  /// Calls `body` with each pattern that may match at a place of a text.
  @inline(__always)
  mutating func walk(_ text: Span<UInt8>, from position: Int, _ body: (Int32) -> Void) {
    guard !heads.isEmpty, position &+ PrefixHeads.length <= text.count else {
      _ = walkOn(text, from: position, body)
      return
    }
    let head = head(of: text, at: position)
    if heads.isBarren(head) { return }
    let length = walkOn(text, from: position, body)
    if length < PrefixHeads.length { heads.setBarren(head) }
  }

  @inline(__always)
  private func head(of text: Span<UInt8>, at position: Int) -> Int {
    let classes = classes.span
    // Safe: three bytes from the position on are within the text, and there are 256 classes.
    return unsafe heads.number(
      classes[unchecked: Int(text[unchecked: position])],
      classes[unchecked: Int(text[unchecked: position &+ 1])],
      classes[unchecked: Int(text[unchecked: position &+ 2])])
  }

  /// The walk itself.
  ///
  /// - Returns: The number of bytes after which nothing can match any more; the greatest number if something may.
  private mutating func walkOn(_ text: Span<UInt8>, from position: Int, _ body: (Int32) -> Void) -> Int {
    var state = start
    var isFruitful = false
    let end = min(text.count, position &+ PrefixProgram.depth)
    var place = position
    while place < end {
      var cell = run(text, from: &place, end, state: &state)
      if place == end { break }
      if cell == Self.unknown { cell = step(from: &state, Int(classes[Int(text[place])])) }
      if cell == Self.dead { return isFruitful ? .max : place &- position }
      place &+= 1
      state = cell & ~Self.accepts
      if cell & Self.accepts != 0 {
        isFruitful = true
        for pattern in accepted[index(of: state)] { body(pattern) }
      }
    }
    if place == position &+ PrefixProgram.depth {
      for pattern in openPatterns(of: state) { body(pattern) }
    }
    return .max
  }

  /// Goes from state to state while nothing happens; gives the cell that needs attention, `place` being at its byte.
  @inline(__always)
  private func run(_ text: Span<UInt8>, from place: inout Int, _ end: Int, state: inout UInt32) -> UInt32 {
    let cells = cells.span
    let classes = classes.span
    while place < end {
      // Safe: `end` is within the text, there are 256 classes, and a state is the offset of a full row.
      let column = unsafe classes[unchecked: Int(text[unchecked: place])]
      let cell = unsafe cells[unchecked: Int(state) &+ Int(column)]
      if cell == Self.dead || cell >= Self.accepts { return cell }
      state = cell
      place &+= 1
    }
    return state
  }

  /// Patterns that go on beyond the depth.
  private func openPatterns(of state: UInt32) -> [Int32] {
    var patterns: [Int32] = []
    for member in members[index(of: state)] {
      let pattern = program.patterns[Int(member)]
      if !patterns.contains(pattern) { patterns.append(pattern) }
    }
    return patterns
  }

  /// Makes the cell that follows; `state` gets its new row if all others had to be forgotten.
  private mutating func step(from state: inout UInt32, _ column: Int) -> UInt32 {
    let byte = samples[column]
    let current = members[index(of: state)]
    if members.count >= Self.maximumStates {
      reset()
      state = append(current, [])
    }
    var targets: [Int32] = []
    for member in current {
      if case .bytes(let set, let next) = program.states[Int(member)], set.contains(byte) {
        targets.append(next)
      }
    }
    let cell = cell(of: targets)
    cells[Int(state) + column] = cell
    return cell
  }

  private mutating func cell(of targets: [Int32]) -> UInt32 {
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
    let cell = append(open, done) | (done.isEmpty ? 0 : Self.accepts)
    numbers[key] = cell
    return cell
  }

  /// The states that take a byte, or accept, and can be reached without one; in order.
  private mutating func closure(of states: [Int32]) -> [Int32] {
    for state in states { closures.forEach(from: state) { reached.insert($0) } }
    return reached.takeAll()
  }
}
