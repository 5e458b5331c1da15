// Reads numbers and slices out of bytes whose length nobody vouches for.

/// Little-endian numbers at places of an array; nil beyond its ends.
struct ByteReader {
  let bytes: [UInt8]

  func slice(_ start: Int, _ count: Int) -> ArraySlice<UInt8>? {
    guard start >= 0, count >= 0, start <= bytes.count, count <= bytes.count - start else { return nil }
    return bytes[start..<start + count]
  }

  private func number(_ start: Int, _ count: Int) -> UInt64? {
    slice(start, count)?.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  func uint16(_ start: Int) -> Int? { number(start, 2).map { Int($0) } }

  func uint32(_ start: Int) -> Int? { number(start, 4).map { Int($0) } }

  /// Nil also for numbers that no length can be.
  func uint64(_ start: Int) -> Int? { number(start, 8).flatMap { Int(exactly: $0) } }

  func hasPrefix(_ prefix: [UInt8], at start: Int = 0) -> Bool {
    slice(start, prefix.count).map { $0.elementsEqual(prefix) } ?? false
  }
}
