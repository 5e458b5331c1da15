// Finds out whether a text is a table whose first line names its columns. Knows no rules.

/// The columns of a text in lines with separators (CSV, TSV), by the words of its first line.
struct TableHeader: Sendable {
  private let separator: UInt8
  /// The end of the first line.
  private let headerEnd: Int

  private static let longestRow = 1 << 16
  /// The longest first line that is looked at, in bytes.
  private static let maximumHeader = 8192

  /// Nil if the text is no such table: the second line must have as many separators as the first, at least one.
  init?(_ text: Span<UInt8>) {
    guard let end = Self.lineEnd(in: text, from: 0), end + 1 < text.count, end <= Self.maximumHeader,
      let second = Self.lineEnd(in: text, from: end + 1) ?? Optional(text.count)
    else { return nil }
    guard Self.isHead(text, 0..<end) else { return nil }
    for separator in Array("\t;|,".utf8) {
      let count = Self.separators(separator, in: text, 0..<end)
      if count > 0, count == Self.separators(separator, in: text, end + 1..<second) {
        self.separator = separator
        headerEnd = end
        return
      }
    }
    return nil
  }

  /// Whether a place is in the first line.
  func isInHeader(_ position: Int) -> Bool { position < headerEnd }

  /// The number of the column that a place is in, counted from the beginning of its line; nil where that is far away.
  func column(of position: Int, in text: Span<UInt8>) -> Int? {
    var start = position
    while start > 0, text[start - 1] != 0x0A {
      guard position - start < Self.longestRow else { return nil }
      start -= 1
    }
    return Self.separators(separator, in: text, start..<position)
  }

  /// All lines below the first.
  func rows(in text: Span<UInt8>) -> Range<Int> { min(headerEnd, text.count)..<text.count }

  /// Names of columns have no long numbers and no addresses in them.
  private static func isHead(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var digits = 0
    for position in range {
      if text[position] == UInt8(ascii: "@") { return false }
      digits = text[position] &- 0x30 < 10 ? digits + 1 : 0
      if digits == 4 { return false }
    }
    return true
  }

  private static func lineEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    let limit = min(text.count, start + maximumHeader)
    while position < limit {
      if text[position] == 0x0A { return position }
      position += 1
    }
    return nil
  }

  /// The separators of a part of a line that stand outside of double quotes.
  private static func separators(_ separator: UInt8, in text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var isQuoted = false
    for position in range {
      if text[position] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, text[position] == separator { count += 1 }
    }
    return count
  }
}
