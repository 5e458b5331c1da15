// Converts line ends to LF as Python's text files do. Knows no lines otherwise.

package enum UniversalNewlines {
  /// The text with CR LF and CR become LF; other line ends stay.
  package static func convert(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.firstIndex(of: 0x0D) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    result += text[..<first]
    var position = first
    while position < text.count {
      let byte = text[position]
      position += 1
      guard byte == 0x0D else {
        result.append(byte)
        continue
      }
      result.append(0x0A)
      if position < text.count, text[position] == 0x0A { position += 1 }
    }
    return result
  }
}
