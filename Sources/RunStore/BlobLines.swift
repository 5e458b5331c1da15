// Reads the items of a blob as groups of whole lines, so that what is held at once does not grow with the blob.
internal import ComponentKit
internal import Glibc
internal import SystemFiles

/// The lines of a blob up to its head, in groups of about a chunk. A line that is larger is a group of its own.
///
/// Every byte goes through the hasher once, the head's at the end.
final class BlobLines {
  /// Lines that follow one another, found and not yet read in full.
  struct Group {
    let size: Int
    fileprivate let offset: Int
    /// Nil where it has to be read.
    fileprivate let bytes: [UInt8]?
  }

  private static let chunkSize = 1 << 18

  private let file: FileDescriptor
  private let end: Int
  /// Where the next group begins.
  private var offset = 0
  /// What was read beyond the last group.
  private var carry: [UInt8] = []
  private var hasher = ContentHasher()

  /// The lines of the file at `path` that end at the offset `end`.
  init(_ path: String, end: Int) throws(SystemError) {
    file = try FileDescriptor(opening: path, .read)
    self.end = end
  }

  /// The next group; nil after the last.
  func next() throws(SystemError) -> Group? {
    guard offset < end else { return nil }
    var bytes = carry
    carry = []
    let wanted = min(Self.chunkSize, end - offset - bytes.count)
    if wanted > 0 { bytes += try file.read(upTo: wanted) }
    guard let last = Self.lastLineEnd(in: bytes) else { return try largeLine() }
    let size = last + 1
    if size < bytes.count {
      carry = Array(bytes[size...])
      bytes.removeSubrange(size...)
    }
    defer { offset += size }
    return Group(size: size, offset: offset, bytes: bytes)
  }

  /// The line that begins here and does not end within a chunk: its end is looked for before it is held.
  private func largeLine() throws(SystemError) -> Group {
    try file.seek(to: offset)
    var size = 0
    while offset + size < end {
      let chunk = try file.read(upTo: min(Self.chunkSize, end - offset - size))
      if chunk.isEmpty { break }
      if let found = Self.firstLineEnd(in: chunk) {
        size += found + 1
        break
      }
      size += chunk.count
    }
    defer { offset += size }
    // A file that ends too early gives an empty group; its digest tells.
    return Group(size: max(1, size), offset: offset, bytes: nil)
  }

  /// The bytes of the group that was found last.
  func load(_ group: Group) throws(SystemError) -> [UInt8] {
    if let bytes = group.bytes {
      hasher.update(bytes)
      return bytes
    }
    try file.seek(to: group.offset)
    var bytes = try file.read(upTo: group.size)
    while bytes.count < group.size {
      let more = try file.read(upTo: group.size - bytes.count)
      if more.isEmpty { break }
      bytes += more
    }
    hasher.update(bytes)
    return bytes
  }

  /// The digest of the whole file, after the last group.
  func digest() throws(SystemError) -> ContentDigest {
    try file.seek(to: offset)
    while case let chunk = try file.read(upTo: Self.chunkSize), !chunk.isEmpty { hasher.update(chunk) }
    return hasher.finalised()
  }

  /// Items may be large texts, so their ends are looked for with the fastest search there is.
  private static func firstLineEnd(in bytes: [UInt8]) -> Int? {
    // Safe: the search is limited to the bytes of the array.
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = unsafe memchr(base, 0x0A, buffer.count) else {
        return nil
      }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  private static func lastLineEnd(in bytes: [UInt8]) -> Int? { bytes.lastIndex(of: 0x0A) }
}
