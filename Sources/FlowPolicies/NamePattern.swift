// A name in a policy, which may hold wildcards. Knows nothing of what the names stand for.
//
// These are no globs of SystemFiles: a name is an id or a type, one text with slashes in it, which `*` stops at and `**`
// crosses; sets and escapes have no use, since ids hold none of those characters, and bytes are compared, not characters.
package import Diagnostics

/// A name or a pattern: `*` stands for any characters but `/`, `**` for any characters at all.
package struct NamePattern: Hashable, Sendable {
  package let text: String
  /// Where the policy writes it.
  package private(set) var span: SourceSpan

  package init(_ text: String, at span: SourceSpan) {
    self.text = text
    self.span = span
  }

  /// Whether it can stand for more than one name.
  package var hasWildcard: Bool { text.utf8.contains(UInt8(ascii: "*")) }

  /// Whether it stands for a name; bytes are compared, so names that only look alike differ.
  ///
  /// - Complexity: O(pattern × name).
  package func matches(_ name: String) -> Bool {
    guard hasWildcard else { return text.utf8.elementsEqual(name.utf8) }
    let name = Array(name.utf8)
    // Which prefixes of the name the part of the pattern read so far stands for.
    var reachable = [Bool](repeating: false, count: name.count + 1)
    reachable[0] = true
    for token in tokens {
      reachable = Self.advance(reachable, over: name, token)
    }
    return reachable[name.count]
  }

  func moved(to source: SourceID) -> NamePattern { NamePattern(text, at: span.moved(to: source)) }

  private enum Token {
    case byte(UInt8)
    /// Any characters but `/`, or any at all.
    case any(crossesSlash: Bool)
  }

  private var tokens: [Token] {
    var tokens: [Token] = []
    for byte in text.utf8 {
      guard byte == UInt8(ascii: "*") else {
        tokens.append(.byte(byte))
        continue
      }
      if case .any? = tokens.last {
        tokens[tokens.count - 1] = .any(crossesSlash: true)
      } else {
        tokens.append(.any(crossesSlash: false))
      }
    }
    return tokens
  }

  private static func advance(_ before: [Bool], over name: [UInt8], _ token: Token) -> [Bool] {
    var after = [Bool](repeating: false, count: before.count)
    switch token {
    case .byte(let byte):
      for index in name.indices where before[index] && name[index] == byte { after[index + 1] = true }
    case .any(let crossesSlash):
      after[0] = before[0]
      for index in name.indices {
        let goesOn = after[index] && (crossesSlash || name[index] != UInt8(ascii: "/"))
        after[index + 1] = before[index + 1] || goesOn
      }
    }
    return after
  }
}

extension SourceSpan {
  /// The same bytes of the same file, which has another number in another collection.
  func moved(to source: SourceID) -> SourceSpan { SourceSpan(source: source, start: start, end: end) }
}
