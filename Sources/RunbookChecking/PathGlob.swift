// Matches paths against a glob with slashes. Does not look at the disk.
//
// Names are matched by SystemFiles' NameGlob. SystemFiles' GitWildMatch joins them in another way: an ordered list of
// patterns, some of which take back what others select, and each covers what is below. This is one glob as a shell has
// it, with braces, which names what it matches and nothing else.
internal import SystemFiles

/// A glob over paths: `*` and `?` within a name, `**` over directories, `[a-z]`, `[!a-z]`, `{one,other}`.
///
/// A backslash takes away the next character's meaning. What is not closed (`[`, `{`) stands for itself, as in a
/// shell.
package struct PathGlob: Sendable {
  /// What one part between slashes stands for.
  enum Part: Sendable {
    /// `**`: any number of directories, none included.
    case directories
    case name(NameGlob)
  }

  /// What braces stand for, written out.
  let alternatives: [[Part]]
  let isAbsolute: Bool

  package init(_ text: String) {
    isAbsolute = text.utf8.first == UInt8(ascii: "/")
    alternatives = BraceExpansion.expand(Array(text.unicodeScalars)).map { pattern in
      pattern.split(separator: "/").filter { $0 != ["."] }.map { part in
        part == ["*", "*"] ? .directories : .name(NameGlob(asInShell: Array(part)))
      }
    }
  }

  /// Whether a text has characters that only a glob has.
  package static func isGlob(_ text: String) -> Bool {
    text.utf8.contains {
      [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "{")].contains($0)
    }
  }

  /// Whether all names of a path fit.
  func matches(_ names: [String]) -> Bool {
    let names = names.map { Array($0.unicodeScalars) }
    return alternatives.contains { Self.matches($0, names) }
  }

  /// `**` that has to take more is retried from its own place, the latest first.
  private static func matches(_ parts: [Part], _ names: [[Unicode.Scalar]]) -> Bool {
    var (part, position) = (0, 0)
    var retry: (part: Int, position: Int)?
    while position < names.count || part < parts.count {
      if part < parts.count {
        switch parts[part] {
        case .directories:
          retry = (part, position)
          part += 1
          continue
        case .name(let pattern):
          if position < names.count, pattern.matches(names[position]) {
            (part, position) = (part + 1, position + 1)
            continue
          }
        }
      }
      guard let star = retry, star.position < names.count else { return false }
      retry = (star.part, star.position + 1)
      (part, position) = (star.part + 1, star.position + 1)
    }
    return true
  }
}
