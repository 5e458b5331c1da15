// Turns patterns into one automaton for how their matches begin. Knows no texts.

/// A nondeterministic automaton over bytes that takes at least what the patterns take, up to some length.
///
/// What a byte automaton can't know is left out: anchors and lookaround count as fulfilled, but for what must follow
/// a match, and a reference to a group counts as the end. Characters beyond ASCII are any such. So a text may be taken
/// wrongly, never be refused wrongly.
struct PrefixProgram: Sendable {
  enum State: Sendable {
    /// A byte of the set, then the next state.
    case bytes(ByteSet, next: Int32)
    case split([Int32])
    /// The pattern of this state may match.
    case accept
  }

  /// Bytes from which on nothing is told apart.
  static let depth = 40
  /// States of one pattern.
  private static let maximumStates = 3000

  private(set) var states: [State] = []
  /// By state.
  private(set) var patterns: [Int32] = []
  /// The first state of each pattern.
  private(set) var starts: [Int32] = []
  /// The bytes of the classes met so far: patterns have many in common, and repetitions build theirs for each time.
  private var classes: [Class: ClassBytes] = [:]

  private struct Class: Hashable {
    let set: PatternSet
    let flags: PatternFlags
  }

  private typealias ClassBytes = (ascii: ByteSet, beyond: Bool)

  /// Adds a pattern; nil, and nothing is added, if it can't be told where its matches begin, or takes too much.
  ///
  /// - Parameter unlessBroad: Whether a pattern is also refused that goes on with most words of any text.
  /// - Returns: The bytes with which every match begins before what the automaton takes; most often none.
  mutating func add(_ tree: PatternNode, number: Int32, unlessBroad: Bool = false) -> [UInt8]? {
    let (front, rest) = PatternFront.split(tree)
    // Behind punctuation there is a boundary.
    guard !front.isEmpty || Self.beginsAtBoundary(tree) else { return nil }
    var builder = Builder(base: Int32(states.count), limit: Self.maximumStates)
    swap(&builder.classes, &classes)
    defer { swap(&builder.classes, &classes) }
    let end = builder.append(.accept)
    let start = builder.build(rest, next: end)
    guard !builder.isTooLarge, builder.firstBytes(of: [start])?.isSubsetOfStarts == true else { return nil }
    if unlessBroad, builder.isBroad(from: start) { return nil }
    states += builder.states
    patterns += Array(repeating: number, count: builder.states.count)
    starts.append(start)
    return front
  }

  /// Whether no ASCII letter or digit can stand before a match: it begins with a part that sees to it, or at a word
  /// boundary with a letter or digit.
  private static func beginsAtBoundary(_ node: PatternNode) -> Bool {
    guard case .sequence(let items) = node else { return false }
    for (index, item) in items.enumerated() {
      if PatternBoundary.isAssured(by: item) { return true }
      switch item {
      case .look: continue
      case .anchor(.wordBoundary, _):
        return PatternBoundary.beginsWithAlphanumeric(.sequence(Array(items[(index + 1)...])))
      default: return false
      }
    }
    return false
  }

  private struct Builder {
    /// Repetitions whose counts differ by no more are followed exactly.
    private static let exactRange = 2

    let base: Int32
    let limit: Int
    var states: [State] = []
    var isTooLarge = false
    var classes: [Class: ClassBytes] = [:]

    init(base: Int32, limit: Int) {
      self.base = base
      self.limit = limit
    }

    mutating func append(_ state: State) -> Int32 {
      if states.count >= limit {
        isTooLarge = true
        return base
      }
      states.append(state)
      return base + Int32(states.count - 1)
    }

