// Plain tar archives in one form: regular files without owners, times or links. Does not know what they hold.
internal import SystemFiles

/// What is wrong with an archive of a run.
package struct ArchiveError: Error, Sendable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}

/// One header of the ustar format (POSIX.1-2017, pax, "ustar Interchange Format"), with mode 0600 and all times
/// and owners zero, so that equal content gives equal bytes.
enum TarHeader {
  static let blockSize = 512
  /// Eleven octal digits: 8 GiB less a byte.
  static let maximumSize = 0o777_7777_7777
  private static let nameLength = 100

  /// Nil where the name or the size does not fit.
  static func block(name: String, size: Int) -> [UInt8]? {
    guard (1...nameLength).contains(name.utf8.count), (0...maximumSize).contains(size) else { return nil }
    var block = Array(name.utf8) + [UInt8](repeating: 0, count: blockSize - name.utf8.count)
    func put(_ text: String, at offset: Int) {
      for (place, byte) in text.utf8.enumerated() { block[offset + place] = byte }
    }
    put("0000600", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(octal(size, digits: 11), at: 124)
    put("00000000000", at: 136)
    // The sum is taken with blanks in its own place.
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put("0000000", at: 329)
    put("0000000", at: 337)
    put(octal(block.reduce(0) { $0 + Int($1) }, digits: 6) + "\0", at: 148)
    return block
  }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// The name and size in a header; nil for one that this form does not know, whatever else tar would make of it.
  static func read(_ bytes: [UInt8]) -> (name: String, size: Int)? {
    guard bytes.count == blockSize,
      let name = String(validating: bytes[..<nameLength].prefix { $0 != 0 }, as: UTF8.self),
      let size = Int(String(decoding: bytes[124..<135], as: UTF8.self), radix: 8),
      block(name: name, size: size) == bytes
    else { return nil }
    return (name, size)
  }

  /// What follows content up to the next block.
  static func padding(after size: Int) -> Int { (blockSize - size % blockSize) % blockSize }
}

/// Reads an archive front to back, one entry after the other.
struct TarReader: ~Copyable {
  private static let chunkSize = 1 << 20

  private let file: FileDescriptor
  /// Where the next header is.
  private(set) var position = 0

  init(_ path: String) throws {
    let opened = try FileDescriptor(opening: path, .read)
    let kind = try opened.status().kind
    guard kind == .file else { throw ReadFileError.notAFile(path: path, kind: kind) }
    file = opened
  }

  /// The next entry, which begins at `position`; nil at the end of the archive, which must be the end of the file.
  mutating func next() throws -> (name: String, size: Int)? {
    let block = try exactly(TarHeader.blockSize)
    position += TarHeader.blockSize
    if block.allSatisfy({ $0 == 0 }) {
      guard try exactly(TarHeader.blockSize).allSatisfy({ $0 == 0 }), try file.read(upTo: 1).isEmpty else {
        throw ArchiveError("it goes on after its end")
      }
      return nil
    }
    guard let entry = TarHeader.read(block) else {
      throw ArchiveError(
        "the entry at byte \(position - TarHeader.blockSize) was not written by 'wct export-run'")
    }
    return entry
  }

  /// Hands over the content of the entry that was just read.
  mutating func content(_ size: Int, _ body: ([UInt8]) throws -> Void) throws {
    var rest = size
    while rest > 0 {
      let chunk = try file.read(upTo: min(rest, Self.chunkSize))
      guard !chunk.isEmpty else { throw ArchiveError("it is cut off") }
      rest -= chunk.count
      try body(chunk)
    }
    guard try exactly(TarHeader.padding(after: size)).allSatisfy({ $0 == 0 }) else {
      throw ArchiveError("something stands between its entries")
    }
    position += size + TarHeader.padding(after: size)
  }

  /// Goes back to the content of an entry.
  mutating func seek(toContentAt offset: Int) throws {
    try file.seek(to: offset)
    position = offset
  }

  private borrowing func exactly(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let more = try file.read(upTo: count - bytes.count)
      guard !more.isEmpty else { throw ArchiveError("it is cut off") }
      bytes += more
    }
    return bytes
  }
}
