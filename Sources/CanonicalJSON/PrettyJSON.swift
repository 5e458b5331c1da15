// Lays JSON out for people: indented, one member a line. Not canonical in its white space.

/// Writes values with an indentation of two spaces.
public struct PrettyJSONWriter {
  /// What has been written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// A writer that has written nothing.
  public init() {}

  /// The indented bytes of a value.
  public static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = PrettyJSONWriter()
    writer.write(value, depth: 0)
    return writer.bytes
  }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends text as it is.
  public mutating func writeRaw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Begins a line at a depth.
  public mutating func startLine(depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// Appends a value whose first line stands at `depth`; empty containers stay on one line.
  public mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      writeRaw("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { writeRaw(",") }
        startLine(depth: depth + 1)
        write(element, depth: depth + 1)
      }
      startLine(depth: depth)
      writeRaw("]")
    case .object(let object) where !object.isEmpty:
      writeRaw("{")
      for (index, member) in object.members.enumerated() {
        if index > 0 { writeRaw(",") }
        startLine(depth: depth + 1)
        writeKey(member.key)
        write(member.value, depth: depth + 1)
      }
      startLine(depth: depth)
      writeRaw("}")
    default: bytes.append(contentsOf: JSONWriter.bytes(of: value))
    }
  }

  /// Appends a key with its colon.
  public mutating func writeKey(_ key: String) {
    bytes.append(contentsOf: JSONWriter.bytes(of: .string(key)))
    writeRaw(": ")
  }
}
