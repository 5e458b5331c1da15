// What one line of block YAML looks like by itself: whether reading may go on there. Does not know the lines around it.

/// What a line begins.
enum LineShape: Equatable {
  /// Blank, a comment, or nothing but closing brackets.
  case nothing
  /// `---` or `...`.
  case marker
  /// `key: …`; open when its value stands on the lines below.
  case entry(key: Range<Int>, isOpen: Bool)
  /// `- …`.
  case item
  case other

  var isEntry: Bool { if case .entry = self { true } else { false } }
  var isEntryOrItem: Bool { isEntry || self == .item }
}

extension SourceLines {
  /// The first byte of the line below; the end of the text when there is none.
  func start(ofLineBelow offset: Int) -> Int {
    let end = end(ofLineAt: offset)
    guard let byte = byte(at: end) else { return end }
    return byte == 0x0D && self.byte(at: end + 1) == 0x0A ? end + 2 : end + 1
  }

  /// How many spaces a line begins with.
  func indentation(ofLineAt offset: Int) -> Int {
    let start = start(ofLineAt: offset)
    var end = start
    while byte(at: end) == 0x20 { end += 1 }
    return end - start
  }

  /// The column of an offset in characters, from 0.
  func column(of offset: Int) -> Int {
    bytes[start(ofLineAt: offset)..<min(offset, bytes.count)].count { $0 & 0xC0 != 0x80 }
  }

  func shape(ofLineAt offset: Int) -> LineShape {
    let start = start(ofLineAt: offset)
    let line = start + indentation(ofLineAt: start)..<end(ofLineAt: start)
    guard let first = line.first.map({ bytes[$0] }) else { return .nothing }
    let text = bytes[line]
    if first == UInt8(ascii: "#") || text.allSatisfy({ Self.isBlank($0) || Self.closers.contains($0) }) {
      return .nothing
    }
    if line.lowerBound == start,
      text.starts(with: [0x2D, 0x2D, 0x2D]) || text.starts(with: [0x2E, 0x2E, 0x2E])
    {
      return .marker
    }
    if first == UInt8(ascii: "-"), line.count == 1 || Self.isBlank(bytes[line.lowerBound + 1]) {
      return .item
    }
    guard let key = key(at: line) else { return .other }
    return .entry(key: key.text, isOpen: isOpen(key.end..<line.upperBound))
  }

  /// The key that a line begins with, behind spaces and tabs; nil where there is none.
  func key(ofLineAt offset: Int) -> Range<Int>? {
    let line = indentationEnd(ofLineAt: offset)..<end(ofLineAt: offset)
    return line.isEmpty ? nil : key(at: line)?.text
  }

  /// Whether a line is nothing but closing brackets.
  func isClosing(lineAt offset: Int) -> Bool {
    let line = indentationEnd(ofLineAt: offset)..<end(ofLineAt: offset)
    return line.first.map { Self.closers.contains(bytes[$0]) } ?? false
  }

  private static let closers: [UInt8] = Array("]},".utf8)

  /// The key that a line begins with, without its quotes, and where the text behind its ':' begins.
  private func key(at line: Range<Int>) -> (text: Range<Int>, end: Int)? {
    var text = line.lowerBound..<line.lowerBound
    var position = line.lowerBound
    let quote = bytes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = bytes[(position + 1)..<line.upperBound].firstIndex(of: quote) else { return nil }
      text = position + 1..<end
      position = end + 1
    } else {
      guard Self.isKeyStart(quote) else { return nil }
      while position < line.upperBound, Self.isKeyPart(bytes[position]) { position += 1 }
      text = line.lowerBound..<position
    }
    while position < line.upperBound, Self.isBlank(bytes[position]) { position += 1 }
    guard position < line.upperBound, bytes[position] == UInt8(ascii: ":") else { return nil }
    let next = position + 1
    return next == line.upperBound || Self.isBlank(bytes[next]) ? (text, next) : nil
  }

  /// Whether what stands behind a ':' leaves the value to the lines below.
  private func isOpen(_ rest: Range<Int>) -> Bool {
    guard let first = rest.first(where: { !Self.isBlank(bytes[$0]) }) else { return true }
    switch bytes[first] {
    case UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: ">"): return true
    case UInt8(ascii: "&"), UInt8(ascii: "!"):
      return !bytes[first..<rest.upperBound].contains(where: Self.isBlank)
    default: return false
    }
  }

  private static func isKeyStart(_ byte: UInt8) -> Bool { isWord(byte) || byte == UInt8(ascii: "<") }

  private static func isKeyPart(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x3C
  }

  /// A letter, a digit, `_`, or any character beyond ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }

  /// The single word that a line is, or begins with before a ':' that no space follows; nil for any other text.
  func word(at start: Int) -> Range<Int>? {
    var end = start
    while let next = byte(at: end), Self.isWord(next) || next == 0x2D { end += 1 }
    guard end > start, bytes[start] != 0x2D else { return nil }
    let rest = rest(from: end)
    let isLast = rest.isEmpty || bytes[rest.lowerBound] == UInt8(ascii: ":")
    return isLast || bytes[rest].drop(while: Self.isBlank).first == UInt8(ascii: "#") ? start..<end : nil
  }
}
