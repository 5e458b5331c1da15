// Lays JSON out for people: indented, one member a line. Not canonical in its white space.

/// Writes values with an indentation of two spaces.
public struct PrettyJSONWriter {
  private var writer = JSONWriter()

  /// A writer that has written nothing.
  public init() {}

  /// The indented bytes of a value.
  public static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = PrettyJSONWriter()
    writer.write(value, depth: 0)
    return writer.take()
  }

  /// How many bytes have been written.
  public var count: Int { writer.count }

  /// What has been written so far, UTF-8, which is then forgotten; no copy is made.
  public mutating func take() -> [UInt8] { writer.take() }

  /// Appends text as it is.
  public mutating func writeRaw(_ text: String) { writer.writeRaw(text) }

  /// Begins a line at a depth.
  public mutating func startLine(depth: Int) {
    writer.writeASCII("\n")
    for _ in 0..<depth { writer.writeASCII("  ") }
  }

  /// Appends a value whose first line stands at `depth`; empty containers stay on one line.
  public mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      writer.writeASCII("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { writer.writeASCII(",") }
        startLine(depth: depth + 1)
        write(element, depth: depth + 1)
      }
      startLine(depth: depth)
      writer.writeASCII("]")
    case .object(let object) where !object.isEmpty:
      writer.writeASCII("{")
      for (index, member) in object.members.enumerated() {
        if index > 0 { writer.writeASCII(",") }
        startLine(depth: depth + 1)
        writeKey(member.key)
        write(member.value, depth: depth + 1)
      }
      startLine(depth: depth)
      writer.writeASCII("}")
    default: writer.write(value)
    }
  }

  /// Appends a key with its colon.
  public mutating func writeKey(_ key: String) {
    writer.write(key)
    writer.writeASCII(": ")
  }
}
