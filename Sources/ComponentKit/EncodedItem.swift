// An item that was checked and written as JSON before its turn came, on any thread.
public import CanonicalJSON

/// One item of an artifact, ready to be appended to the sink whose ``ItemEncoder`` made it.
public enum EncodedItem: Sendable {
  /// It still has to be checked and written.
  case value(JSONValue)
  /// So many items that fit the schema: canonical JSON, each ended by a line feed. `lasting` is the same without the
  /// ``VolatileFields``; nil where that makes no difference.
  case lines([UInt8], count: Int, lasting: [UInt8]? = nil)
}

/// Does the part of appending an item that needs no order; used from several threads at once.
public struct ItemEncoder: Sendable {
  private let encode: @Sendable (JSONValue) -> EncodedItem

  /// An encoder of these items.
  public init(_ encode: @escaping @Sendable (JSONValue) -> EncodedItem) { self.encode = encode }

  /// The item, ready to be appended.
  public func callAsFunction(_ item: JSONValue) -> EncodedItem { encode(item) }
}

extension ItemSink {
  /// An encoder that leaves everything to `append`.
  public var encoder: ItemEncoder { ItemEncoder { .value($0) } }

  /// Appends an item that this sink's encoder made.
  public func append(_ item: EncodedItem) throws {
    switch item {
    case .value(let value): try append(value)
    case .lines(let bytes, _, _):
      for line in bytes.split(separator: 0x0A) { try append(try JSONReader.read(Array(line))) }
    }
  }
}
