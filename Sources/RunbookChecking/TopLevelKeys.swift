// Finds the keys of a YAML file's outermost mapping by their place, without parsing it.

enum TopLevelKeys {
  /// Calls `body` with the bytes of each key, quotes taken off, until it gives false.
  static func forEach(in bytes: [UInt8], _ body: (ArraySlice<UInt8>) -> Bool) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"): return forEachInFlow(bytes, after: position, body)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "#"), UInt8(ascii: "-"), 0x0A, 0x0D: break
      default: if let key = key(in: bytes, at: position), !body(key) { return }
      }
      guard let lineFeed = bytes[position...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return }
      position = lineFeed + 1
    }
  }

  /// The key that begins at an offset: what stands before a colon that a blank or the line's end follows.
  private static func key(in bytes: [UInt8], at start: Int) -> ArraySlice<UInt8>? {
    var (first, end) = (start, start)
    if let quote = quote(bytes[start]) {
      first += 1
      guard let close = bytes[first...].firstIndex(where: { $0 == quote || $0 == 0x0A }),
        bytes[close] == quote
      else { return nil }
      end = close + 1
    } else {
      while end < bytes.count, !isBlank(bytes[end]), !isColon(bytes, at: end) { end += 1 }
    }
    let last = first == start ? end : end - 1
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
    return isColon(bytes, at: end) ? bytes[first..<last] : nil
  }

  private static func quote(_ byte: UInt8) -> UInt8? {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? byte : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isColon(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return false }
    return index + 1 == bytes.count || isBlank(bytes[index + 1])
  }

  /// The keys of a mapping in braces, as JSON has them: words before a colon at the first level.
  private static func forEachInFlow(
    _ bytes: [UInt8], after brace: Int, _ body: (ArraySlice<UInt8>) -> Bool
  ) {
    var (depth, position) = (1, brace + 1)
    var word: Range<Int>?
    while position < bytes.count, depth > 0 {
      let byte = bytes[position]
      if let quote = quote(byte) {
        let end = closing(quote, in: bytes, after: position)
        if depth == 1 { word = position + 1..<end }
        position = end
      } else if byte == UInt8(ascii: ":") {
        if depth == 1, let found = word, !body(bytes[found]) { return }
        word = nil
      } else if "{[".utf8.contains(byte) {
        depth += 1
      } else if "}]".utf8.contains(byte) {
        depth -= 1
      } else if depth == 1, !isBlank(byte), byte != UInt8(ascii: ",") {
        word = (word.flatMap { $0.upperBound == position ? $0.lowerBound : nil } ?? position)..<position + 1
      }
      position += 1
    }
  }

  /// The offset of the quote that ends a text, or of the file's end.
  private static func closing(_ quote: UInt8, in bytes: [UInt8], after start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != quote {
      index += bytes[index] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
    }
    return min(index, bytes.count)
  }
}
