// Goes through the entries of archives. Knows the limits; expanding is elsewhere.

extension DocumentExtractor {
  mutating func extractArchive(_ bytes: [UInt8], _ format: DocumentFormat, at path: String, depth: Int) throws
  {
    switch format {
    case .zip: try extractZip(bytes, at: path, depth: depth)
    case .tar: try extractTar(MemoryStream(bytes), at: path, depth: depth)
    default: try extractGzip(bytes, at: path, depth: depth)
    }
  }

  private mutating func extractZip(_ bytes: [UInt8], at path: String, depth: Int) throws {
    let archive = try ZipArchive(bytes, entryLimit: budget.entriesLeft)
    for (index, entry) in archive.directory.entries.enumerated() where entry.isFile {
      guard budget.takeEntry() else { return sink.omit(tooManyEntries, at: path, isWhole: false) }
      try sink.checkCancellation()
      let inner = "\(path)!/\(ZipArchive.name(of: entry))"
      do {
        try extractInner(try archive.content(of: index, &budget), at: inner, depth: depth + 1)
      } catch let error as Unextractable {
        sink.omit(error.reason, at: inner, isWhole: true)
      }
    }
    if archive.directory.missingEntries > 0 {
      let reason =
        archive.directory.isCut
        ? "more than the limit of \(options.limits.entries)" : "the directory is damaged or too short"
      sink.omit(
        "\(archive.directory.missingEntries) entries were not seen: \(reason)", at: path, isWhole: false)
    }
  }

  /// A damaged archive gives what comes before the damage.
  private mutating func extractTar<Source: ByteStream>(_ source: Source, at path: String, depth: Int) throws {
    var reader = TarReader(source)
    do {
      while let entry = try reader.next() {
        try sink.checkCancellation()
        guard entry.isFile else { continue }
        guard budget.takeEntry() else { return sink.omit(tooManyEntries, at: path, isWhole: false) }
        let inner = "\(path)!/\(entry.name)"
        let allowance = min(options.limits.entryBytes, budget.bytesLeft)
        guard entry.size <= allowance else {
          sink.omit(
            "it is larger than the limit: \(entry.size) bytes were not seen", at: inner, isWhole: true)
          if budget.bytesLeft < options.limits.entryBytes {
            return sink.omit(
              "what comes after it was not seen: the file holds more than the limit of "
                + "\(options.limits.totalBytes) bytes once expanded", at: path, isWhole: false)
          }
          continue
        }
        let content = try content(of: entry, &reader)
        budget.spend(content.count)
        try extractInner(content, at: inner, depth: depth + 1)
      }
    } catch let error as Unextractable {
      sink.omit("\(error.reason); what comes after it was not seen", at: path, isWhole: false)
    }
  }

  private func content<Source: ByteStream>(
    of entry: TarEntry, _ reader: inout TarReader<Source>
  ) throws(Unextractable) -> [UInt8] {
    var content: [UInt8] = []
    while content.count < entry.size {
      let more = try reader.read(upTo: entry.size - content.count)
      if more.isEmpty { break }
      content += more
    }
    return content
  }

  /// A gzip file holds one file, which may be a tar archive: that is read as it is expanded.
  private mutating func extractGzip(_ bytes: [UInt8], at path: String, depth: Int) throws {
    let name = Self.innerName(of: path)
    var probe = InflatingStream(inflater: try Inflater(bytes, 0..<bytes.count, .gzip))
    let first = (try? probe.readAll(TarHeader.blockSize)) ?? []
    if DocumentFormat.of(first, name: name) == .tar {
      let allowance = budget.allowance(compressed: bytes.count)
      let whole = min(options.limits.totalBytes, max(allowance.bytes, bytes.count * options.limits.ratio))
      let stream = BoundedStream(
        InflatingStream(inflater: try Inflater(bytes, 0..<bytes.count, .gzip)), limit: whole,
        reason: "it expands to more than \(whole) bytes, the limit for its size")
      return try extractTar(stream, at: path, depth: depth + 1)
    }
    let allowance = budget.allowance(compressed: bytes.count)
    var stream = InflatingStream(inflater: try Inflater(bytes, 0..<bytes.count, .gzip))
    var content: [UInt8] = []
    let fault = Self.append(to: &content, from: &stream, limit: allowance)
    if content.isEmpty, let fault { throw Unextractable(fault) }
    budget.spend(content.count)
    // A log that was cut is worth reading as far as it goes; a document that was cut says itself that it is damaged.
    let length = content.count
    try extractInner(content, at: "\(path)!/\(name)", depth: depth + 1)
    if let fault {
      sink.omit("\(fault); what comes after its first \(length) bytes was not seen", at: path, isWhole: false)
    }
    let excess = stream.inflater.trailingCount
    if excess > 0 {
      sink.omit(
        "\(excess) bytes behind its end, which are no compressed data, were not seen", at: path,
        isWhole: false)
    }
  }

  /// Expands as much as there is, or may be; why that is not all.
  private static func append(
    to content: inout [UInt8], from stream: inout InflatingStream, limit: (bytes: Int, reason: String)
  ) -> String? {
    do throws(Unextractable) {
      while content.count < limit.bytes {
        let more = try stream.read(upTo: limit.bytes - content.count)
        if more.isEmpty { return nil }
        content += more
      }
      return try stream.read(upTo: 1).isEmpty ? nil : limit.reason
    } catch {
      return error.reason
    }
  }

  /// The name without `.gz`; `.tgz` stands for `.tar.gz`.
  private static func innerName(of path: String) -> String {
    let name = path.utf8.lastIndex(of: 0x2F).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let lower = name.lowercased()
    if lower.hasSuffix(".tgz") { return String(name.dropLast(4)) + ".tar" }
    return lower.hasSuffix(".gz") && name.utf8.count > 3 ? String(name.dropLast(3)) : name
  }
}

/// A stream that ends with an error when it gives too much.
struct BoundedStream<Source: ByteStream>: ByteStream {
  private var source: Source
  private var left: Int
  private let reason: String

  init(_ source: Source, limit: Int, reason: String) {
    self.source = source
    left = limit
    self.reason = reason
  }

  mutating func read(upTo count: Int) throws(Unextractable) -> [UInt8] {
    let bytes = try source.read(upTo: count)
    left -= bytes.count
    guard left >= 0 else { throw Unextractable(reason) }
    return bytes
  }
}
