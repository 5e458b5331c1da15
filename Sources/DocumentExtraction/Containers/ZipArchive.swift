// Takes the entries out of a zip file. Knows neither documents nor limits' values.

/// A zip file in memory.
struct ZipArchive {
  let bytes: [UInt8]
  let directory: ZipDirectory
  /// Where the data of each entry are; nil where its local header is not there or another entry's data overlap.
  private let places: [Range<Int>?]

  static let magic: [UInt8] = [0x50, 0x4B, 3, 4]

  init(_ bytes: [UInt8], entryLimit: Int) throws(Unextractable) {
    self.bytes = bytes
    directory = try ZipDirectory(bytes, limit: entryLimit)
    places = Self.places(bytes, directory.entries)
  }

  /// Ranges of data; of entries that overlap, the first in the file alone has its own.
  ///
  /// Entries that share data are how a small file holds more than it should.
  private static func places(_ bytes: [UInt8], _ entries: [ZipEntry]) -> [Range<Int>?] {
    let reader = ByteReader(bytes: bytes)
    var places = entries.map { data(of: $0, reader) }
    var end = 0
    for index in places.indices.sorted(by: { entries[$0].offset < entries[$1].offset }) {
      guard let place = places[index] else { continue }
      if entries[index].offset < end { places[index] = nil } else { end = place.upperBound }
    }
    return places
  }

  private static func data(of entry: ZipEntry, _ reader: ByteReader) -> Range<Int>? {
    guard entry.offset < reader.bytes.count, reader.hasPrefix(magic, at: entry.offset),
      let name = reader.uint16(entry.offset + 26), let extra = reader.uint16(entry.offset + 28)
    else { return nil }
    let start = entry.offset + 30 + name + extra
    guard reader.slice(start, entry.compressedSize) != nil else { return nil }
    return start..<start + entry.compressedSize
  }

  /// The entry's name; what is not UTF-8 is read as code page 437 would be, its letters apart.
  static func name(of entry: ZipEntry) -> String {
    String(validating: entry.name, as: UTF8.self)
      ?? String(String.UnicodeScalarView(entry.name.map { Unicode.Scalar($0) }))
  }

  /// The index of the entry of this name.
  func index(of name: String) -> Int? {
    directory.entries.firstIndex { $0.name.elementsEqual(name.utf8) }
  }

  /// The expanded bytes of an entry.
  ///
  /// - Throws: Why there are none: protected, damaged, too large.
  func content(of index: Int, _ budget: inout ExtractionBudget) throws(Unextractable) -> [UInt8] {
    let entry = directory.entries[index]
    if entry.isEncrypted { throw Unextractable("it is protected by a password") }
    guard let place = places[index] else {
      throw Unextractable("its data are not in the archive, or are shared with another entry")
    }
    let allowance = budget.allowance(compressed: entry.compressedSize)
    let content: [UInt8]
    switch entry.method {
    case 0:
      guard place.count <= allowance.bytes else { throw Self.tooLarge(entry, allowance.reason) }
      content = Array(bytes[place])
    case 8: content = try inflate(entry, place, allowance)
    default: throw Unextractable("it is compressed by a method that is not read (\(entry.method))")
    }
    budget.spend(content.count)
    guard crc32(of: content) == entry.checksum else { throw Unextractable("its checksum does not fit") }
    return content
  }

  private func inflate(
    _ entry: ZipEntry, _ place: Range<Int>, _ allowance: (bytes: Int, reason: String)
  ) throws(Unextractable) -> [UInt8] {
    var stream = InflatingStream(inflater: try Inflater(bytes, place, .raw))
    let content = try stream.readAll(min(entry.size, allowance.bytes))
    // More than the directory says or the limits allow: nobody expands it to the end to see.
    guard try stream.read(upTo: 1).isEmpty else { throw Self.tooLarge(entry, allowance.reason) }
    return content
  }

  private static func tooLarge(_ entry: ZipEntry, _ reason: String) -> Unextractable {
    Unextractable("\(reason); \(entry.size) bytes, as the archive says, were not seen")
  }
}
