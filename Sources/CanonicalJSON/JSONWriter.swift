// Writes JSON in canonical form. Equal values give equal bytes, on every machine.

/// A canonical writer (RFC 8785: sorted keys, shortest numbers, minimal escapes; whole numbers stay exact).
public struct JSONWriter {
  /// What has been written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []

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

  /// Appends a value in canonical form.
  public mutating func write(_ value: JSONValue) {
    switch value {
    case .null: writeRaw("null".utf8)
    case .bool(let value): writeRaw(value ? "true".utf8 : "false".utf8)
    case .integer(let value): writeRaw(String(value).utf8)
    case .bigInteger(let digits): writeRaw(digits.utf8)
    case .double(let value): writeRaw(ecmaScriptNumber(value).utf8)
    case .string(let text): write(text)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(member.key)
        bytes.append(UInt8(ascii: ":"))
        write(member.value)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Appends a string with its quotes.
  public mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    writeEscaped(text.utf8Span.span)
    bytes.append(UInt8(ascii: "\""))
  }

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
      writeRaw("u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}

extension JSONValue {
  /// The canonical text of this value.
  public var canonicalText: String { String(decoding: JSONWriter.bytes(of: self), as: UTF8.self) }
}
