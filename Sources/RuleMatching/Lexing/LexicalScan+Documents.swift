// Strings that go on for lines up to a word: the documents of PHP and Ruby, and Ruby's other literals.
internal import RulesetModel

/// A document of Ruby that begins with the next line.
struct HereDocument {
  let word: [UInt8]
  let mayBeIndented: Bool
  let interpolation: LexicalRules.Interpolation?
}

extension LexicalScan {
  /// The line that is nothing but a word; the range of that word, or the end of the text.
  private func closing(
    _ word: [UInt8], _ text: Span<UInt8>, from start: Int, mayBeIndented: Bool, mayGoOn: Bool
  ) -> Range<Int> {
    var line = start
    while line < text.count {
      var position = line
      while mayBeIndented, text.byte(position) == 0x20 || text.byte(position) == 0x09 { position += 1 }
      let end = position + word.count
      if text.holds(word, at: position) {
        let next = text.byte(end)
        let isWhole =
          mayGoOn ? next.map { !ByteClass.isWord($0) } ?? true : next == nil || next == 0x0A || next == 0x0D
        if isWhole { return position..<end }
      }
      line = text.place(of: 0x0A, from: line) + 1
    }
    return text.count..<text.count
  }

  /// Adds a text with the code in it left out.
  private mutating func addDocument(
    _ range: Range<Int>, _ text: Span<UInt8>, _ interpolations: [LexicalRules.Interpolation],
    namesVariables: Bool
  ) {
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      let found = interpolations.first { text.holds($0.open, at: position) }
      let isVariable =
        namesVariables && text[position] == 0x24
        && text.byte(position + 1).map { ByteClass.isWord($0) && $0 &- 0x30 >= 10 } == true
      if text[position] == 0x5C {
        position += 2
      } else if let found {
        _ = add(.string, start..<position)
        position = closingBracket(found, text, from: position + found.open.count, before: range.upperBound)
        start = position
      } else if isVariable {
        _ = add(.string, start..<position)
        position = min(text.wordEnd(from: position + 1), range.upperBound)
        start = position
      } else {
        position += 1
      }
    }
    if start < range.upperBound { _ = add(.string, start..<range.upperBound) }
  }

  private func closingBracket(
    _ interpolation: LexicalRules.Interpolation, _ text: Span<UInt8>, from start: Int, before end: Int
  ) -> Int {
    var depth = 0
    for position in start..<max(start, end) {
      if text[position] == interpolation.brackets.0 { depth += 1 }
      guard text[position] == interpolation.brackets.1 else { continue }
      if depth == 0 { return position }
      depth -= 1
    }
    return end
  }

  /// A word, in quotes or not, and the quote.
  private func delimiter(_ text: Span<UInt8>, at start: Int) -> (word: [UInt8], quote: UInt8?, end: Int)? {
    var quote: UInt8?
    if let byte = text.byte(start), byte == 0x22 || byte == 0x27 { quote = byte }
    let first = quote == nil ? start : start + 1
    let end = text.wordEnd(from: first)
    guard end > first, text[first] &- 0x30 >= 10 else { return nil }
    if let quote, text.byte(end) != quote { return nil }
    return (Array(text.text(first..<end).utf8), quote, quote == nil ? end : end + 1)
  }

  // MARK: PHP

  mutating func phpDocument(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard text.holds([0x3C, 0x3C, 0x3C], at: start) else { return nil }
    var position = start + 3
    while text.byte(position) == 0x20 || text.byte(position) == 0x09 { position += 1 }
    guard let (word, quote, end) = delimiter(text, at: position) else { return nil }
    let body = text.place(of: 0x0A, from: end) + 1
    guard body <= text.count else { return nil }
    let close = closing(word, text, from: body, mayBeIndented: true, mayGoOn: true)
    let isCode = quote != 0x27
    addDocument(
      start..<close.upperBound, text, isCode ? [.phpVariable, .dollar] : [], namesVariables: isCode)
    previous = .value
    return close.upperBound
  }

  // MARK: Ruby

  mutating func rubyLiteral(_ text: Span<UInt8>, at position: Int) -> Int? {
    switch text[position] {
    case UInt8(ascii: "<"): rubyDocument(text, at: position)
    case UInt8(ascii: "%"): percentLiteral(text, at: position)
    case UInt8(ascii: "?"): rubyCharacter(text, at: position)
    case UInt8(ascii: "_"): rubyEnd(text, at: position)
    default: nil
    }
  }

  private mutating func rubyDocument(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard text.byte(start + 1) == 0x3C, pendingDocuments.count < 100 else { return nil }
    let sign = text.byte(start + 2)
    let isMarked = sign == UInt8(ascii: "~") || sign == UInt8(ascii: "-")
    guard let (word, quote, end) = delimiter(text, at: start + (isMarked ? 3 : 2)) else { return nil }
    // `list <<ITEM` adds to a list.
    let isCapital = word.first.map { $0 &- 0x41 < 26 } ?? false
    guard expressionMayBegin(text, at: start), isMarked || isCapital || quote != nil else { return nil }
    pendingDocuments.append(
      HereDocument(word: word, mayBeIndented: isMarked, interpolation: quote == 0x27 ? nil : .number))
    return addLiteral(start..<end)
  }

  /// Takes the documents that begin with a line; gives where code goes on.
  mutating func takeDocuments(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    for document in pendingDocuments where position < text.count {
      let close = closing(
        document.word, text, from: position, mayBeIndented: document.mayBeIndented, mayGoOn: false)
      addDocument(
        position..<close.upperBound, text, document.interpolation.map { [$0] } ?? [], namesVariables: false)
      position = min(text.count, text.place(of: 0x0A, from: close.upperBound))
    }
    pendingDocuments = []
    previous = .none
    return min(position, text.count)
  }

  /// `%w[a b]`, `%(text)`, `%r{a/b}`.
  private mutating func percentLiteral(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard expressionMayBegin(text, at: start) else { return nil }
    var position = start + 1
    if let letter = text.byte(position), Array("qQwWiIrsx".utf8).contains(letter) { position += 1 }
    guard let open = text.byte(position), open > 0x20, !ByteClass.isWord(open), open != 0x3D else {
      return nil
    }
    let pairs: [UInt8: UInt8] = [0x28: 0x29, 0x5B: 0x5D, 0x7B: 0x7D, 0x3C: 0x3E]
    let close = pairs[open] ?? open
    var depth = 0
    position += 1
    while let byte = text.byte(position) {
      if byte == 0x5C {
        position += 1
      } else if byte == close {
        if depth == 0 { return addLiteral(start..<position + 1) }
        depth -= 1
      } else if byte == open {
        depth += 1
      }
      position += 1
    }
    return addLiteral(start..<text.count)
  }

  /// `?"`
  private mutating func rubyCharacter(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard expressionMayBegin(text, at: start), let character = text.byte(start + 1), character > 0x20,
      !ByteClass.isWord(text.byte(start + 2) ?? 0x20)
    else { return nil }
    return addLiteral(start..<start + 2)
  }

  /// What stands behind `__END__` is data.
  private mutating func rubyEnd(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard isAtLineStart, text.holds(Array("__END__".utf8), at: start), start == 0 || text[start - 1] == 0x0A
    else { return nil }
    let next = text.byte(start + 7)
    guard next == nil || next == 0x0A || next == 0x0D else { return nil }
    return add(nil, start..<text.count)
  }
}
