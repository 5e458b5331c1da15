// Reads the columns and values of SQL's INSERT statements. Knows no other statement.

/// `INSERT INTO t (a, b) VALUES (1, 'x'), …`: which column each value is in.
struct InsertStatements: Sendable {
  /// The beginning of a cell and the number of its column, which differs from statement to statement.
  private struct Cell: Sendable {
    let start: Int
    let column: Int
  }

  private static let columnsPerStatement = 4096

  /// In order.
  private var names: [Cell] = []
  private var values: [Cell] = []

  /// What a statement begins with.
  static let beginning = "insert into"

  /// Nil if the text has no such statement. `beginnings` are the ends of what each may begin with, in order.
  init?(_ text: Span<UInt8>, _ beginnings: [Int]) {
    var position = 0
    var number = 0
    for beginning in beginnings where beginning >= position {
      position = beginning
      guard let open = Self.next(0x28, in: text, from: position, limit: 300) else { continue }
      let base = number * Self.columnsPerStatement
      let end = Self.cells(in: text, from: open, base: base, into: &names)
      guard let keyword = Self.find(Array("values".utf8), in: text, from: end, limit: 40) else { continue }
      position = readTuples(text, from: keyword + 6, base: base)
      number += 1
    }
    if values.isEmpty { return nil }
  }

  func named(at position: Int) -> Int? { Self.cell(at: position, in: names) }

  func column(of position: Int) -> Int? { Self.cell(at: position, in: values) }

  /// The cells of some columns, in order.
  func values(of columns: Set<Int>, in text: Span<UInt8>) -> [Range<Int>] {
    values.indices.compactMap { index in
      guard columns.contains(values[index].column) else { return nil }
      return values[index].start..<(index + 1 < values.count ? values[index + 1].start : text.count)
    }
  }

  /// Reads `(…), (…)`; gives where the statement ends.
  private mutating func readTuples(_ text: Span<UInt8>, from start: Int, base: Int) -> Int {
    var position = start
    while let open = Self.next(0x28, in: text, from: position, limit: 64) {
      position = Self.cells(in: text, from: open, base: base, into: &values)
      var after = position
      while after < text.count, text[after] == 0x20 || text[after] == 0x0A || text[after] == 0x0D {
        after += 1
      }
      guard after < text.count, text[after] == UInt8(ascii: ",") else { break }
      position = after + 1
    }
    return position
  }

  /// Adds the cells of a bracket; gives the place behind it.
  private static func cells(in text: Span<UInt8>, from open: Int, base: Int, into cells: inout [Cell]) -> Int
  {
    var position = open + 1
    var column = 0
    var depth = 1
    cells.append(Cell(start: position, column: base))
    while position < text.count, depth > 0 {
      switch text[position] {
      case UInt8(ascii: "'"): position = stringEnd(in: text, from: position)
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case UInt8(ascii: ",") where depth == 1:
        column = min(column + 1, columnsPerStatement - 2)
        cells.append(Cell(start: position + 1, column: base + column))
      default: break
      }
      position += 1
    }
    // What comes after the bracket is in no column.
    cells.append(Cell(start: position, column: -1))
    return position
  }

  /// The closing quote of a string; quotes in it are doubled, or have a backslash.
  private static func stringEnd(in text: Span<UInt8>, from open: Int) -> Int {
    var position = open + 1
    while position < text.count {
      if text[position] == 0x5C {
        position += 1
      } else if text[position] == UInt8(ascii: "'") {
        guard position + 1 < text.count, text[position + 1] == UInt8(ascii: "'") else { return position }
        position += 1
      }
      position += 1
    }
    return text.count
  }

  private static func cell(at position: Int, in cells: [Cell]) -> Int? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].start <= position { low = middle + 1 } else { high = middle }
    }
    guard low > 0, cells[low - 1].column >= 0 else { return nil }
    return cells[low - 1].column
  }

  private static func next(_ byte: UInt8, in text: Span<UInt8>, from start: Int, limit: Int) -> Int? {
    var position = start
    while position < min(text.count, start + limit) {
      if text[position] == byte { return position }
      position += 1
    }
    return nil
  }

  /// The next place of a word in lowercase, whatever the case in the text.
  private static func find(_ word: [UInt8], in text: Span<UInt8>, from start: Int, limit: Int) -> Int? {
    guard let first = word.first else { return nil }
    var position = start
    while position <= min(text.count - word.count, start + limit) {
      if text[position] | 0x20 == first {
        var offset = 1
        while offset < word.count, text[position + offset] | 0x20 == word[offset] { offset += 1 }
        if offset == word.count { return position }
      }
      position += 1
    }
    return nil
  }
}
