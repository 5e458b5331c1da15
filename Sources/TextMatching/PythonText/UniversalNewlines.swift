// Converts line ends to LF as Python's text files do. Knows no lines otherwise.

package enum UniversalNewlines {
  /// The text with CR LF and CR become LF; other line ends stay.
  package static func convert(_ text: [UInt8]) -> [UInt8] {
    converted(text.span) ?? text
  }

  /// The text with CR LF and CR become LF; other line ends stay.
  package static func convert(_ text: String) -> String {
    converted(text.utf8Span.span).map { string($0.span) } ?? text
  }

  /// The text of bytes that are known to be UTF-8, which are not looked at again, with CR LF and CR become LF.
  package static func text(ofValid bytes: [UInt8]) -> String {
    string(convert(bytes).span)
  }

  private static func string(_ valid: Span<UInt8>) -> String {
    // SAFETY: whoever calls has UTF-8, and replacing one ASCII character by another or by nothing leaves it so.
    unsafe String(copying: UTF8Span(unchecked: valid))
  }

  /// Nil where there is nothing to convert.
  private static func converted(_ text: Span<UInt8>) -> [UInt8]? {
    guard var end = text.firstIndex(of: 0x0D, from: 0) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var position = 0
    while true {
      append(text.extracting(position..<end), to: &result)
      guard end < text.count else { return result }
      result.append(0x0A)
      position = end + 1
      if position < text.count, text[position] == 0x0A { position += 1 }
      end = text.firstIndex(of: 0x0D, from: position) ?? text.count
    }
  }

  private static func append(_ run: Span<UInt8>, to result: inout [UInt8]) {
    // SAFETY: the buffer is read within the closure only.
    unsafe run.withUnsafeBufferPointer { unsafe result.append(contentsOf: $0) }
  }
}
