// Reads the central directory of a zip file: names, sizes, places. Expands nothing.

/// An entry, as the central directory tells it (APPNOTE.TXT 4.3.12).
struct ZipEntry: Sendable {
  var name: [UInt8] = []
  var isNameUTF8 = false
  var isEncrypted = false
  /// Directories and links hold no text.
  var isFile = true
  var method = 0
  var checksum: UInt32 = 0
  var compressedSize = 0
  var size = 0
  /// Of the local header.
  var offset = 0
}

/// The central directory of a zip file.
struct ZipDirectory {
  let entries: [ZipEntry]
  /// Entries that the end record promises and that are not there.
  let missingEntries: Int
  /// Whether they are missing because there are more than may be.
  let isCut: Bool

  private static let endSignature: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let entrySignature: [UInt8] = [0x50, 0x4B, 1, 2]

  /// - Parameter limit: Entries; what comes after is counted as missing.
  init(_ bytes: [UInt8], limit: Int) throws(Unextractable) {
    let reader = ByteReader(bytes: bytes)
    let end = try Self.end(reader)
    var entries: [ZipEntry] = []
    var position = end.offset
    while entries.count < min(limit, end.count), let (entry, next) = Self.entry(reader, position) {
      entries.append(entry)
      position = next
    }
    self.entries = entries
    missingEntries = end.count - entries.count
    isCut = entries.count == limit
  }

  /// Where the directory begins and how many entries it has.
  private static func end(_ reader: ByteReader) throws(Unextractable) -> (offset: Int, count: Int) {
    let bytes = reader.bytes
    // The end record is 22 bytes long and may have a comment of up to 65535 behind it.
    var place = bytes.count - 22
    let lowest = max(0, place - 65535)
    while place >= lowest {
      if bytes[place] == 0x50, reader.hasPrefix(endSignature, at: place) {
        guard let count = reader.uint16(place + 10), let offset = reader.uint32(place + 16) else { break }
        if count == 0xFFFF || offset == 0xFFFF_FFFF, let wide = wideEnd(reader, place) { return wide }
        return (offset, count)
      }
      place -= 1
    }
    throw Unextractable("it is no complete zip file: its directory is missing")
  }

  /// The end record of ZIP64, by its locator before the plain one.
  private static func wideEnd(_ reader: ByteReader, _ place: Int) -> (offset: Int, count: Int)? {
    guard reader.hasPrefix([0x50, 0x4B, 6, 7], at: place - 20), let record = reader.uint64(place - 12),
      reader.hasPrefix([0x50, 0x4B, 6, 6], at: record),
      let count = reader.uint64(record + 32), let offset = reader.uint64(record + 48)
    else { return nil }
    return (offset, count)
  }

  private static func entry(_ reader: ByteReader, _ place: Int) -> (ZipEntry, next: Int)? {
    guard reader.hasPrefix(entrySignature, at: place), let made = reader.uint16(place + 4),
      let flags = reader.uint16(place + 8), let method = reader.uint16(place + 10),
      let checksum = reader.uint32(place + 16), let compressed = reader.uint32(place + 20),
      let size = reader.uint32(place + 24), let nameLength = reader.uint16(place + 28),
      let extraLength = reader.uint16(place + 30), let commentLength = reader.uint16(place + 32),
      let attributes = reader.uint32(place + 38), let offset = reader.uint32(place + 42),
      let name = reader.slice(place + 46, nameLength)
    else { return nil }
    var entry = ZipEntry(
      name: Array(name), isNameUTF8: flags & 0x800 != 0, isEncrypted: flags & 0x41 != 0, method: method,
      checksum: UInt32(truncatingIfNeeded: checksum), compressedSize: compressed, size: size, offset: offset)
    // The upper half of the attributes is the mode of a Unix file.
    let kind = made >> 8 == 3 ? (attributes >> 16) & 0xF000 : 0
    entry.isFile = name.last != 0x2F && (kind == 0 || kind == 0x8000)
    let extra = place + 46 + nameLength
    widen(&entry, reader, extra..<extra + extraLength)
    return (entry, extra + extraLength + commentLength)
  }

  /// Takes from the ZIP64 extra field what did not fit in 32 bits (4.5.3).
  private static func widen(_ entry: inout ZipEntry, _ reader: ByteReader, _ range: Range<Int>) {
    var place = range.lowerBound
    while place + 4 <= range.upperBound, let id = reader.uint16(place), let length = reader.uint16(place + 2)
    {
      if id == 1 {
        var field = place + 4
        for path in [\ZipEntry.size, \.compressedSize, \.offset] where entry[keyPath: path] == 0xFFFF_FFFF {
          if let value = reader.uint64(field) { entry[keyPath: path] = value }
          field += 8
        }
      }
      place += 4 + length
    }
  }
}
