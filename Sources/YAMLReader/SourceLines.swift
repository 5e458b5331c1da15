// The lines around a place in a source, for explaining what is wrong there.

/// Looks at the bytes around an offset.
struct SourceLines {
  let bytes: [UInt8]

  func byte(at offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

  /// The bytes of the character at an offset; empty at the end of a line.
  func character(at offset: Int) -> Range<Int> {
    guard let first = byte(at: offset), !Self.isBreak(first) else { return offset..<offset }
    var end = offset + 1
    while let next = byte(at: end), next & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }

  func start(ofLineAt offset: Int) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, !Self.isBreak(bytes[start - 1]) { start -= 1 }
    return start
  }

  func end(ofLineAt offset: Int) -> Int {
    var end = min(offset, bytes.count)
    while end < bytes.count, !Self.isBreak(bytes[end]) { end += 1 }
    return end
  }

  /// From an offset to the end of its line, without the blanks there.
  func rest(from offset: Int) -> Range<Int> {
    var end = end(ofLineAt: offset)
    while end > offset, Self.isBlank(bytes[end - 1]) { end -= 1 }
    return offset..<max(offset, end)
  }

  /// The content of the line above that is not blank; nil at the top of the file.
  func lineAbove(_ offset: Int) -> Range<Int>? {
    var end = start(ofLineAt: offset)
    while end > 0, Self.isBreak(bytes[end - 1]) || Self.isBlank(bytes[end - 1]) { end -= 1 }
    guard end > 0 else { return nil }
    return indentationEnd(ofLineAt: end - 1)..<end
  }

  /// Where the first character of a line stands that is neither space nor tab.
  func indentationEnd(ofLineAt offset: Int) -> Int {
    var position = start(ofLineAt: offset)
    while let next = byte(at: position), Self.isBlank(next) { position += 1 }
    return position
  }

  /// The first ':' in a range that no space follows, as in `key:value`, unless it stands in `://`.
  func unspacedColon(in range: Range<Int>) -> Int? {
    range.first { offset in
      guard bytes[offset] == UInt8(ascii: ":"), let next = byte(at: offset + 1) else { return false }
      return !Self.isBlank(next) && !Self.isBreak(next) && next != UInt8(ascii: "/")
    }
  }

  /// The first ':' in a range that a blank follows.
  func spacedColon(in range: Range<Int>) -> Int? {
    range.first { offset in
      bytes[offset] == UInt8(ascii: ":")
        && byte(at: offset + 1).map { Self.isBlank($0) || Self.isBreak($0) } ?? true
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
