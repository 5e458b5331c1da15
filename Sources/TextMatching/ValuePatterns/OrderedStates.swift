// Gathers states of a prefix program in order. Knows no program.

/// A set of states that gives them in order, without sorting.
struct OrderedStates: Sendable {
  private var words: [UInt64]
  /// The words that are not empty are among these.
  private var used = 0..<0

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ state: Int32) {
    let word = Int(state) >> 6
    words[word] |= 1 << UInt64(state & 63)
    used = used.isEmpty ? word..<word + 1 : min(used.lowerBound, word)..<max(used.upperBound, word + 1)
  }

  /// All states, in order; none is left.
  mutating func takeAll() -> [Int32] {
    var states: [Int32] = []
    for word in used {
      var bits = words[word]
      while bits != 0 {
        states.append(Int32(word << 6 | bits.trailingZeroBitCount))
        bits &= bits &- 1
      }
      words[word] = 0
    }
    used = 0..<0
    return states
  }
}
