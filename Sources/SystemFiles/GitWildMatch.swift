// Matches relative paths against patterns in the manner of gitignore files. Knows no disk. Globs as a shell has them,
// for arguments of a command line, are RunbookChecking's PathGlob; both match names with NameGlob.
//
// The rules are those of Python's pathspec, style `gitwildmatch`:
// - Blank patterns and those that begin with `#` say nothing. White space around a pattern is dropped, but for a
//   space that a backslash precedes at the end. A lone `/` says nothing.
// - A leading `!` turns a pattern around: what it matches is not selected. The last pattern that matches decides.
// - A pattern without `/` (but at its end) matches a name at any depth, one with a `/` begins at the top.
// - What matches a directory matches everything below it; a `/` at the end matches only what is below.
// - `**` stands for any number of directories, `*` for part of a name, `?` for a character, `[…]` for one of a
//   set; `[!…]` and `[^…]` for one outside it. A backslash takes the next character literally.
// - A path is matched whole, whatever was said about the directories above it. So, unlike in git,
//   `!dir/keep.txt` selects a file below a directory that an earlier pattern excludes.

/// An ordered list of patterns.
package struct GitWildMatch: Sendable {
  /// A pattern that means nothing, with the reason.
  package struct InvalidPattern: Error, Sendable, Equatable {
    package let pattern: String
    package let reason: String
  }

  private let patterns: [Pattern]

  package init(_ texts: [String]) throws(InvalidPattern) {
    var patterns: [Pattern] = []
    for text in texts {
      if let pattern = try Pattern(text) { patterns.append(pattern) }
    }
    self.patterns = patterns
  }

  /// Whether the last pattern that matches a path selects it.
  ///
  /// - Parameter components: the names that lead to a file from the top, the file's own last.
  package func selects(_ components: [String]) -> Bool {
    let names = components.map { Array($0.unicodeScalars) }
    return patterns.last { $0.matches(names) }?.isSelecting ?? false
  }

  /// Whether every path below a directory is selected; false when that is not certain.
  package func selectsAll(below components: [String]) -> Bool {
    guard patterns.allSatisfy(\.isSelecting) else { return false }
    let names = components.map { Array($0.unicodeScalars) }
    return patterns.contains { $0.shortestMatch(names) != nil }
  }
}

extension GitWildMatch {
  /// One pattern, cut at its slashes.
  private struct Pattern: Sendable {
    enum Segment: Sendable {
      /// `**`: any number of names.
      case anyDepth
      case name(NameGlob)
    }

    let isSelecting: Bool
    private let segments: [Segment]
    /// Whether only what lies below counts: the pattern ended with `/` or `/**`.
    private let matchesBelowOnly: Bool

    /// Nil when the text says nothing.
    init?(_ text: String) throws(InvalidPattern) {
      var body = Self.trimmed(Array(text.unicodeScalars)[...])
      guard let first = body.first, first != "#" else { return nil }
      isSelecting = first != "!"
      if !isSelecting { body = body.dropFirst() }
      guard body != ["/"] else { return nil }
      guard !body.isEmpty else { throw InvalidPattern(pattern: text, reason: "it names nothing") }
      var parts = Self.parts(of: body)
      matchesBelowOnly = parts.count > 1 && (parts.last == [] || parts.last == Self.anyDepth)
      if matchesBelowOnly { parts.removeLast() }
      if matchesBelowOnly, parts == [Self.anyDepth] { parts = [["*"]] }
      segments = try Self.segments(parts, of: text)
    }

    private static let anyDepth: [Unicode.Scalar] = ["*", "*"]

    /// The names between the slashes, from the top: without the empty one before a leading slash, with a `**`
    /// before a name that may stand at any depth.
    private static func parts(of body: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
      var parts: [[Unicode.Scalar]] = []
      for part in body.split(separator: "/", omittingEmptySubsequences: false).map(Array.init)
      where part != anyDepth || parts.last != anyDepth {
        parts.append(part)
      }
      let isOneName = parts.count == 1 || (parts.count == 2 && parts[1] == [])
      if parts[0] == [] {
        parts.removeFirst()
      } else if isOneName, parts[0] != anyDepth {
        parts.insert(anyDepth, at: 0)
      }
      return parts
    }

    private static func segments(
      _ parts: [[Unicode.Scalar]], of text: String
    ) throws(InvalidPattern) -> [Segment] {
      var segments: [Segment] = []
      for part in parts {
        do {
          segments.append(part == anyDepth ? .anyDepth : .name(try NameGlob(part)))
        } catch {
          throw InvalidPattern(pattern: text, reason: error.reason)
        }
      }
      return segments
    }

    private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
      let start = text.drop(while: \.properties.isWhitespace)
      if start.suffix(2) == ["\\", " "] { return start }
      return start[..<((start.lastIndex { !$0.properties.isWhitespace } ?? start.startIndex - 1) + 1)]
    }

    func matches(_ names: [[Unicode.Scalar]]) -> Bool {
      guard let end = shortestMatch(names) else { return false }
      return matchesBelowOnly ? end < names.count : true
    }

    /// How many names, at least, the segments take from the top; nil when they do not match.
    ///
    /// Walks the segments once, keeping the set of places in the path that they can have come to.
    func shortestMatch(_ names: [[Unicode.Scalar]]) -> Int? {
      var places: Set<Int> = [0]
      for segment in segments {
        switch segment {
        case .anyDepth:
          guard let first = places.min() else { return nil }
          places = Set(first...names.count)
        case .name(let glob):
          places = Set(places.filter { $0 < names.count && glob.matches(names[$0]) }.map { $0 + 1 })
        }
      }
      return places.min()
    }
  }
}
