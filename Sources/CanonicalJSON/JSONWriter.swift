// Writes JSON in canonical form. Equal values give equal bytes, on every machine.

/// A canonical writer (RFC 8785: sorted keys, shortest numbers, minimal escapes; whole numbers stay exact).
public struct JSONWriter {
  /// What has been written so far, UTF-8.
  public package(set) var bytes: [UInt8] = []

  /// A writer that has written nothing.
  public init() {}

  /// The canonical bytes of a value.
  public static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    return writer.bytes
  }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends bytes as they are.
  public mutating func writeRaw(_ raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }

  /// Appends ASCII as it is.
  package mutating func writeASCII(_ text: StaticString) {
    // SAFETY: the bytes of a static string live for ever.
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a whole number.
  package mutating func write(_ value: Int) {
    guard value < 10 else {
      var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
      return unsafe withUnsafeMutableBytes(of: &digits) { buffer in
        // SAFETY: 64 bits have at most 19 digits, and the buffer has room for 24.
        var (rest, start) = (value, buffer.count)
        while rest > 0 {
          start -= 1
          unsafe buffer[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
        unsafe bytes.append(contentsOf: buffer[start...])
      }
    }
    guard value >= 0 else { return bytes.append(contentsOf: String(value).utf8) }
    bytes.append(UInt8(ascii: "0") + UInt8(value))
  }

  /// Appends an object in canonical form.
  package mutating func write(_ object: JSONObject) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in object.members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(member.key)
      bytes.append(UInt8(ascii: ":"))
      write(member.value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends a value in canonical form.
  public mutating func write(_ value: JSONValue) {
    switch value {
    case .null: writeASCII("null")
    case .bool(let value): writeASCII(value ? "true" : "false")
    case .integer(let value): write(value)
    case .bigInteger(let digits): bytes.append(contentsOf: digits.utf8)
    case .double(let value): bytes.append(contentsOf: ecmaScriptNumber(value).utf8)
    case .string(let text): write(text)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object): write(object)
    }
  }

  /// Appends a string with its quotes.
  public mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    writeEscaped(text.utf8Span.span)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends what stands between a string's quotes.
  package mutating func writeContent(_ text: String) { writeEscaped(text.utf8Span.span) }

  /// Copies runs that need no escape at once: strings are most of every message.
  private mutating func writeEscaped(_ content: Span<UInt8>) {
    var position = 0
    while position < content.count {
      let end = PlainRun.end(in: content, from: position)
      append(content.extracting(position..<end))
      if end < content.count { writeEscape(content[end]) }
      position = end + 1
    }
  }

  private mutating func append(_ run: Span<UInt8>) {
    // The buffer is read only inside the closure.
    unsafe run.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func writeEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      writeASCII("u00")
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}

extension JSONValue {
  /// The canonical text of this value.
  public var canonicalText: String { String(decoding: JSONWriter.bytes(of: self), as: UTF8.self) }
}
