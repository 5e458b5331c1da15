// Reads the strings of JSON: runs that stand for themselves at once, escapes one by one.

extension JSONReader {
  /// The range of a string's text between its quotes where it begins here and has no escapes; else nil, and
  /// nothing is consumed.
  package mutating func readPlainText() -> Range<Int>? {
    guard peek() == UInt8(ascii: "\"") else { return nil }
    let start = position + 1
    let end = PlainRun.end(in: bytes.span, from: start)
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
    position = end + 1
    return start..<end
  }

  /// The range of so many bytes between quotes where they begin here; else nil, and nothing is consumed.
  ///
  /// The bytes may be no text where they hold a quote, an escape or a control character: the caller takes only what
  /// holds none.
  @inlinable
  package mutating func readText(ofLength length: Int) -> Range<Int>? {
    let start = position + 1
    guard bytes.count - start > length, bytes[position] == UInt8(ascii: "\""),
      bytes[start + length] == UInt8(ascii: "\"")
    else { return nil }
    position = start + length + 1
    return start..<start + length
  }

  /// The string that begins here.
  package mutating func readString() throws(JSONReadError) -> String {
    if let range = readPlainText() { return string(in: range) }
    guard peek() == UInt8(ascii: "\"") else { throw fail("a string is expected") }
    position += 1
    return try readEscapedString(from: position)
  }

  /// The text of a range that ``readPlainText()`` gave.
  package func string(in range: Range<Int>) -> String { string(of: bytes.span.extracting(range)) }

  /// Bytes of a string that are copied at once.
  private static let pieceSize = 1 << 12

  /// Reads to the closing quote of a string with escapes.
  private mutating func readEscapedString(from start: Int) throws(JSONReadError) -> String {
    content.removeAll()
    let bytes = bytes
    while true {
      // Piece by piece, since room is made for all that may be copied.
      let end = min(bytes.count, position &+ Self.pieceSize)
      position = content.appendPlainRun(of: bytes.span.extracting(first: end), from: position)
      if position == end, end < bytes.count { continue }
      switch peek() {
      case nil: throw fail("the text ends inside a string", at: start - 1)
      case UInt8(ascii: "\""):
        position += 1
        return content.withSpan { string(of: $0) }
      case UInt8(ascii: "\\"):
        position += 1
        try readEscape()
      default: throw fail("a control character stands unescaped in a string")
      }
    }
  }

  /// A copy of UTF-8.
  private func string(of text: Span<UInt8>) -> String {
    // Safe: the whole text was validated, quotes and escapes are characters, and what an escape gives is one.
    String(copying: unsafe UTF8Span(unchecked: text))
  }

  private mutating func readEscape() throws(JSONReadError) {
    guard let letter = peek() else { throw fail("the text ends inside a string") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): content.append(letter)
    case UInt8(ascii: "/"):
      isCanonical = false
      content.append(letter)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): content.append(String(try readUnicodeEscape()).utf8Span.span)
    default: throw fail("unknown escape in a string", at: position - 2)
    }
  }

  private mutating func readUnicodeEscape() throws(JSONReadError) -> Character {
    let start = position - 2
    let first = try readFourHexDigits()
    if let scalar = Unicode.Scalar(UInt32(first)) {
      if isCanonical { isCanonical = isCanonicalEscape(of: first) }
      return Character(scalar)
    }
    isCanonical = false
    guard first < 0xDC00, startsHere("\\u") else { throw fail("an unpaired surrogate", at: start) }
    position += 2
    let second = try readFourHexDigits()
    guard (0xDC00...0xDFFF).contains(second) else { throw fail("an unpaired surrogate", at: start) }
    let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    guard let scalar = Unicode.Scalar(value) else { throw fail("an unpaired surrogate", at: start) }
    return Character(scalar)
  }

  /// Only control characters without a short escape are written by number, in lower case.
  private func isCanonicalEscape(of unit: UInt16) -> Bool {
    guard unit < 0x20, ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(unit) else { return false }
    return !(0x41...0x46).contains(bytes[position - 1])
  }

  private mutating func readFourHexDigits() throws(JSONReadError) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = hexDigit(byte) else { throw fail("four hex digits are expected") }
      value = value << 4 | UInt16(digit)
      position += 1
    }
    return value
  }
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
