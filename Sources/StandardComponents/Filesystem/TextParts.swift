// Reads a file that is too large for one item part by part. Knows neither items nor directories.
internal import SystemFiles

/// The parts of a file, cut where texts may be cut: behind a line end, else behind a blank, else between characters.
struct TextParts: ~Copyable {
  /// Bytes on the disk, as they were read.
  struct Part: Sendable {
    let bytes: [UInt8]
    /// Where the part begins in the file.
    let offset: Int
    let encoding: TextEncoding
  }

  private let file: FileDescriptor
  private let before: FileStatus
  private let partSize: Int
  private var encoding: TextEncoding
  /// How far it was read.
  private(set) var offset = 0
  /// What was read behind the last cut.
  private var carry: [UInt8] = []
  private var isAtEnd = false
  /// Whether there was still more when it was given up: a file that grows faster than it is read, or has no end.
  private(set) var goesOn = false
  /// Bytes that were passed over because they are NULs, in stretches that are no text.
  private(set) var nullCount = 0

  init(
    _ path: BytePath, _ encoding: TextEncoding, partSize: Int
  ) throws(UnreadableFile) {
    let opened = try FileContent.opened(path)
    before = try FileContent.status(of: opened)
    file = opened
    self.encoding = encoding
    self.partSize = max(1024, partSize)
  }

  /// The size when it was opened; a file that grows on is read up to a part more.
  var size: Int { before.size }

  func changedMeanwhile() -> Bool { (try? file.status()) != before }

  /// The next part; nil after the last.
  mutating func next() throws(UnreadableFile) -> Part? {
    while true {
      var bytes = try filled()
      if bytes.isEmpty { return nil }
      let stretch = NullStretch.first(in: bytes)
      if let stretch, stretch.lowerBound == 0 {
        nullCount += stretch.count
        offset += stretch.count
        carry = Array(bytes[stretch.upperBound...])
        if carry.isEmpty, !isAtEnd { try passHole() }
        continue
      }
      if encoding == .detected { encoding = .detect(bytes) }
      if let end = stretch?.lowerBound ?? (isAtEnd ? nil : encoding.cut(bytes)) {
        carry = Array(bytes[end...])
        bytes.removeSubrange(end...)
      }
      defer { offset += bytes.count }
      let part = Part(bytes: bytes, offset: offset, encoding: encoding)
      encoding = encoding.afterBeginning(bytes)
      return part
    }
  }

  /// Passes over what is left of a hole in a sparse file, of which nothing is on the disk.
  private mutating func passHole() throws(UnreadableFile) {
    do {
      guard let data = try file.seek(toDataFrom: offset), data > offset else { return }
      nullCount += data - offset
      offset = data
    } catch {
      throw UnreadableFile(error)
    }
  }

  /// What was read behind the last cut, and as much more as a part may have.
  private mutating func filled() throws(UnreadableFile) -> [UInt8] {
    var bytes = carry
    carry = []
    while bytes.count < partSize, !isAtEnd {
      let more: [UInt8]
      do {
        more = try file.read(upTo: min(1 << 20, partSize - bytes.count))
      } catch {
        throw UnreadableFile(error)
      }
      goesOn = !more.isEmpty && offset > before.size
      isAtEnd = more.isEmpty || goesOn
      if bytes.isEmpty { bytes.reserveCapacity(partSize) }
      bytes += more
    }
    return bytes
  }
}

extension TextEncoding {
  /// The encoding of what follows the beginning of a text.
  fileprivate func afterBeginning(_ bytes: [UInt8]) -> TextEncoding {
    switch self {
    case .utf8: .utf8(dropsSignature: false)
    case .utf16(nil): .utf16(bytes.starts(with: [0xFE, 0xFF]) ? .bigEndian : .littleEndian)
    case .utf32(nil): .utf32(bytes.starts(with: [0, 0, 0xFE, 0xFF]) ? .bigEndian : .littleEndian)
    case .ascii, .latin1, .page, .utf16, .utf32, .detected: self
    }
  }

  /// Where a part of a text is best cut; above 0.
  fileprivate func cut(_ bytes: [UInt8]) -> Int {
    if case .utf16(let order) = self {
      return Self.cutUTF16(bytes, isBigEndian: order == .bigEndian || bytes.starts(with: [0xFE, 0xFF]))
    }
    if case .utf32 = self { return max(1, bytes.count & ~3) }
    // A carriage return may have its line feed in the next part.
    if let end = bytes.lastIndex(of: 0x0A) ?? bytes.lastIndex(of: 0x20) { return end + 1 }
    var end = bytes.count
    if bytes.last == 0x0D { end -= 1 }
    guard case .utf8 = self else { return max(1, end) }
    // A character of UTF-8 has at most three bytes behind its first.
    var start = end - 1
    while start > max(0, end - 4), bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start > 0 && bytes[start] >= 0xC0 ? start : max(1, end)
  }

  private static func cutUTF16(_ bytes: [UInt8], isBigEndian: Bool) -> Int {
    let count = bytes.count & ~1
    func unit(_ index: Int) -> UInt16 {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var index = count - 2
    while index > 0 {
      if unit(index) == 0x0A { return index + 2 }
      index -= 2
    }
    // Neither between the halves of a character nor between CR and what may be its LF.
    let last = unit(count - 2)
    return count > 2 && (last == 0x0D || 0xD800...0xDBFF ~= last) ? count - 2 : count
  }
}
