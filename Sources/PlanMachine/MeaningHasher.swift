// Digests what an artifact says, whenever it was made. Stores nothing.
internal import CanonicalJSON
internal import ComponentKit

/// The digest of an artifact's lines without the volatile fields of its format.
struct MeaningHasher {
  private let fields: VolatileFields
  private var hasher = ContentHasher()

  /// Nil for a format without volatile fields: there the digest of the blob says it.
  init?(_ format: WireFormat) {
    if format.volatileFields.isEmpty { return nil }
    fields = format.volatileFields
  }

  mutating func add(item: JSONValue) {
    hasher.update(Self.line(fields.areInItems ? fields.removed(fromItem: item) : item))
  }

  /// Items that have lost their volatile fields already.
  mutating func add(lines: [UInt8]) { hasher.update(lines) }

  /// The digest, now that the head is known too.
  mutating func finalised(head: JSONObject) -> ContentDigest {
    hasher.update(Self.line(fields.removed(fromHead: head)))
    return hasher.finalised()
  }

  /// A value as a line of a blob.
  static func line(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    writer.writeRaw([0x0A])
    return writer.take()
  }
}
