// Reads tables drawn with bars: Markdown, and what databases' consoles print. Knows no rules.
internal import TextMatching

/// Tables whose header stands above a line of dashes: which column each place is in.
///
/// ```text
/// | name | born |        id | name
/// | ---- | ---- |       ----+------
/// | Anna | 1980 |         1 | Anna
/// ```
struct RuledTables: Sendable {
  /// One table: the line that names the columns, and the lines below.
  private struct Table: Sendable {
    let header: Range<Int>
    let rows: Range<Int>
  }

  private static let columnsPerTable = 4096
  private static let maximumTables = 10_000
  private static let longestLine = 8192
  private static let bar = UInt8(ascii: "|")

  /// In order.
  private var tables: [Table] = []

  /// Nil if the text has no such table.
  init?(_ text: Span<UInt8>) {
    var previous = 0..<0
    var position = 0
    while position < text.count, tables.count < Self.maximumTables {
      let line = Self.line(in: text, from: position)
      position = line.upperBound + 1
      if Self.isRule(line, in: text), Self.hasBar(previous, in: text) {
        let end = Self.endOfRows(in: text, from: position)
        tables.append(Table(header: previous, rows: min(position, end)..<end))
        position = max(position, end)
      }
      previous = line
    }
    if tables.isEmpty { return nil }
  }

  /// The number of the column that is named at a place; nil if none is.
  func named(at position: Int, in text: Span<UInt8>) -> Int? {
    guard let index = table(at: position), tables[index].header.contains(position),
      let column = Self.column(of: position, in: text)
    else { return nil }
    return Self.columnsPerTable * index + column
  }

  /// The number of the column of a value at a place; nil if it is in none.
  func column(of position: Int, in text: Span<UInt8>) -> Int? {
    guard let index = table(at: position), tables[index].rows.contains(position),
      let column = Self.column(of: position, in: text)
    else { return nil }
    return Self.columnsPerTable * index + column
  }

  /// The rows of the tables that some columns belong to, in order.
  func rows(of columns: Set<Int>) -> [Range<Int>] {
    Set(columns.map { $0 / Self.columnsPerTable }).sorted().filter(tables.indices.contains)
      .map { tables[$0].rows }
  }

  /// The last table that begins at a place or before it.
  private func table(at position: Int) -> Int? {
    let behind = tables.partitioningIndex { $0.header.lowerBound > position }
    return behind > 0 ? behind - 1 : nil
  }

  private static func line(in text: Span<UInt8>, from start: Int) -> Range<Int> {
    start..<(text.firstIndex(of: 0x0A, from: start) ?? max(start, text.count))
  }

  /// Three dashes or more, with nothing but bars, crosses, colons and spaces between them.
  private static func isRule(_ line: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard line.count >= 3, line.count <= longestLine else { return false }
    var dashes = 0
    var bars = 0
    for position in line {
      switch text[position] {
      case UInt8(ascii: "-"), UInt8(ascii: "="): dashes += 1
      case bar, UInt8(ascii: "+"): bars += 1
      case UInt8(ascii: ":"), 0x20, 0x09, 0x0D: break
      default: return false
      }
    }
    return dashes >= 3 && bars >= 1
  }

  private static func hasBar(_ line: Range<Int>, in text: Span<UInt8>) -> Bool {
    line.count <= longestLine && line.contains { text[$0] == bar }
  }

  /// Rows are the lines below that have a bar, or are rules themselves.
  private static func endOfRows(in text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count {
      let line = line(in: text, from: position)
      guard hasBar(line, in: text) || isRule(line, in: text) else { return position }
      position = line.upperBound + 1
    }
    return text.count
  }

  /// The bars before a place on its line; nil where the line is very long.
  private static func column(of position: Int, in text: Span<UInt8>) -> Int? {
    var count = 0
    var place = position
    while place > 0, text[place - 1] != 0x0A {
      guard position - place < longestLine else { return nil }
      place -= 1
      if text[place] == bar { count += 1 }
    }
    // Whether lines begin with a bar or not, header and rows are written alike.
    return min(count, columnsPerTable - 1)
  }
}
