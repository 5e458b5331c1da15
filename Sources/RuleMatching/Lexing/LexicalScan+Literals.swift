// Where strings, characters and regular expressions end, language by language. Knows no comments.
internal import RulesetModel

extension LexicalScan {
  /// Takes what is written as a literal; nil where none begins.
  mutating func literal(_ text: Span<UInt8>, at position: Int) -> Int? {
    let byte = text[position]
    for feature in rules.features {
      let next: Int? =
        switch feature {
        case .regularExpressions: byte == 0x2F ? regularExpression(text, at: position) : nil
        case .markup: byte == 0x3C ? element(text, at: position) : nil
        case .python: pythonString(text, at: position)
        case .phpDocuments: byte == 0x3C ? phpDocument(text, at: position) : nil
        case .ruby: rubyLiteral(text, at: position)
        case .rust: rustLiteral(text, at: position)
        case .swift: byte == 0x23 ? hashedString(text, at: position, hashes: position) : nil
        case .csharp: csharpString(text, at: position)
        }
      if let next { return next }
    }
    for quote in rules.quotes where text.holds(quote.open, at: position) {
      return string(quote, text, from: position + quote.open.count, start: position)
    }
    return nil
  }

  /// Takes a string, or the rest of it, up to its end or to code inside of it.
  ///
  /// - Parameters:
  ///   - from: Behind the mark.
  ///   - start: Where the part begins.
  mutating func string(
    _ quote: LexicalRules.Quote, _ text: Span<UInt8>, from: Int, start first: Int
  ) -> Int {
    var (position, start) = (from, first)
    while position < text.count {
      let byte = text[position]
      if byte == 0x0A, !quote.spansLines { break }
      if let next = interpolation(in: quote, text, at: position, start: start) { return next }
      if byte == 0x24, quote.namesVariables, let next = text.byte(position + 1), ByteClass.isWord(next),
        next &- 0x30 >= 10
      {
        _ = add(quote.lexicalClass, start..<position)
        position = text.wordEnd(from: position + 1)
        start = position
        continue
      }
      if byte == 0x5C, escapes(quote, text, at: position) {
        position += 2
      } else if text.holds(quote.close, at: position) {
        let after = position + quote.close.count
        guard quote.escape == .doubling || quote.escape == .sql, text.holds(quote.close, at: after) else {
          return end(quote, text, start..<after)
        }
        position = after + quote.close.count
      } else {
        position += doubledBrace(in: quote, text, at: position) ? 2 : 1
      }
    }
    return end(quote, text, start..<min(position, text.count))
  }

  private mutating func end(_ quote: LexicalRules.Quote, _ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    previous = .value
    isAtLineStart = false
    return add(quote.lexicalClass, range)
  }

  private func escapes(_ quote: LexicalRules.Quote, _ text: Span<UInt8>, at position: Int) -> Bool {
    switch quote.escape {
    case .backslash: return true
    case .none, .doubling: return false
    case .sql:
      // MySQL's `'it\'s'` against the standard's `'C:\'`, behind which a value or a statement ends.
      guard text.byte(position + 1) == 0x27 else { return true }
      var after = position + 2
      while let byte = text.byte(after), ByteClass.isSpace(byte) { after += 1 }
      guard let byte = text.byte(after) else { return false }
      return byte != UInt8(ascii: ",") && byte != UInt8(ascii: ")") && byte != UInt8(ascii: ";")
    }
  }

  private func doubledBrace(in quote: LexicalRules.Quote, _ text: Span<UInt8>, at position: Int) -> Bool {
    quote.interpolations.contains {
      $0.isDoubled && text.holds($0.open, at: position) && text.holds($0.open, at: position + $0.open.count)
    }
  }

  private mutating func interpolation(
    in quote: LexicalRules.Quote, _ text: Span<UInt8>, at position: Int, start: Int
  ) -> Int? {
    for interpolation in quote.interpolations where text.holds(interpolation.open, at: position) {
      if doubledBrace(in: quote, text, at: position) || frames.count >= Self.greatestDepth { return nil }
      _ = add(quote.lexicalClass, start..<position)
      frames.append(Frame(outside: .string(quote), brackets: interpolation.brackets))
      previous = .none
      // The mark of a variable belongs to its name.
      return position + interpolation.open.count - (interpolation == .phpVariable ? 1 : 0)
    }
    return nil
  }

  // MARK: Regular expressions

  /// A regular expression is no longer, in bytes; minified programs of one line would be gone through again and again.
  private static let longestExpression = 4096

