// Reads JSON text (RFC 8259) strictly. Knows nothing of what the values mean.

/// Why a text is not acceptable JSON, and where.
public struct JSONReadError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was expected and what was found.
  public let message: String
  /// Byte offset from the start of the text.
  public let offset: Int

  /// The message with its place.
  public var description: String { "\(message) (at byte \(offset))" }
}

/// A strict reader: duplicate keys, unpaired surrogates, deep nesting and anything after the value are refused.
public struct JSONReader {
  /// The depth of nested arrays and objects that is read unless told otherwise.
  public static let defaultMaximumDepth = 128
  /// Digits of a whole number that are kept; longer ones are refused.
  static let maximumDigits = 4096

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private let maximumDepth: Int
  /// The string that is being read, if it has escapes.
  private var content: [UInt8] = []

  /// The one value that `bytes` hold.
  ///
  /// - Throws: ``JSONReadError`` with the byte offset of the fault.
  public static func read(
    _ bytes: [UInt8], maximumDepth: Int = defaultMaximumDepth
  ) throws(JSONReadError) -> JSONValue {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw JSONReadError(message: "the text is not valid UTF-8", offset: error.byteOffsets.lowerBound)
    }
    var reader = JSONReader(bytes: bytes, maximumDepth: maximumDepth)
    reader.skipWhitespace()
    let value = try reader.readValue()
    reader.skipWhitespace()
    guard reader.position == bytes.count else { throw reader.fail("more text after the value") }
    return value
  }

  /// The one value that a string holds.
  public static func read(
    text: String, maximumDepth: Int = defaultMaximumDepth
  ) throws(JSONReadError) -> JSONValue {
    try read(Array(text.utf8), maximumDepth: maximumDepth)
  }

  private init(bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  private func fail(_ message: String, at offset: Int? = nil) -> JSONReadError {
    JSONReadError(message: message, offset: offset ?? position)
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipWhitespace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func readValue() throws(JSONReadError) -> JSONValue {
    guard let byte = peek() else { throw fail("the text ends where a value is expected") }
    switch byte {
    case UInt8(ascii: "{"): return try readObject()
    case UInt8(ascii: "["): return try readArray()
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: throw fail("a value is expected")
    }
  }

  private mutating func readWord(_ word: StaticString, _ value: JSONValue) throws(JSONReadError) -> JSONValue
  {
    let expected = Array(word.description.utf8)
    let end = position + expected.count
    guard end <= bytes.count, bytes[position..<end].elementsEqual(expected) else {
      throw fail("a value is expected")
    }
    position = end
    return value
  }

  private mutating func enter() throws(JSONReadError) {
    depth += 1
    guard depth <= maximumDepth else { throw fail("nested more than \(maximumDepth) deep") }
    position += 1
    skipWhitespace()
  }

  private mutating func readArray() throws(JSONReadError) -> JSONValue {
    try enter()
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    if peek() == UInt8(ascii: "]") {
      position += 1
      return .array([])
    }
    while true {
      elements.append(try readValue())
      if try isEnded(by: UInt8(ascii: "]"), "an array") { return .array(elements) }
    }
  }

  private mutating func readObject() throws(JSONReadError) -> JSONValue {
    let start = position
    try enter()
    defer { depth -= 1 }
    var members: [JSONObject.Member] = []
    if peek() == UInt8(ascii: "}") {
      position += 1
      return .object(JSONObject())
    }
    while true {
      guard peek() == UInt8(ascii: "\"") else { throw fail("a key in double quotes is expected") }
      let key = try readString()
      skipWhitespace()
      guard peek() == UInt8(ascii: ":") else { throw fail("':' is expected after the key \"\(key)\"") }
      position += 1
      skipWhitespace()
      members.append(JSONObject.Member(key: key, value: try readValue()))
      if try isEnded(by: UInt8(ascii: "}"), "an object") { break }
    }
    do {
      return .object(try JSONObject(unique: members))
    } catch {
      throw fail("the key \"\(error.key)\" stands twice in one object", at: start)
    }
  }

  /// Consumes the closing byte, or a comma with what space follows it.
  private mutating func isEnded(by close: UInt8, _ what: StaticString) throws(JSONReadError) -> Bool {
    skipWhitespace()
    switch peek() {
    case close:
      position += 1
      return true
    case UInt8(ascii: ","):
      position += 1
      skipWhitespace()
      return false
    case nil: throw fail("the text ends inside \(what)")
    default: throw fail("',' or the end of \(what) is expected")
    }
  }
}

// MARK: - Numbers

extension JSONReader {
  private mutating func readNumber() throws(JSONReadError) -> JSONValue {
    let start = position
    if peek() == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    try skipDigits()
    if bytes[firstDigit] == UInt8(ascii: "0"), position > firstDigit + 1 {
      throw fail("a number has no leading zeros", at: start)
    }
    var isWhole = true
    if peek() == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try skipDigits()
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      isWhole = false
      position += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
      try skipDigits()
    }
    if isWhole, let small = smallInteger(from: start, firstDigit: firstDigit) { return .integer(small) }
    guard position - start <= Self.maximumDigits else {
      throw fail("a number of more than \(Self.maximumDigits) digits", at: start)
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole {
      if let value = Int(text) { return .integer(value) }
      return .bigInteger(text)
    }
    guard let value = Double(text), value.isFinite else {
      throw fail("the number \(text) is out of range", at: start)
    }
    return .number(value)
  }

  private mutating func skipDigits() throws(JSONReadError) {
    let start = position
    while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    guard position > start else { throw fail("a digit is expected") }
  }

  /// The value of up to 18 digits, which cannot overflow; nil for longer ones.
  private func smallInteger(from start: Int, firstDigit: Int) -> Int? {
    guard position - firstDigit <= 18 else { return nil }
    var value = 0
    for index in firstDigit..<position { value = value * 10 + Int(bytes[index] - UInt8(ascii: "0")) }
    return firstDigit > start ? -value : value
  }
}

// MARK: - Strings

extension JSONReader {
  private mutating func readString() throws(JSONReadError) -> String {
    position += 1
    let start = position
    position = PlainRun.end(in: bytes.span, from: start)
    guard position < bytes.count else { throw fail("the text ends inside a string", at: start - 1) }
    switch bytes[position] {
    case UInt8(ascii: "\""):
      position += 1
      return string(of: bytes.span.extracting(start..<position - 1))
    case UInt8(ascii: "\\"): return try readEscapedString(from: start)
    default: throw fail("a control character stands unescaped in a string")
    }
  }

  /// Reads on at the first escape of a string that begins at `start`.
  private mutating func readEscapedString(from start: Int) throws(JSONReadError) -> String {
    content.removeAll(keepingCapacity: true)
    content.append(contentsOf: bytes[start..<position])
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return string(of: content.span)
      case UInt8(ascii: "\\"):
        position += 1
        try readEscape()
      default:
        throw fail("a control character stands unescaped in a string")
      }
      let runStart = position
      position = PlainRun.end(in: bytes.span, from: runStart)
      content.append(contentsOf: bytes[runStart..<position])
    }
    throw fail("the text ends inside a string", at: start - 1)
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
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(letter)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): content.append(contentsOf: String(try readUnicodeEscape()).utf8)
    default: throw fail("unknown escape in a string", at: position - 2)
    }
  }

  private mutating func readUnicodeEscape() throws(JSONReadError) -> Character {
    let start = position - 2
    let first = try readFourHexDigits()
    if let scalar = Unicode.Scalar(UInt32(first)) { return Character(scalar) }
    guard first < 0xDC00, peek() == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw fail("an unpaired surrogate", at: start) }
    position += 2
    let second = try readFourHexDigits()
    guard (0xDC00...0xDFFF).contains(second) else { throw fail("an unpaired surrogate", at: start) }
    let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    guard let scalar = Unicode.Scalar(value) else { throw fail("an unpaired surrogate", at: start) }
    return Character(scalar)
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
