// Bytes that come one after another: from memory, or expanded on the way. Knows no archive.

/// Something that is read from front to back.
protocol ByteStream {
  /// The next bytes, at most so many; empty at the end.
  mutating func read(upTo count: Int) throws(Unextractable) -> [UInt8]
}

extension ByteStream {
  /// Exactly so many bytes, or fewer at the end.
  mutating func readAll(_ count: Int) throws(Unextractable) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let more = try read(upTo: count - bytes.count)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// Passes over bytes; how many there were.
  mutating func skip(_ count: Int) throws(Unextractable) -> Int {
    var skipped = 0
    while skipped < count {
      let more = try read(upTo: min(65536, count - skipped))
      if more.isEmpty { break }
      skipped += more.count
    }
    return skipped
  }
}

/// Bytes in memory.
struct MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read(upTo count: Int) -> [UInt8] {
    let end = position + min(max(0, count), bytes.count - position)
    defer { position = end }
    return Array(bytes[position..<end])
  }
}
