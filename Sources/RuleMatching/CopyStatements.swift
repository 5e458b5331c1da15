// Reads the columns and rows of PostgreSQL's COPY statements. Knows no other statement.

/// `COPY t (a, b) FROM stdin;`, lines with tabs, and `\.`: which column each value is in.
struct CopyStatements: Sendable {
  private struct Rows: Sendable {
    let range: Range<Int>
    let base: Int
  }

  private var names = StatementCells()
  /// In order.
  private var blocks: [Rows] = []

  private static let longestBeginning = 200
  private static let longestRow = 1 << 16
  private static let source = Array("from stdin".utf8)

  /// Nil if the text has no such statement.
  init?(_ text: Span<UInt8>, _ statements: TableStatements) {
    var position = 0
    for (number, beginning) in statements.copies.enumerated() where beginning >= position {
      guard let rows = read(text, from: beginning, base: number * StatementCells.columnsPerStatement) else {
        continue
      }
      blocks.append(rows)
      position = rows.range.upperBound
    }
    if blocks.isEmpty { return nil }
  }

  func named(at position: Int) -> Int? { names.column(at: position) }

  /// The number of tabs in front of a place in its line tells the column.
  func column(of position: Int, in text: Span<UInt8>) -> Int? {
    let behind = blocks.partitioningIndex { $0.range.lowerBound > position }
    guard behind > 0, blocks[behind - 1].range.contains(position) else { return nil }
    var place = position
    var column = 0
    while place > 0, text[place - 1] != 0x0A {
      guard position - place < Self.longestRow else { return nil }
      place -= 1
      if text[place] == 0x09 { column += 1 }
    }
    return blocks[behind - 1].base + min(column, StatementCells.columnsPerStatement - 2)
  }

  /// The rows of tables that have one of some columns, in order.
  func rows(of columns: Set<Int>) -> [Range<Int>] {
    let tables = Set(columns.map { $0 / StatementCells.columnsPerStatement })
    return blocks.filter { tables.contains($0.base / StatementCells.columnsPerStatement) }.map(\.range)
  }

  private mutating func read(_ text: Span<UInt8>, from beginning: Int, base: Int) -> Rows? {
    let limit = Self.longestBeginning
    guard let open = Self.listOfColumns(in: text, from: beginning),
      TableStatements.find(Self.source, in: text, from: open, limit: 4096) != nil
    else { return nil }
    var heading = names
    let close = heading.add(text, from: open, base: base)
    guard TableStatements.find(Self.source, in: text, from: close, limit: 40) != nil,
      let lineEnd = TableStatements.next(0x0A, in: text, from: close, limit: limit)
    else { return nil }
    names = heading
    return Rows(range: lineEnd + 1..<Self.end(in: text, from: lineEnd), base: base)
  }

  /// The bracket behind a table's name; nil if something else stands in front of it, as in prose.
  private static func listOfColumns(in text: Span<UInt8>, from beginning: Int) -> Int? {
    let limit = min(text.count, beginning + longestBeginning)
    var position = beginning
    var words = 0
    var isInWord = false
    var isQuoted = false
    while position < limit {
      let byte = text[position]
      if byte == 0x28, !isQuoted { return words == 1 ? position : nil }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      let isSpace = !isQuoted && (byte == 0x20 || byte &- 0x09 < 5)
      if !isSpace, !isInWord { words += 1 }
      if words > 1 { return nil }
      isInWord = !isSpace
      position += 1
    }
    return nil
  }

  /// The line that is `\.`, or the end of the text.
  private static func end(in text: Span<UInt8>, from lineEnd: Int) -> Int {
    var position = lineEnd
    while position + 2 < text.count {
      if text[position] == 0x0A, text[position + 1] == 0x5C, text[position + 2] == UInt8(ascii: ".") {
        return max(lineEnd + 1, position)
      }
      position += 1
    }
    return max(lineEnd + 1, text.count)
  }
}
