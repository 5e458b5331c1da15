// Elements of markup among the expressions of JavaScript (JSX): tags, texts and the code in both.
internal import RulesetModel

extension LexicalScan {
  /// How far an end tag is looked for, in bytes.
  private static let reach = 1 << 16
  /// How many `<` may seem to begin an element and not do so, before none is looked at any more.
  private static let greatestMissCount = 200

  /// Takes an element where an expression may begin; nil where `<` is something else.
  mutating func element(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard missedElements < Self.greatestMissCount, elements.count < Self.greatestDepth,
      expressionMayBegin(text, at: start), let next = text.byte(start + 1),
      next == UInt8(ascii: ">") || ByteClass.isWord(next) && next &- 0x30 >= 10
    else { return nil }
    guard isElement(text, at: start) else {
      missedElements += 1
      return nil
    }
    if Self.programs.contains(text.text(start + 1..<nameEnd(text, from: start + 1)).lowercased()) {
      // The parts of a Vue file, one behind the other.
      return min(text.count, text.place(of: UInt8(ascii: ">"), from: start) + 1)
    }
    elements.append(0)
    mode = .tag
    return nameEnd(text, from: start + 1)
  }

  private static let programs: Set<String> = ["script", "style"]

  /// Whether what begins here has an end: `<T>` of TypeScript has none.
  private func isElement(_ text: Span<UInt8>, at start: Int) -> Bool {
    let limit = min(text.count, start + Self.reach)
    let nameEnd = self.nameEnd(text, from: start + 1)
    let close = [0x3C, 0x2F] + Array(text.text(start + 1..<nameEnd).utf8)
    var position = nameEnd
    var isInTag = nameEnd > start + 1
    while position < limit {
      let byte = text[position]
      if byte == UInt8(ascii: "<"), text.holds(close, at: position),
        !ByteClass.isWord(text.byte(position + close.count) ?? 0x20)
      {
        return true
      }
      if isInTag, byte == UInt8(ascii: ">") {
        if text[position - 1] == UInt8(ascii: "/") { return true }
        if text[position - 1] != UInt8(ascii: "=") { isInTag = false }
      }
      position += 1
    }
    return false
  }

  private func nameEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while let byte = text.byte(position),
      ByteClass.isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ":")
    {
      position += 1
    }
    return position
  }

  /// Takes the attributes of a tag, up to its end or to code, and says in `mode` what comes next.
  mutating func tag(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while let byte = text.byte(position) {
      switch byte {
      case 0x22, 0x27:
        // Nothing is escaped in an attribute.
        let end = min(text.count, text.place(of: byte, from: position + 1) + 1)
        position = add(.string, position..<end)
      case UInt8(ascii: "{"):
        return code(inside: .tag, from: position + 1)
      case UInt8(ascii: ">"):
        if text[position - 1] == UInt8(ascii: "/") { return leave(text, at: position + 1, closed: 0) }
        if let last = elements.indices.last { elements[last] += 1 }
        mode = .children
        return position + 1
      default: position += 1
      }
    }
    return text.count
  }

  /// Takes the text between tags, up to a tag or code, and says in `mode` what comes next.
  mutating func children(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while let byte = text.byte(position), byte != UInt8(ascii: "<"), byte != UInt8(ascii: "{") {
      position += 1
    }
    _ = add(.string, start..<position)
    guard position < text.count else { return text.count }
    if text[position] == UInt8(ascii: "{") { return code(inside: .children, from: position + 1) }
    if text.holds(Array("<!--".utf8), at: position) {
      return add(.comment, position..<self.position(behind: Array("-->".utf8), in: text, from: position + 4))
    }
    guard text.byte(position + 1) == UInt8(ascii: "/") else {
      mode = .tag
      return nameEnd(text, from: position + 1)
    }
    return leave(text, at: min(text.count, text.place(of: UInt8(ascii: ">"), from: position) + 1), closed: 1)
  }

  private mutating func code(inside outside: Mode, from start: Int) -> Int {
    guard frames.count < Self.greatestDepth else { return start }
    mode = .code
    frames.append(Frame(outside: .markup(outside), brackets: (UInt8(ascii: "{"), UInt8(ascii: "}"))))
    previous = .none
    return start
  }

  /// Goes on behind a tag: inside of the element around it, or in code.
  private mutating func leave(_ text: Span<UInt8>, at position: Int, closed: Int) -> Int {
    mode = .code
    guard let last = elements.indices.last else { return position }
    elements[last] -= closed
    if elements[last] > 0 {
      mode = .children
      return position
    }
    elements.removeLast()
    previous = .value
    return position
  }
}
