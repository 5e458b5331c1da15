// Tells comments and strings of a program from the rest of it. Knows no grammar.
internal import RulesetModel

/// The comments and strings of one source file.
struct SourceLexer: Sendable {
  struct Part: Sendable, Equatable {
    let range: Range<Int>
    /// Nil for text that is no program.
    let lexicalClass: LexicalClass?
  }

  /// In order and apart.
  let parts: [Part]

  init(_ text: Span<UInt8>, language: String) {
    var scan = Scan(rules: LexicalRules.of(language))
    scan.run(over: text)
    parts = scan.parts
  }

  /// The class of what stands at a place.
  func lexicalClass(at position: Int, in text: Span<UInt8>) -> LexicalClass? {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    if low < parts.count, parts[low].range.contains(position) { return parts[low].lexicalClass }
    let byte = text[position]
    let isWord =
      byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
      || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`")
    return isWord ? .identifier : nil
  }

  private struct Scan {
    let rules: LexicalRules
    var parts: [Part] = []

    mutating func run(over text: Span<UInt8>) {
      var position = rules.isEmbedded ? skipMarkup(text, from: 0) : 0
      while position < text.count {
        if rules.isEmbedded, Self.holds(text, Array("?>".utf8), at: position) {
          position = skipMarkup(text, from: position)
        } else {
          position = take(text, at: position)
        }
      }
    }

    /// Takes a comment, a string or one byte of something else; gives where to go on.
    private mutating func take(_ text: Span<UInt8>, at position: Int) -> Int {
      for mark in rules.lineComments where Self.holds(text, mark, at: position) {
        // `#[` begins an attribute of PHP.
        if rules.isEmbedded, mark.count == 1, position + 1 < text.count, text[position + 1] == 0x5B {
          continue
        }
        return add(.comment, position..<lineEnd(of: text, from: position))
      }
      for comment in rules.blockComments where Self.holds(text, comment.open, at: position) {
        return add(.comment, position..<end(of: comment, in: text, from: position + comment.open.count))
      }
      for quote in rules.quotes where Self.holds(text, quote.open, at: position) {
        return add(.string, position..<end(of: quote, in: text, from: position + quote.open.count))
      }
      return position + 1
    }

    private mutating func add(_ lexicalClass: LexicalClass?, _ range: Range<Int>) -> Int {
      parts.append(Part(range: range, lexicalClass: lexicalClass))
      return range.upperBound
    }

    /// Skips what is not between `<?` and `?>`.
    private mutating func skipMarkup(_ text: Span<UInt8>, from start: Int) -> Int {
      var position = start
      while position < text.count, !Self.holds(text, Array("<?".utf8), at: position) { position += 1 }
      if position > start { _ = add(nil, start..<position) }
      return min(text.count, position + 2)
    }

    private func lineEnd(of text: Span<UInt8>, from start: Int) -> Int {
      var position = start
      while position < text.count, text[position] != 0x0A {
        if rules.isEmbedded, Self.holds(text, Array("?>".utf8), at: position) { return position }
        position += 1
      }
      return position
    }

    private func end(of comment: LexicalRules.Comment, in text: Span<UInt8>, from start: Int) -> Int {
      var position = start
      var depth = 1
      while position < text.count {
        if Self.holds(text, comment.close, at: position) {
          depth -= 1
          position += comment.close.count
          if depth == 0 { return position }
        } else if comment.nests, Self.holds(text, comment.open, at: position) {
          depth += 1
          position += comment.open.count
        } else {
          position += 1
        }
      }
      return text.count
    }

    private func end(of quote: LexicalRules.Quote, in text: Span<UInt8>, from start: Int) -> Int {
      var position = start
      while position < text.count {
        let byte = text[position]
        if byte == 0x0A, !quote.spansLines { return position }
        if byte == 0x5C, case .backslash = quote.escape {
          position += 2
        } else if Self.holds(text, quote.close, at: position) {
          let after = position + quote.close.count
          guard case .doubling = quote.escape, Self.holds(text, quote.close, at: after) else { return after }
          position = after + quote.close.count
        } else {
          position += 1
        }
      }
      return text.count
    }

    private static func holds(_ text: Span<UInt8>, _ mark: [UInt8], at position: Int) -> Bool {
      guard position + mark.count <= text.count else { return false }
      for (offset, byte) in mark.enumerated() where text[position + offset] != byte { return false }
      return true
    }
  }
}
