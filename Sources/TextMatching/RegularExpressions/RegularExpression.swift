// Finds the matches of a Python regular expression in a text. Knows no rules and no findings.

import Glibc

/// A regular expression in Python 3.11's `re` syntax, matched as `re.finditer` matches on `str`.
///
/// It can be used from several threads at once. Patterns that Python refuses are refused; so are the few that
/// cannot be matched with the same results: caseless references to groups that can match letters, cased letters
/// beyond U+FFFF in caseless classes, counts above 65535, and what PCRE2 itself cannot compile.
package struct RegularExpression: Sendable {
  private let compiled: CompiledPattern
  private let required: RequiredByte?

  /// A byte that every match holds; texts without it are not searched.
  package var requiredByte: UInt8? { required?.byte }

  /// - Parameters:
  ///   - pattern: Python's syntax.
  ///   - flags: the flags that Python's `re.compile` would get.
  /// - Throws: ``RegularExpressionError`` with a message and an offset in code points.
  package init(
    python pattern: String, flags: PatternFlags = .ignoreCase
  ) throws(RegularExpressionError) {
    let (tree, groups) = try PatternParser.parse(pattern, flags: flags)
    compiled = try CompiledPattern(try PatternRenderer.render(tree, groups: groups))
    required = RequiredByte(in: tree, groups: groups)
  }

  /// Calls `body` with the byte range of each match, leftmost first, as `re.finditer` gives them.
  ///
  /// - Throws: ``RegularExpressionError/limitExceeded(offset:)`` when a search backtracks too much; the matches
  ///   before it have been reported.
  package func forEachMatch(
    in text: UTF8Span, _ body: (Range<Int>) -> Void
  ) throws(RegularExpressionError) {
    let bytes = text.span
    if let required {
      try search(bytes, for: required, body)
    } else {
      try search(bytes, body)
    }
  }

  /// Searches all of the text.
  private func search(_ text: Span<UInt8>, _ body: (Range<Int>) -> Void) throws(RegularExpressionError) {
    var search = try compiled.makeSearch(isLimited: false)
    var position = 0
    var allowsEmpty = true
    while let match = try compiled.firstMatch(in: text, from: position, allowsEmpty: allowsEmpty, &search) {
      body(match)
      // An empty match may not be found again; after another one, an empty one may follow where it ended.
      allowsEmpty = !match.isEmpty
      position = match.upperBound
    }
  }

  /// Searches from one occurrence of the required byte to the next; no match is empty.
  private func search(
    _ text: Span<UInt8>, for required: RequiredByte, _ body: (Range<Int>) -> Void
  ) throws(RegularExpressionError) {
    guard var next = Self.next(required.byte, in: text, from: 0) else { return }
    var search = try compiled.makeSearch(isLimited: required.lead != nil)
    var position = 0
    while true {
      if next < position {
        guard let found = Self.next(required.byte, in: text, from: position) else { return }
        next = found
      }
      let window = Self.window(around: next, lead: required.lead, from: position, in: text)
      let match = try compiled.firstMatch(
        in: text, from: window.lowerBound, through: window.upperBound, allowsEmpty: true, &search)
      if let match {
        body(match)
        position = match.upperBound
      } else {
        guard required.lead != nil else { return }
        position = Self.characterStart(from: window.upperBound + 1, in: text)
      }
    }
  }

  /// Where a match can begin that holds the required byte at `next` or a little later.
  private static func window(
    around next: Int, lead: Int?, from position: Int, in text: Span<UInt8>
  ) -> ClosedRange<Int> {
    guard let lead else { return position...text.count }
    // The few bytes beyond keep texts that are full of the byte from being searched one by one.
    let start = characterStart(from: max(position, next - lead), in: text)
    return start...max(start, min(next + 16, text.count))
  }

  /// `position`, or the beginning of the next character if it is within one.
  private static func characterStart(from position: Int, in text: Span<UInt8>) -> Int {
    var position = position
    while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
    return position
  }

  /// Where a byte comes next; nil if it does not.
  private static func next(_ byte: UInt8, in text: Span<UInt8>, from position: Int) -> Int? {
    guard position < text.count else { return nil }
    // Safe: the search is limited to the bytes of the text from `position` on.
    return unsafe text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + position, Int32(byte), bytes.count - position)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}

extension RegularExpression {
  /// Why a pattern can't be used; nil when it can.
  package static func fault(inPython pattern: String) -> String? {
    do {
      _ = try RegularExpression(python: pattern)
      return nil
    } catch {
      return "\(error)"
    }
  }
}