  private mutating func regularExpression(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard expressionMayBegin(text, at: start) else { return nil }
    var position = start + 1
    var isInClass = false
    while let byte = text.byte(position), byte != 0x0A, position - start < Self.longestExpression {
      switch byte {
      case 0x5C: position += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case 0x2F where !isInClass: return addLiteral(start..<text.wordEnd(from: position + 1))
      default: break
      }
      position += 1
    }
    return nil
  }

  // MARK: Python

  private mutating func pythonString(_ text: Span<UInt8>, at start: Int) -> Int? {
    var mark = start
    while mark < start + 2, let byte = text.byte(mark), Array("rRbBuUfFtT".utf8).contains(byte) { mark += 1 }
    guard mark == start || !ByteClass.isWord(text.byte(start - 1) ?? 0x20),
      let found = rules.quotes.first(where: { text.holds($0.open, at: mark) })
    else { return nil }
    let isFormatted = (start..<mark).contains { text[$0] | 0x20 == 0x66 || text[$0] | 0x20 == 0x74 }
    var quote = found
    if isFormatted { quote.interpolations = [.brace] }
    if !isFormatted, statementBegins {
      // Nobody uses the value: it documents what stands around it.
      quote.lexicalClass = .comment
      let count = parts.count
      let end = string(quote, text, from: mark + quote.open.count, start: start)
      if lineEnds(text, at: end) { return end }
      parts.removeLast(parts.count - count)
      quote.lexicalClass = .string
    }
    return string(quote, text, from: mark + quote.open.count, start: start)
  }

  // MARK: Rust and Swift

  private mutating func rustLiteral(_ text: Span<UInt8>, at start: Int) -> Int? {
    if text[start] == 0x27 { return rustCharacter(text, at: start) }
    guard !ByteClass.isWord(text.byte(start - 1) ?? 0x20) else { return nil }
    let marks = ["br", "cr", "r"].map { Array($0.utf8) }
    guard let mark = marks.first(where: { text.holds($0, at: start) }) else { return nil }
    return hashedString(text, at: start, hashes: start + mark.count)
  }

  /// `'a'`, `'\n'`; nil for a lifetime.
  private mutating func rustCharacter(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard let first = text.byte(start + 1), first != 0x0A else { return nil }
    if first == 0x5C {
      let end = text.place(of: 0x27, from: start + 3)
      return end < text.count && end < start + 14 ? addLiteral(start..<end + 1) : nil
    }
    var end = start + 2
    while end < start + 5, let byte = text.byte(end), byte & 0xC0 == 0x80 { end += 1 }
    return text.byte(end) == 0x27 ? addLiteral(start..<end + 1) : nil
  }

  /// Rust allows as many.
  private static let mostHashes = 255

  /// A string between quotes and as many `#` as in front; nothing in it is escaped.
  private mutating func hashedString(_ text: Span<UInt8>, at start: Int, hashes: Int) -> Int? {
    var position = hashes
    while text.byte(position) == 0x23, position - hashes < Self.mostHashes { position += 1 }
    guard text.byte(position) == 0x22 else { return nil }
    let number = Array(repeating: UInt8(0x23), count: position - hashes)
    let isTripled = rules.has(.swift) && text.holds([0x22, 0x22, 0x22], at: position)
    let quotes = Array(repeating: UInt8(0x22), count: isTripled ? 3 : 1)
    let end = self.position(behind: quotes + number, in: text, from: position + quotes.count)
    return addLiteral(start..<end)
  }

  // MARK: C#

  private mutating func csharpString(_ text: Span<UInt8>, at start: Int) -> Int? {
    var position = start
    var (dollars, isVerbatim) = (0, false)
    while let byte = text.byte(position), byte == 0x24 || byte == 0x40, position < start + 8 {
      if byte == 0x24 { dollars += 1 } else { isVerbatim = true }
      position += 1
    }
    guard text.byte(position) == 0x22 else { return nil }
    var count = 0
    while text.byte(position + count) == 0x22 { count += 1 }
    let isRaw = count >= 3 && !isVerbatim
    guard isRaw || position > start else { return nil }
    let mark = Array(repeating: UInt8(0x22), count: isRaw ? count : 1)
    let braces = LexicalRules.Interpolation(
      String(repeating: "{", count: isRaw ? max(1, dollars) : 1), isDoubled: !isRaw)
    let quote = LexicalRules.Quote(
      open: mark, close: mark, isRaw ? .none : isVerbatim ? .doubling : .backslash,
      spansLines: isRaw || isVerbatim,
      dollars > 0 ? [braces] : [])
    return string(quote, text, from: position + mark.count, start: start)
  }
}
