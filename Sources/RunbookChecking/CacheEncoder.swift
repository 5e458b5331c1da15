// Writes numbers, texts and lists as bytes. Does not know what they stand for.

/// Bytes of a cache: numbers are little-endian, texts and lists begin with how long they are.
struct CacheEncoder {
  private(set) var bytes: [UInt8] = []

  /// - Parameter count: How many bytes there will be, as far as that is known.
  init(beginning bytes: [UInt8] = [], expecting count: Int = 0) {
    self.bytes.reserveCapacity(count)
    self.bytes += bytes
  }

  mutating func add(_ number: UInt64) {
    // The bytes of a local variable, copied before it goes away.
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  /// A count or a small number, in as many bytes as it needs (LEB128).
  mutating func add(count: Int) {
    var rest = UInt64(max(0, count))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func add(_ text: String) {
    add(count: text.utf8.count)
    bytes += text.utf8
  }

  mutating func add(_ content: [UInt8]) {
    add(count: content.count)
    bytes += content
  }

  mutating func add(_ digest: Digest) {
    add(digest.first)
    add(digest.second)
    add(digest.third)
    add(digest.fourth)
  }

  mutating func add<Element>(list: some Collection<Element>, _ body: (inout CacheEncoder, Element) -> Void) {
    add(count: list.count)
    for element in list { body(&self, element) }
  }

  mutating func add<Value>(optional: Value?, _ body: (inout CacheEncoder, Value) -> Void) {
    add(optional != nil)
    if let optional { body(&self, optional) }
  }
}
