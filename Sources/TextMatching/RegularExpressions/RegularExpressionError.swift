// Why a pattern is refused or a search is given up. Knows no engine.

/// What went wrong with a ``RegularExpression``.
package enum RegularExpressionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Python's `re` refuses the pattern; the offset counts code points of the pattern.
  case invalidPattern(message: String, offset: Int)
  /// Python takes the pattern, but here it cannot be matched with the same results.
  case unsupportedPattern(message: String, offset: Int)
  /// The search from this byte offset took more steps or memory than is allowed.
  case limitExceeded(offset: Int)
  /// The engine reported an error of its own, by number, at this byte offset.
  case engineFailure(code: Int, offset: Int)

  package var description: String {
    switch self {
    case .invalidPattern(let message, let offset): "\(message) (at character \(offset))"
    case .unsupportedPattern(let message, let offset): "not supported: \(message) (at character \(offset))"
    case .limitExceeded(let offset): "the search from byte \(offset) exceeded the limit on backtracking"
    case .engineFailure(let code, let offset): "the search from byte \(offset) failed (engine error \(code))"
    }
  }
}
