// Writes the content of one artifact as JSON, item by item, so that memory does not grow with the data.
internal import CanonicalJSON
package import ComponentKit

/// Writes an artifact's content: the head's members, then the array of items.
package struct ContentWriter {
  /// Bytes that are held before they are handed on.
  private static let bufferSize = 1 << 18

  private let emit: ([UInt8]) throws -> Void
  private var writer = PrettyJSONWriter()

  /// Writes the content as an indented object whose closing brace stands at `depth`.
  ///
  /// - Throws: what `emit` throws, or why the artifact can't be read.
  package static func write(
    _ reader: any ArtifactReader, itemsProperty: String?, depth: Int, to emit: ([UInt8]) throws -> Void
  ) throws {
    try withoutActuallyEscaping(emit) { emit in
      var content = ContentWriter(emit: emit)
      try content.write(reader, itemsProperty, depth: depth)
    }
  }

  private init(emit: @escaping ([UInt8]) throws -> Void) { self.emit = emit }

  private mutating func flush(over limit: Int = 0) throws {
    guard writer.count > limit else { return }
    try emit(writer.take())
  }

  private mutating func write(
    _ reader: any ArtifactReader, _ itemsProperty: String?, depth: Int
  ) throws {
    writer.writeRaw("{")
    var isFirst = true
    for member in reader.head.members {
      startMember(member.key, depth: depth + 1, isFirst: &isFirst)
      writer.write(member.value, depth: depth + 1)
    }
    if let itemsProperty {
      startMember(itemsProperty, depth: depth + 1, isFirst: &isFirst)
      try writeItems(reader, depth: depth + 1)
    }
    if !isFirst { writer.startLine(depth: depth) }
    writer.writeRaw("}")
    try flush()
  }

  private mutating func startMember(_ key: String, depth: Int, isFirst: inout Bool) {
    if !isFirst { writer.writeRaw(",") }
    isFirst = false
    writer.startLine(depth: depth)
    writer.writeKey(key)
  }

  private mutating func writeItems(_ reader: any ArtifactReader, depth: Int) throws {
    writer.writeRaw("[")
    var isFirst = true
    try reader.forEachItem { item in
      if !isFirst { writer.writeRaw(",") }
      isFirst = false
      writer.startLine(depth: depth + 1)
      writer.write(item, depth: depth + 1)
      try flush(over: Self.bufferSize)
    }
    if !isFirst { writer.startLine(depth: depth) }
    writer.writeRaw("]")
  }
}
