// Reads tables whose columns are told apart by spaces alone, as consoles and reports print them. Knows no rules.

/// Tables whose lines are filled with spaces, so that columns begin, or end, under one another.
///
/// ```text
/// name           born        items
/// Anna Kowalska  1980-02-03      7
/// ```
struct AlignedTables: Sendable {
  /// The names of the columns by their places in the line, in code points, and the lines below.
  private struct Table: Sendable {
    let header: Range<Int>
    let names: [Range<Int>]
    let rows: Range<Int>
  }

  private static let columnsPerTable = 256
  private static let longestLine = 2048
  /// Further down no table is looked for.
  private static let reach = 1 << 18

  /// In order.
  private var tables: [Table] = []

  /// Nil if the text has no such table.
  init?(_ text: Span<UInt8>) {
    var position = 0
    while position < min(text.count, Self.reach) {
      let line = AlignedFields.line(in: text, from: position)
      position = line.upperBound + 1
      guard let names = AlignedFields.names(in: text, line) else { continue }
      let end = Self.endOfRows(in: text, from: position, names)
      guard end > position else { continue }
      tables.append(Table(header: line, names: names, rows: position..<end))
      position = end
    }
    if tables.isEmpty { return nil }
  }

  /// The number of the column that is named at a place; nil if none is.
  func named(at position: Int, in text: Span<UInt8>) -> Int? {
    guard let index = table(at: position), tables[index].header.contains(position) else { return nil }
    return number(of: position, table: index, in: text)
  }

  /// The number of the column of a value at a place; nil if it is in none.
  func column(of position: Int, in text: Span<UInt8>) -> Int? {
    guard let index = table(at: position), tables[index].rows.contains(position) else { return nil }
    return number(of: position, table: index, in: text)
  }

  /// The rows of the tables that some columns belong to, in order.
  func rows(of columns: Set<Int>) -> [Range<Int>] {
    Set(columns.map { $0 / Self.columnsPerTable }).sorted().filter(tables.indices.contains)
      .map { tables[$0].rows }
  }

  private func number(of position: Int, table index: Int, in text: Span<UInt8>) -> Int? {
    guard let field = AlignedFields.field(at: position, in: text),
      let column = tables[index].names.firstIndex(where: { $0.overlaps(field) })
    else { return nil }
    return Self.columnsPerTable * index + column
  }

  /// The last table that begins at a place or before it.
  private func table(at position: Int) -> Int? {
    let behind = tables.partitioningIndex { $0.header.lowerBound > position }
    return behind > 0 ? behind - 1 : nil
  }

  /// The end of the lines below a header that are aligned with it; where it began for less than two.
  private static func endOfRows(in text: Span<UInt8>, from start: Int, _ names: [Range<Int>]) -> Int {
    var position = start
    var count = 0
    while position < text.count {
      let line = AlignedFields.line(in: text, from: position)
      guard line.count <= longestLine, isRow(AlignedFields.fields(in: text, line), names) else { break }
      position = line.upperBound + 1
      count += 1
    }
    return count >= 2 ? min(position, text.count) : start
  }

  /// Two fields or more, most of which begin or end where a name does.
  private static func isRow(_ fields: [Range<Int>], _ names: [Range<Int>]) -> Bool {
    guard fields.count >= 2, fields.count <= 2 * names.count else { return false }
    let aligned = fields.filter { field in
      names.contains { $0.lowerBound == field.lowerBound || $0.upperBound == field.upperBound }
    }
    return aligned.count >= 2 && 3 * aligned.count >= 2 * fields.count
  }
}
