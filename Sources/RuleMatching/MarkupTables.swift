// Reads tables of HTML. Knows no rules and no other elements.
internal import TextMatching

/// `<tr><th>Name<th>Born<tr><td>Anna<td>1980`: which column each cell is in. Cells that span columns are not counted twice.
struct MarkupTables: Sendable {
  /// The beginning of a cell and the number of its column; -1 for what is in no cell.
  private struct Cell: Sendable {
    let start: Int
    let column: Int
    let isHeader: Bool
  }

  private static let columnsPerTable = 4096
  private static let tableTag = Array("table".utf8)
  private static let rowTag = Array("tr".utf8)
  private static let headerTag = Array("th".utf8)
  private static let cellTag = Array("td".utf8)
  private static let rowEnd = Array("/tr".utf8)
  private static let tableEnd = Array("/table".utf8)

  /// In order.
  private var cells: [Cell] = []

  /// Nil if the text has no table whose columns are named.
  init?(_ text: Span<UInt8>) {
    var table = 0
    var column = -1
    var position = 0
    var namesColumns = false
    while let open = text.firstIndex(of: UInt8(ascii: "<"), from: position) {
      position = open + 1
      guard position < text.count, Self.mayBePartOfTable(text[position]) else { continue }
      if Self.isTag(Self.tableTag, in: text, at: position) { table += 1 }
      if Self.isTag(Self.rowTag, in: text, at: position) { column = -1 }
      if Self.isTag(Self.rowEnd, in: text, at: position) || Self.isTag(Self.tableEnd, in: text, at: position)
      {
        cells.append(Cell(start: open, column: -1, isHeader: false))
      }
      let isHeader = Self.isTag(Self.headerTag, in: text, at: position)
      guard isHeader || Self.isTag(Self.cellTag, in: text, at: position) else { continue }
      column = min(column + 1, Self.columnsPerTable - 1)
      namesColumns = namesColumns || isHeader
      let number = table * Self.columnsPerTable + column
      cells.append(Cell(start: position, column: number, isHeader: isHeader))
    }
    if !namesColumns { return nil }
  }

  /// The number of the column that is named at a place; nil if none is.
  func named(at position: Int) -> Int? {
    guard let cell = cell(at: position), cell.isHeader else { return nil }
    return cell.column
  }

  /// The number of the column of a value at a place; nil if it is in none.
  func column(of position: Int) -> Int? {
    guard let cell = cell(at: position), !cell.isHeader, cell.column >= 0 else { return nil }
    return cell.column
  }

  /// The cells of some columns, in order.
  func values(of columns: Set<Int>, in text: Span<UInt8>) -> [Range<Int>] {
    cells.indices.compactMap { index in
      guard !cells[index].isHeader, columns.contains(cells[index].column) else { return nil }
      return cells[index].start..<(index + 1 < cells.count ? cells[index + 1].start : text.count)
    }
  }

  /// The last cell that begins at a place or before it.
  private func cell(at position: Int) -> Cell? {
    let behind = cells.partitioningIndex { $0.start > position }
    return behind > 0 ? cells[behind - 1] : nil
  }

  /// Whether the name of a tag may begin so.
  private static func mayBePartOfTable(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "t") || byte == UInt8(ascii: "/")
  }

  /// Whether a tag has a name, whatever its case; `position` is behind the `<`.
  private static func isTag(_ name: [UInt8], in text: Span<UInt8>, at position: Int) -> Bool {
    guard position + name.count < text.count else { return false }
    let end = text[position + name.count]
    guard end == UInt8(ascii: ">") || end == 0x20 || end == 0x0A || end == 0x09 else { return false }
    return name.indices.allSatisfy { text[position + $0] | 0x20 == name[$0] | 0x20 }
  }
}
