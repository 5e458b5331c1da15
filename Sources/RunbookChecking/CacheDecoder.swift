// Reads back what CacheEncoder wrote. Whatever the bytes are, it ends and touches no others.

/// The bytes are not what an encoder wrote.
struct CorruptCache: Error {}

struct CacheDecoder {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  private mutating func take(_ count: Int) throws(CorruptCache) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else { throw CorruptCache() }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func word() throws(CorruptCache) -> UInt64 {
    guard bytes.endIndex - position >= 8 else { throw CorruptCache() }
    defer { position += 8 }
    let offset = position - bytes.startIndex
    // SAFETY: eight bytes from here on are inside the buffer, as checked above.
    return unsafe bytes.withUnsafeBytes {
      unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  mutating func number() throws(CorruptCache) -> Int { Int(Int64(bitPattern: try word())) }

  mutating func count() throws(CorruptCache) -> Int {
    var result: UInt64 = 0
    for shift in stride(from: 0, to: 56, by: 7) {
      guard position < bytes.endIndex else { throw CorruptCache() }
      let byte = bytes[position]
      position += 1
      result |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return Int(result) }
    }
    throw CorruptCache()
  }

  mutating func flag() throws(CorruptCache) -> Bool {
    switch try take(1).first {
    case 0: false
    case 1: true
    default: throw CorruptCache()
    }
  }

  mutating func text() throws(CorruptCache) -> String {
    let length = try count()
    guard let text = String(validating: try take(length), as: UTF8.self) else { throw CorruptCache() }
    return text
  }

  mutating func content() throws(CorruptCache) -> [UInt8] {
    let length = try count()
    return Array(try take(length))
  }

  mutating func digest() throws(CorruptCache) -> Digest {
    Digest(words: (try word(), try word(), try word(), try word()))
  }

  mutating func list<Element>(
    _ body: (inout CacheDecoder) throws(CorruptCache) -> Element
  ) throws(CorruptCache) -> [Element] {
    let length = try count()
    // Every element takes a byte at least: a larger count is a lie, and would ask for memory.
    guard length <= bytes.endIndex - position else { throw CorruptCache() }
    var elements: [Element] = []
    elements.reserveCapacity(length)
    for _ in 0..<length { elements.append(try body(&self)) }
    return elements
  }

  mutating func optional<Value>(
    _ body: (inout CacheDecoder) throws(CorruptCache) -> Value
  ) throws(CorruptCache) -> Value? {
    try flag() ? try body(&self) : nil
  }
}
