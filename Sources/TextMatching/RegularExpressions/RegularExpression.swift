// Finds the matches of a Python regular expression in a text. Knows no rules and no findings.

/// A regular expression in Python 3.11's `re` syntax, matched as `re.finditer` matches on `str`.
///
/// It can be used from several threads at once. Patterns that Python refuses are refused; so are the few that
/// cannot be matched with the same results: caseless references to groups that can match letters, cased letters
/// beyond U+FFFF in caseless classes, counts above 65535, and what PCRE2 itself cannot compile.
package struct RegularExpression: Sendable {
  let compiled: CompiledPattern
  let tree: PatternNode
  /// What every match holds, the rarest first.
  private let prefilters: [Prefilter]
  private var prefilter: Prefilter? { prefilters.first }
  /// The most bytes that a match can take; nil without a useful bound.
  package let longestMatch: Int?

  /// The byte that is looked for before the engine is asked, if it is a byte; every match holds it.
  package var requiredByte: UInt8? {
    if case .byte(let required)? = prefilter { required.byte } else { nil }
  }

  /// - Parameters:
  ///   - pattern: Python's syntax.
  ///   - flags: the flags that Python's `re.compile` would get.
  /// - Throws: ``RegularExpressionError`` with a message and an offset in code points.
  package init(
    python pattern: String, flags: PatternFlags = .ignoreCase
  ) throws(RegularExpressionError) {
    let (tree, groups) = try PatternParser.parse(pattern, flags: flags)
    compiled = try CompiledPattern(try PatternRenderer.render(tree, groups: groups))
    self.tree = tree
    prefilters = Prefilter.all(in: tree, groups: groups)
    let width = PatternWidth(of: tree, groups: groups)
    longestMatch = width.maximum <= Self.longestUsefulMatch ? width.maximum * 4 : nil
  }

  /// Calls `body` with the byte range of each match, leftmost first, as `re.finditer` gives them.
  ///
  /// - Throws: ``RegularExpressionError/limitExceeded(offset:)`` when a search backtracks too much; the matches
  ///   before it have been reported.
  package func forEachMatch(
    in text: UTF8Span, _ body: (Range<Int>) -> Void
  ) throws(RegularExpressionError) {
    var digits = DigitRuns()
    try forEachMatch(in: text, &digits, body)
  }

  /// The same, with what is known of the text's digits from the search for another pattern.
  package func forEachMatch(
    in text: UTF8Span, _ digits: inout DigitRuns, _ body: (Range<Int>) -> Void
  ) throws(RegularExpressionError) {
    let bytes = text.span
    if let prefilter {
      try search(bytes, with: prefilter, &digits, body)
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

  /// Searches from one place that the prefilter finds to the next; no match is empty.
  private func search(
    _ text: Span<UInt8>, with prefilter: Prefilter, _ digits: inout DigitRuns, _ body: (Range<Int>) -> Void
  ) throws(RegularExpressionError) {
    guard var next = prefilter.next(in: text, from: 0, &digits) else { return }
    let lead = prefilter.lead
    var search = try compiled.makeSearch(isLimited: lead != nil)
    var position = 0
    var reach = Self.shortestReach
    while true {
      if next < position {
        guard let found = prefilter.next(in: text, from: position, &digits) else { return }
        next = found
      }
      let window = Self.window(around: next, of: prefilter, reach: reach, from: position, in: text)
      let match = try compiled.firstMatch(
        in: text, from: window.lowerBound, through: window.upperBound, allowsEmpty: true, &search)
      if let match {
        body(match)
        position = match.upperBound
      } else {
        guard lead != nil else { return }
        // Texts that are full of what is looked for are not searched piece by piece.
        reach = window.lowerBound == position ? min(reach * 2, Self.longestReach) : Self.shortestReach
        position = Self.characterStart(from: window.upperBound + 1, in: text)
      }
    }
  }

  /// Code points; longer matches are looked for everywhere.
  private static let longestUsefulMatch = 1000

  /// How many bytes beyond what the prefilter found a match may begin.
  private static let shortestReach = 16
  private static let longestReach = 4096

  /// Where a match can begin that holds what the prefilter found at `next` or a little later.
  private static func window(
    around next: Int, of prefilter: Prefilter, reach: Int, from position: Int, in text: Span<UInt8>
  ) -> ClosedRange<Int> {
    guard let lead = prefilter.lead else { return position...text.count }
    let start = max(position, prefilter.start(before: next, lead: lead, in: text))
    return start...max(start, min(next + reach, text.count))
  }

  /// `position`, or the beginning of the next character if it is within one.
  private static func characterStart(from position: Int, in text: Span<UInt8>) -> Int {
    var position = position
    while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
    return position
  }
}

extension RegularExpression {
  /// What comes after a match in a part of a text.
  package enum Continuation: Sendable { case next, nextPart }

  /// Calls `body` with the number of a part of a text and a match in it, as if each part were a text of its own.
  ///
  /// - Parameters:
  ///   - parts: byte ranges between characters, in order and apart.
  ///   - body: says whether further matches in the same part are wanted.
  /// - Throws: ``RegularExpressionError/limitExceeded(offset:)`` when a part was given up; the others were searched.
  package func forEachMatch(
    in text: UTF8Span, parts: [Range<Int>], _ body: (Int, Range<Int>) -> Continuation
  ) throws(RegularExpressionError) {
    let bytes = text.span
    var search = try compiled.makeSearch(isLimited: false)
    var failure: RegularExpressionError?
    var digits = DigitRuns()
    var hit = 0
    for (index, part) in parts.enumerated() {
      if let prefilter {
        if hit < part.lowerBound || index == 0 {
          guard let next = prefilter.next(in: bytes, from: part.lowerBound, &digits) else { break }
          hit = next
        }
        if hit >= part.upperBound { continue }
      }
      do throws(RegularExpressionError) {
        try searchPart(bytes.extracting(part), &search) { match in
          body(index, part.lowerBound + match.lowerBound..<part.lowerBound + match.upperBound)
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  private func searchPart(
    _ part: Span<UInt8>, _ search: inout CompiledPattern.Search, _ body: (Range<Int>) -> Continuation
  ) throws(RegularExpressionError) {
    var position = 0
    var allowsEmpty = true
    while let match = try compiled.firstMatch(in: part, from: position, allowsEmpty: allowsEmpty, &search) {
      if body(match) == .nextPart { return }
      allowsEmpty = !match.isEmpty
      position = match.upperBound
    }
  }
}

extension RegularExpression {
  /// Calls `body` with each match that begins in one of some parts of a text, leftmost first; none is empty.
  ///
  /// - Parameters:
  ///   - parts: byte ranges, in order and apart; a match may end beyond its part.
  ///   - digits: what is known of the text's digits from the search for another pattern.
  /// - Throws: ``RegularExpressionError/limitExceeded(offset:)`` when a search backtracks too much.
  package func forEachMatch(
    in text: UTF8Span, startingIn parts: [Range<Int>], _ digits: inout DigitRuns, _ body: (Range<Int>) -> Void
  ) throws(RegularExpressionError) {
    let bytes = text.span
    var hits = PrefilterHits(of: prefilters)
    // Most patterns find nothing in most texts: nothing is prepared before something may be there.
    let first = parts.firstIndex {
      hits.allow(from: $0.lowerBound, through: $0.upperBound, in: bytes, &digits)
    }
    guard let first else { return }
    var search = try compiled.makeSearch(isLimited: true)
    var position = 0
    for part in parts[first...] {
      position = Self.characterStart(from: max(position, part.lowerBound), in: bytes)
      while position <= part.upperBound,
        hits.allow(from: position, through: part.upperBound, in: bytes, &digits)
      {
        guard
          let match = try compiled.firstMatch(
            in: bytes, from: position, through: part.upperBound, allowsEmpty: false, &search)
        else { break }
        body(match)
        position = max(match.upperBound, position + 1)
      }
    }
  }

  /// Calls `body` with each match that begins at one of some places, leftmost first.
  ///
  /// - Parameters:
  ///   - places: byte offsets between characters, in order; all at which a match can begin.
  ///   - digits: what is known of the text's digits from the search for another pattern.
  /// - Throws: ``RegularExpressionError/limitExceeded(offset:)`` when a search backtracks too much.
  package func forEachMatch(
    in text: UTF8Span, startingAt places: [Int], _ digits: inout DigitRuns, _ body: (Range<Int>) -> Void
  ) throws(RegularExpressionError) {
    let bytes = text.span
    var hits = PrefilterHits(of: prefilters)
    guard let first = places.firstIndex(where: { hits.allow(from: $0, through: $0, in: bytes, &digits) })
    else { return }
    var search = try compiled.makeSearch(isLimited: true)
    var position = 0
    for place in places[first...] where place >= position {
      guard hits.allow(from: place, through: place, in: bytes, &digits) else { continue }
      guard
        let match = try compiled.firstMatch(
          in: bytes, from: place, through: place, allowsEmpty: false, &search)
      else { continue }
      body(match)
      position = match.upperBound
    }
  }

  /// Whether a byte that is rare in most texts leads to the matches.
  var hasRarePrefilter: Bool {
    guard case .byte(let required)? = prefilter else { return false }
    return required.lead != nil && required.isVeryRare
  }

  /// Whether bytes in a row lead to the matches, of which the rarest is frequent.
  var hasLiteralPrefilter: Bool { if case .literal? = prefilter { true } else { false } }
}

extension RegularExpression {
  /// Why a pattern can't be used, or should not be; nil when it can.
  package static func fault(inPython pattern: String) -> String? {
    do {
      let (tree, groups) = try PatternParser.parse(pattern, flags: .ignoreCase)
      if let reason = PatternContradiction.find(in: tree, groups: groups) {
        return "it can never match: it asks for \(reason)"
      }
      let expression = try RegularExpression(python: pattern)
      return PatternProbe.slowText(for: expression.compiled, written: pattern).map {
        "it takes time that doubles with every character of a text such as '\($0)'; let no repetition stand in "
          + "another one that can take the same characters"
      }
    } catch {
      return "\(error)"
    }
  }
}
