// Finds the places at which any of many patterns may match, in one pass over a text. Knows no rules.

/// The beginnings of the patterns that begin at word boundaries; the others are left to their own searches.
package struct ValuePatternIndex: Sendable {
  /// What every search begins with.
  private let automaton: PrefixAutomaton
  /// By pattern: whether its places are found here.
  package let isIndexed: [Bool]

  package init(_ expressions: [RegularExpression]) {
    var program = PrefixProgram()
    isIndexed = expressions.enumerated().map { number, expression in
      // A rare byte is found faster than anything else.
      !expression.hasRarePrefilter && program.add(expression.tree, number: Int32(number))
    }
    automaton = PrefixAutomaton(program)
  }

  package var isEmpty: Bool { automaton.isEmpty }

  /// A search that can be used for many texts, one after the other.
  package func makeSearch() -> Search { Search(automaton, count: isIndexed.count) }

  package struct Search: Sendable {
    private var automaton: PrefixAutomaton
    /// By pattern: byte offsets in order.
    private(set) var places: [[Int]]

    init(_ automaton: PrefixAutomaton, count: Int) {
      self.automaton = automaton
      places = Array(repeating: [], count: count)
    }

    /// The places of a pattern in the text that was searched last.
    package func places(of pattern: Int) -> [Int] { places[pattern] }

    /// Goes through a text.
    package mutating func run(over text: Span<UInt8>) {
      for pattern in places.indices where !places[pattern].isEmpty {
        places[pattern].removeAll(keepingCapacity: true)
      }
      var block = 0
      var carry: UInt64 = 0
      while block < text.count {
        let mask = WordMask(of: text, at: block)
        var starts = (mask.alphanumeric | mask.lead) & ~(mask.alphanumeric << 1 | carry)
        carry = mask.alphanumeric >> 63
        while starts != 0 {
          let position = block &+ starts.trailingZeroBitCount
          starts &= starts &- 1
          automaton.walk(text, from: position) { places[Int($0)].append(position) }
        }
        block &+= 64
      }
    }
  }
}