    /// The first state of a part after which `next` comes. State `base` accepts.
    mutating func build(_ node: PatternNode, next: Int32) -> Int32 {
      if isTooLarge { return base }
      switch node {
      case .literal(let codePoint, let flags):
        return character(PatternBytes.of(codePoint, flags), next)
      case .any: return character((PatternBytes.ascii, true), next)
      case .set(let set, let flags): return character(bytes(of: set, flags), next)
      // What must follow the match is looked for as if it were part of it.
      case .look(behind: false, negated: false, let content) where next == base:
        return build(content, next: next)
      case .anchor, .look: return next
      case .sequence(let items): return items.reversed().reduce(next) { build($1, next: $0) }
      case .alternation(let branches):
        var targets: [Int32] = []
        for branch in branches { targets.append(build(branch, next: next)) }
        return append(.split(targets))
      case .capture(_, let content), .group(let content), .atomic(let content):
        return build(content, next: next)
      case .repetition(let content, let count): return repetition(content, count, next)
      case .backreference, .conditional: return base
      }
    }

    private mutating func bytes(of set: PatternSet, _ flags: PatternFlags) -> ClassBytes {
      let asked = Class(set: set, flags: flags)
      if let found = classes[asked] { return found }
      let bytes = PatternBytes.of(set, flags)
      classes[asked] = bytes
      return bytes
    }

    private mutating func character(_ bytes: (ascii: ByteSet, beyond: Bool), _ next: Int32) -> Int32 {
      let plain = bytes.ascii.isEmpty ? nil : append(.bytes(bytes.ascii, next: next))
      guard bytes.beyond else { return plain ?? append(.split([])) }
      let third = append(.bytes(.continuation, next: next))
      let second = append(.bytes(.continuation, next: append(.split([next, third]))))
      let tail = append(.bytes(.continuation, next: append(.split([next, second]))))
      let lead = append(.bytes(.lead, next: tail))
      return append(.split([lead] + (plain.map { [$0] } ?? [])))
    }

    private mutating func repetition(_ content: PatternNode, _ count: PatternCount, _ next: Int32) -> Int32 {
      let depth = PrefixProgram.depth
      if count.minimum > depth { return copies(of: content, depth, next: base) }
      var tail = next
      if let maximum = count.maximum, maximum - count.minimum <= Self.exactRange {
        for _ in count.minimum..<maximum { tail = append(.split([build(content, next: tail), next])) }
      } else {
        // A loop, also where there is an end to it: places that are told apart make states. Its state is made first
        // and filled in afterwards.
        let loop = append(.split([]))
        let body = build(content, next: loop)
        guard !isTooLarge else { return base }
        states[Int(loop - base)] = .split([body, next])
        tail = loop
      }
      return copies(of: content, count.minimum, next: tail)
    }

    private mutating func copies(of content: PatternNode, _ count: Int, next: Int32) -> Int32 {
      (0..<count).reduce(next) { next, _ in build(content, next: next) }
    }

    /// The bytes that can come first; nil if none need come.
    func firstBytes(of starts: [Int32]) -> ByteSet? { reach(starts)?.bytes }

    /// Whether three letters of any word can be its beginning.
    func isBroad(from start: Int32) -> Bool {
      var states = [start]
      for _ in 0..<PrefixHeads.length {
        guard let (_, next) = reach(states, by: .smallLetters) else { return true }
        if next.isEmpty { return false }
        states = next
      }
      return true
    }

    /// The bytes that some states take, and the states that come after those that take all of `bytes`; nil if a
    /// pattern may have matched.
    private func reach(_ starts: [Int32], by required: ByteSet = ByteSet()) -> (
      bytes: ByteSet, next: [Int32]
    )? {
      var bytes = ByteSet()
      var next: Set<Int32> = []
      var pending = starts
      var seen: Set<Int32> = []
      while let state = pending.popLast() {
        guard seen.insert(state).inserted else { continue }
        switch states[Int(state - base)] {
        case .accept: return nil
        case .bytes(let set, let target):
          bytes.formUnion(set)
          if set.union(required) == set { next.insert(target) }
        case .split(let targets): pending += targets
        }
      }
      return (bytes, Array(next))
    }
  }
}

extension ByteSet {
  /// Whether they are ASCII letters, digits, and bytes that begin characters beyond ASCII.
  fileprivate var isSubsetOfStarts: Bool {
    (UInt8.min...UInt8.max).allSatisfy {
      !contains($0) || $0 >= 0xC0 || WordBoundary.isASCIIAlphanumeric($0)
    }
  }
}
