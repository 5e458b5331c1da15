// A name that may hold wildcards. Knows nothing of what the names stand for.

/// A name or a pattern: `*` stands for any characters but `/`, `**` for any characters at all.
///
/// The same as in policies. Bytes are compared, so names that only look alike differ.
struct NameWildcards: Sendable, Hashable {
  let text: String
  private let tokens: [Token]

  private enum Token: Sendable, Hashable {
    case byte(UInt8)
    case anyInSegment
    case anything
  }

  init(_ text: some StringProtocol) {
    self.text = String(text)
    var tokens: [Token] = []
    for byte in text.utf8 {
      if byte != UInt8(ascii: "*") {
        tokens.append(.byte(byte))
      } else if tokens.last == .anyInSegment || tokens.last == .anything {
        tokens[tokens.count - 1] = .anything
      } else {
        tokens.append(.anyInSegment)
      }
    }
    self.tokens = tokens
  }

  /// Whether it can stand for more than one name.
  var hasWildcard: Bool { text.utf8.contains(UInt8(ascii: "*")) }

  /// Whether it stands for a name.
  ///
  /// What a `*` has to take in addition is tried first, then what the last `**` has to take; an earlier wildcard
  /// never needs to take more than it did. So the time is at most the square of the name's length.
  func matches(_ name: some StringProtocol) -> Bool {
    let name = name.utf8
    var position = name.startIndex
    var token = 0
    var star: (token: Int, position: String.Index)?
    var anything: (token: Int, position: String.Index)?
    while true {
      if token < tokens.count, tokens[token] == .anything {
        anything = (token + 1, position)
        star = nil
        token += 1
      } else if token < tokens.count, tokens[token] == .anyInSegment {
        star = (token + 1, position)
        token += 1
      } else if token == tokens.count, position == name.endIndex {
        return true
      } else if position < name.endIndex, token < tokens.count, tokens[token] == .byte(name[position]) {
        name.formIndex(after: &position)
        token += 1
      } else if let last = star, last.position < name.endIndex, name[last.position] != UInt8(ascii: "/") {
        star = (last.token, name.index(after: last.position))
        (token, position) = (last.token, name.index(after: last.position))
      } else if let last = anything, last.position < name.endIndex {
        star = nil
        anything = (last.token, name.index(after: last.position))
        (token, position) = (last.token, name.index(after: last.position))
      } else {
        return false
      }
    }
  }
}
