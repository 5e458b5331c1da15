// Why a list of literals makes no automaton. Knows no texts.

/// What is wrong with the literals given to a ``KeywordAutomaton``.
package enum KeywordAutomatonError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The literal at this index is empty: it would match everywhere.
  case emptyPattern(index: Int)
  /// The table would need more than the limit of cells (4 bytes each).
  case tooLarge(limit: Int)

  package var description: String {
    switch self {
    case .emptyPattern(let index): "the pattern at index \(index) is empty"
    case .tooLarge(let limit): "the patterns need a table of more than \(limit) cells"
    }
  }
}
