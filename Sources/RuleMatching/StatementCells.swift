// Cuts the brackets of SQL statements into cells with column numbers. Knows no statement.

/// Where cells begin, and which column each is in.
struct StatementCells: Sendable {
  private struct Cell: Sendable {
    let start: Int
    /// -1 for what is in none.
    let column: Int
  }

  /// Columns have numbers apart from statement to statement.
  static let columnsPerStatement = 4096

  private var cells: [Cell] = []

  var isEmpty: Bool { cells.isEmpty }

  /// Adds the cells of a bracket that opens at a place; gives the place behind it.
  mutating func add(_ text: Span<UInt8>, from open: Int, base: Int) -> Int {
    var position = open + 1
    var column = 0
    var depth = 1
    cells.append(Cell(start: position, column: base))
    while position < text.count, depth > 0 {
      switch text[position] {
      case UInt8(ascii: "'"): position = Self.stringEnd(in: text, from: position)
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case UInt8(ascii: ",") where depth == 1:
        column = min(column + 1, Self.columnsPerStatement - 2)
        cells.append(Cell(start: position + 1, column: base + column))
      default: break
      }
      position += 1
    }
    // What comes after the bracket is in no column.
    cells.append(Cell(start: position, column: -1))
    return position
  }

  /// Brackets may be added in any order; afterwards their cells are put in that of the text.
  mutating func sort() { cells.sort { $0.start < $1.start } }

  /// The column that a place is in.
  func column(at position: Int) -> Int? {
    let behind = cells.partitioningIndex { $0.start > position }
    guard behind > 0, cells[behind - 1].column >= 0 else { return nil }
    return cells[behind - 1].column
  }

  /// The cells of some columns, in order; the last may reach to the end of the text.
  func ranges(of columns: Set<Int>, end: Int) -> [Range<Int>] {
    cells.indices.compactMap { index in
      guard columns.contains(cells[index].column) else { return nil }
      return cells[index].start..<(index + 1 < cells.count ? cells[index + 1].start : end)
    }
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
}
