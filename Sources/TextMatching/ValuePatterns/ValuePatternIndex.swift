// Finds the places at which any of many patterns may match, in one pass over a text. Knows no rules.

/// The beginnings of the patterns that begin at word boundaries; the others are left to their own searches.
package struct ValuePatternIndex: Sendable {
  /// What every search begins with.
  private let automaton: PrefixAutomaton
  /// By pattern: the bytes that stand before what the automaton takes; nil for patterns that are not in it.
  private let fronts: [[UInt8]?]
  /// By pattern: whether its places are found here.
  package var isIndexed: [Bool] { fronts.map { $0 != nil } }

  package init(_ expressions: [RegularExpression]) {
    var program = PrefixProgram()
    fronts = expressions.enumerated().map { number, expression in
      // A rare byte is found faster than anything else.
      if expression.hasRarePrefilter { return nil }
      // What goes on with most words costs a step for each of their letters, bytes in a row a single search.
      return program.add(
        expression.tree, number: Int32(number), unlessBroad: expression.hasLiteralPrefilter)
    }
    automaton = PrefixAutomaton(program)
  }

  package var isEmpty: Bool { automaton.isEmpty }

  /// A search that can be used for many texts, one after the other.
  package func makeSearch() -> Search { Search(automaton, fronts: fronts.map { $0 ?? [] }) }

  package struct Search: Sendable {
    private var automaton: PrefixAutomaton
    private var found: PatternStarts

    init(_ automaton: PrefixAutomaton, fronts: [[UInt8]]) {
      self.automaton = automaton
      found = PatternStarts(fronts: fronts)
    }

    /// The places of a pattern in the text that was searched last: byte offsets in order.
    package func places(of pattern: Int) -> [Int] { found.places[pattern] }

    /// Goes through a text.
    package mutating func run(over text: Span<UInt8>) {
      found.removeAll()
      var block = 0
      var carry: UInt64 = 0
      while block < text.count {
        let mask = WordMask(of: text, at: block)
        var starts = (mask.alphanumeric | mask.lead) & ~(mask.alphanumeric << 1 | carry)
        carry = mask.alphanumeric >> 63
        while starts != 0 {
          let position = block &+ starts.trailingZeroBitCount
          starts &= starts &- 1
          automaton.walk(text, from: position) { found.add(position, in: text, of: Int($0)) }
        }
        block &+= 64
      }
    }
  }
}

/// Where matches may begin.
private struct PatternStarts: Sendable {
  /// By pattern: byte offsets in order.
  private(set) var places: [[Int]]
  /// By pattern: the bytes with which every match begins.
  private let fronts: [[UInt8]]

  init(fronts: [[UInt8]]) {
    self.fronts = fronts
    places = Array(repeating: [], count: fronts.count)
  }

  mutating func removeAll() {
    for pattern in places.indices where !places[pattern].isEmpty {
      places[pattern].removeAll(keepingCapacity: true)
    }
  }

  /// Adds the place at which what follows a pattern's front was found, if the front stands there.
  mutating func add(_ position: Int, in text: Span<UInt8>, of pattern: Int) {
    let start = position - fronts[pattern].count
    guard start >= 0, fronts[pattern].indices.allSatisfy({ text[start + $0] == fronts[pattern][$0] })
    else { return }
    places[pattern].append(start)
  }
}
