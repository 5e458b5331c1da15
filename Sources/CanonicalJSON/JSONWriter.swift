// Writes JSON in canonical form. Equal values give equal bytes, on every machine.

/// A canonical writer (RFC 8785: sorted keys, shortest numbers, minimal escapes; whole numbers stay exact).
public struct JSONWriter: Sendable {
  private var buffer = ByteBuffer()

  /// A writer that has written nothing.
  public init() {}

  /// The canonical bytes of a value.
  public static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    return writer.take()
  }

  /// What has been written so far, UTF-8; a copy.
  public var bytes: [UInt8] { buffer.bytes }

  /// How many bytes have been written.
  public var count: Int { buffer.count }

  /// Calls `body` with what has been written so far.
  package func withWritten<Result>(_ body: (Span<UInt8>) -> Result) -> Result { buffer.withSpan(body) }

  /// What has been written so far, which is then forgotten; no copy is made.
  public mutating func take() -> [UInt8] { buffer.take() }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() { buffer.removeAll() }

  /// Makes room for so many bytes, which are then written faster.
  package mutating func reserve(_ count: Int) { buffer.reserve(count) }

  /// Appends bytes as they are.
  public mutating func writeRaw(_ raw: [UInt8]) { buffer.append(raw.span) }

  /// Appends text as it is.
  package mutating func writeRaw(_ text: String) { buffer.append(text.utf8Span.span) }

  /// Appends ASCII as it is.
  package mutating func writeASCII(_ text: StaticString) { buffer.append(text) }

  /// Appends words, the lowest byte of each first; of the last one only so many bytes, at most eight.
  package mutating func writeWords<let count: Int>(_ words: [count of UInt64], last length: Int) {
    buffer.append(words, last: length)
  }

  /// Appends bytes as they are.
  package mutating func writeRaw(_ raw: Span<UInt8>) { buffer.append(raw) }

  /// Appends a key, with the comma before it unless it is the first, and its colon.
  package mutating func writeKey(_ name: StaticString, isFirst: Bool) {
    if isFirst { buffer.append(UInt8(ascii: "\"")) } else { buffer.append(0x222C, length: 2) }
    buffer.append(name)
    buffer.append(0x3A22, length: 2)
  }

  /// Appends a whole number.
  package mutating func write(_ value: Int) {
    guard value >= 10 else {
      guard value >= 0 else { return write(ascii: String(value)) }
      return buffer.append(UInt8(ascii: "0") + UInt8(value))
    }
    var (rest, digits, count) = (value, UInt64(0), 0)
    while rest > 0, count < 8 {
      digits = digits << 8 | UInt64(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      (rest, count) = (rest / 10, count + 1)
    }
    guard rest == 0 else { return write(ascii: String(value)) }
    buffer.append(digits, length: count)
  }

  private mutating func write(ascii text: String) { buffer.append(text.utf8Span.span) }

  /// Appends an object in canonical form.
  package mutating func write(_ object: JSONObject) {
    buffer.append(UInt8(ascii: "{"))
    for (index, member) in object.members.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      write(member.key)
      buffer.append(UInt8(ascii: ":"))
      write(member.value)
    }
    buffer.append(UInt8(ascii: "}"))
  }

  /// Appends a value in canonical form.
  public mutating func write(_ value: JSONValue) {
    switch value {
    case .null: writeASCII("null")
    case .bool(let value): writeASCII(value ? "true" : "false")
    case .integer(let value): write(value)
    case .bigInteger(let digits): write(ascii: digits)
    case .double(let value): write(ascii: ecmaScriptNumber(value))
    case .string(let text): write(text)
    case .array(let elements):
      buffer.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        write(element)
      }
      buffer.append(UInt8(ascii: "]"))
    case .object(let object): write(object)
    }
  }

  /// Appends a string with its quotes.
  public mutating func write(_ text: String) {
    buffer.append(UInt8(ascii: "\""))
    writeEscaped(text.utf8Span.span)
    buffer.append(UInt8(ascii: "\""))
  }

  /// Appends what stands between a string's quotes.
  package mutating func writeContent(_ text: String) { writeEscaped(text.utf8Span.span) }

  /// The same for text that is no string.
  package mutating func writeContent(_ text: UTF8Span) { writeEscaped(text.span) }

  /// Copies runs that need no escape at once: strings are most of every message.
  private mutating func writeEscaped(_ content: Span<UInt8>) {
    var position = 0
    while position < content.count {
      let end = buffer.appendPlainRun(of: content, from: position)
      if end < content.count { writeEscape(content[end]) }
      position = end + 1
    }
  }

  private mutating func writeEscape(_ byte: UInt8) {
    buffer.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): buffer.append(byte)
    case 0x08: buffer.append(UInt8(ascii: "b"))
    case 0x09: buffer.append(UInt8(ascii: "t"))
    case 0x0A: buffer.append(UInt8(ascii: "n"))
    case 0x0C: buffer.append(UInt8(ascii: "f"))
    case 0x0D: buffer.append(UInt8(ascii: "r"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      writeASCII("u00")
      buffer.append(digits[Int(byte >> 4)])
      buffer.append(digits[Int(byte & 15)])
    }
  }
}

extension JSONValue {
  /// The canonical text of this value.
  public var canonicalText: String { String(decoding: JSONWriter.bytes(of: self), as: UTF8.self) }
}
