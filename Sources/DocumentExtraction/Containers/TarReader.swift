// Walks over the entries of a tar file, from front to back. Knows no limits and no documents.

/// An entry of a tar file, its content still to come.
struct TarEntry {
  let name: String
  let size: Int
  let isFile: Bool
}

/// The entries of a stream.
struct TarReader<Source: ByteStream> {
  /// Names and attributes longer than this are no names.
  private static var attributeLimit: Int { 1 << 20 }

  private var source: Source
  /// What is left of the present entry, padding apart.
  private var contentLeft = 0
  private var padding = 0

  init(_ source: Source) { self.source = source }

  /// The next entry; nil at the end of the archive.
  mutating func next() throws(Unextractable) -> TarEntry? {
    try finishEntry()
    var longName: [UInt8]?
    var longSize: Int?
    while let header = try header() {
      begin(longSize ?? header.size)
      switch header.type {
      case 0x4C: longName = Array(try attribute().prefix { $0 != 0 })  // L: GNU's long name
      case 0x78, 0x58:  // x, and Solaris' X: attributes of the next entry
        let attributes = PAXAttributes(try attribute())
        longName = attributes["GNU.sparse.name"] ?? attributes["path"] ?? longName
        longSize = attributes["size"].flatMap { Int(String(decoding: $0, as: UTF8.self)) }
          .flatMap { $0 < 0 ? nil : $0 }
      case 0x4B, 0x67: try finishEntry()  // K, g: long targets of links, attributes of all
      default:
        if header.hasMoreHoles { try skipHoles() }
        let name = longName ?? header.name
        return TarEntry(name: Self.text(name), size: contentLeft, isFile: header.isFile && name.last != 0x2F)
      }
    }
    return nil
  }

  /// The next bytes of the present entry.
  ///
  /// - Throws: When the archive ends before the entry does.
  mutating func read(upTo count: Int) throws(Unextractable) -> [UInt8] {
    let bytes = try source.read(upTo: min(count, contentLeft))
    if bytes.isEmpty, contentLeft > 0, count > 0 {
      defer { contentLeft = 0 }
      throw Unextractable("the archive ends within it; \(contentLeft) bytes of it are not there")
    }
    contentLeft -= bytes.count
    return bytes
  }

  private mutating func begin(_ size: Int) {
    contentLeft = size
    padding = (TarHeader.blockSize - size % TarHeader.blockSize) % TarHeader.blockSize
  }

  private mutating func finishEntry() throws(Unextractable) {
    guard contentLeft > 0 || padding > 0 else { return }
    let skipped = try source.skip(contentLeft)
    defer { (contentLeft, padding) = (0, 0) }
    guard skipped == contentLeft else {
      throw Unextractable(
        "the archive ends within an entry; \(contentLeft - skipped) bytes of it are not there")
    }
    _ = try source.skip(padding)
  }

  /// The blocks between a header and its data that say where holes are; the last says so itself (byte 504).
  private mutating func skipHoles() throws(Unextractable) {
    while true {
      let block = try source.readAll(TarHeader.blockSize)
      guard block.count == TarHeader.blockSize else {
        throw Unextractable("the archive ends within a header")
      }
      if block[504] == 0 { return }
    }
  }

  /// The next header; nil at the end, which zeros or nothing may mark.
  private mutating func header() throws(Unextractable) -> TarHeader? {
    let block = try source.readAll(TarHeader.blockSize)
    if block.allSatisfy({ $0 == 0 }) { return nil }
    guard let header = TarHeader(block) else {
      throw Unextractable(
        block.count < TarHeader.blockSize
          ? "the archive ends within a header" : "what follows is no header of a tar file")
    }
    return header
  }

  private mutating func attribute() throws(Unextractable) -> [UInt8] {
    guard contentLeft <= Self.attributeLimit else { throw Unextractable("a name in it is too long") }
    let bytes = try source.readAll(contentLeft)
    guard bytes.count == contentLeft else { throw Unextractable("the archive ends within a header") }
    contentLeft = 0
    try finishEntry()
    return bytes
  }

  private static func text(_ name: [UInt8]) -> String {
    String(validating: name, as: UTF8.self)
      ?? String(String.UnicodeScalarView(name.map { Unicode.Scalar($0) }))
  }
}

/// The records of a pax header: `LENGTH KEY=VALUE\n`.
private struct PAXAttributes {
  private var values: [String: [UInt8]] = [:]

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let space = rest.firstIndex(of: 0x20),
      let length = Int(String(decoding: rest[rest.startIndex..<space], as: UTF8.self)),
      length > space - rest.startIndex + 1, length <= rest.count
    {
      let record = rest[(space + 1)..<(rest.startIndex + length)].dropLast()
      if let equals = record.firstIndex(of: 0x3D) {
        values[String(decoding: record[record.startIndex..<equals], as: UTF8.self)] = Array(
          record[(equals + 1)...])
      }
      rest = rest.dropFirst(length)
    }
  }

  subscript(key: String) -> [UInt8]? { values[key] }
}
