// Finds the matches of a Python regular expression in a text. Knows no rules and no findings.

internal import Glibc

/// A regular expression in Python 3.11's `re` syntax, matched as `re.finditer` matches on `str`.
///
/// It can be used from several threads at once. Patterns that Python refuses are refused; so are the few that
/// cannot be matched with the same results: caseless references to groups that can match letters, cased letters
/// beyond U+FFFF in caseless classes, counts above 65535, and what PCRE2 itself cannot compile.
package struct RegularExpression: Sendable {
  private let compiled: CompiledPattern
  private let required: UInt8?

  /// A byte that every match holds; texts without it are not searched.
  package var requiredByte: UInt8? { required }

  /// - Parameters:
  ///   - pattern: Python's syntax.
  ///   - flags: the flags that Python's `re.compile` would get.
  /// - Throws: ``RegularExpressionError`` with a message and an offset in code points.
  package init(
    python pattern: String, flags: PatternFlags = .ignoreCase
  ) throws(RegularExpressionError) {
    let (tree, groups) = try PatternParser.parse(pattern, flags: flags)
    compiled = try CompiledPattern(try PatternRenderer.render(tree, groups: groups))
    required = RequiredByte.find(in: tree)
  }

  /// Calls `body` with the byte range of each match, leftmost first, as `re.finditer` gives them.
  ///
  /// - Throws: ``RegularExpressionError/limitExceeded(offset:)`` when a search backtracks too much; the matches
  ///   before it have been reported.
  package func forEachMatch(
    in text: UTF8Span, _ body: (Range<Int>) -> Void
  ) throws(RegularExpressionError) {
    let bytes = text.span
    guard var next = nextRequired(in: bytes, from: 0) else { return }
    var search = try compiled.makeSearch()
    var position = 0
    var allowsEmpty = true
    while position <= bytes.count {
      if required != nil, next < position {
        guard let found = nextRequired(in: bytes, from: position) else { return }
        next = found
      }
      let match = try compiled.firstMatch(
        in: bytes, from: position, allowsEmptyAtStart: allowsEmpty, &search)
      guard let match else { return }
      body(match)
      // An empty match may not be found again; after another one, an empty one may follow where it ended.
      allowsEmpty = !match.isEmpty
      position = match.upperBound
    }
  }

  /// Where the required byte comes next; `position` itself if there is none to look for, nil if it is not found.
  private func nextRequired(in text: Span<UInt8>, from position: Int) -> Int? {
    guard let required else { return position }
    guard position < text.count else { return nil }
    // Safe: the search is limited to the bytes of the text from `position` on.
    return unsafe text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + position, Int32(required), bytes.count - position)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
