// Makes items of cells, on any thread. Knows no database but its name.
internal import CanonicalJSON
internal import ComponentKit
internal import TextMatching

/// Cells of one table that are worked on together.
struct CellGroup: Sendable {
  struct Cell: Sendable {
    let value: SQLiteCell
    let column: Int
    /// From 1.
    let row: Int
  }

  /// Cells, or bytes of cells, that are handed on together.
  private static let limit = (count: 1000, bytes: 128 << 10)

  let table: String
  let columns: [String]
  private(set) var cells: [Cell] = []
  /// What the texts and blobs of the cells hold.
  var bytes: [UInt8] = []
  /// Bytes.
  private(set) var size = 0

  init(table: String, columns: [String]) {
    self.table = table
    self.columns = columns
  }

  var isFull: Bool { cells.count >= Self.limit.count || size >= Self.limit.bytes }

  /// Adds a cell that is not null.
  mutating func append(_ value: SQLiteCell, column: Int, row: Int) {
    if value == .null { return }
    if cells.isEmpty { cells.reserveCapacity(Self.limit.count) }
    cells.append(Cell(value: value, column: column, row: row))
    size += value.size
  }
}

/// What became of a group.
struct CellItems: Sendable {
  let table: String
  var items: [EncodedItem] = []
  var count = 0
  var repairedCount = 0
}

/// One thread's part of the SQLite connector.
///
/// The first item of a column is built as a value and checked. Those after it differ in two places only, so they are
/// put together from the bytes around these, provided that this gives the first item's bytes too.
final class CellStage {
  private let database: String
  private let encoder: ItemEncoder
  private var table: String?
  private var templates: [CellTemplate?] = []

  init(database: String, encoder: ItemEncoder) {
    self.database = database
    self.encoder = encoder
  }

  func run(_ group: CellGroup) -> CellItems {
    if table != group.table {
      table = group.table
      templates = Array(repeating: nil, count: group.columns.count)
    }
    var lines = CellLines(table: group.table)
    let bytes = group.bytes.span
    for cell in group.cells {
      switch cell.value {
      case .null, .tooLarge: continue
      case .integer(let value): add(String(value).utf8Span, cell, group, to: &lines)
      case .real(let value): add(SQLiteCell.text(of: value).utf8Span, cell, group, to: &lines)
      case .blob(let range):
        add(SQLiteCell.literal(of: group.bytes[range]).utf8Span, cell, group, to: &lines)
      case .text(let range):
        if let text = try? UTF8Span(validating: bytes.extracting(range)) {
          add(text, cell, group, to: &lines)
        } else {
          let repaired = String(decoding: group.bytes[range], as: UTF8.self)
          if add(repaired.utf8Span, cell, group, to: &lines) { lines.made.repairedCount += 1 }
        }
      }
    }
    return lines.finished()
  }

  /// Adds the item of a cell; false, and nothing is added, if its text is blank.
  @discardableResult
  private func add(
    _ text: UTF8Span, _ cell: CellGroup.Cell, _ group: CellGroup, to lines: inout CellLines
  ) -> Bool {
    if PythonWhitespace.isBlank(text.span) { return false }
    if let template = templates[cell.column] {
      lines.add { template.write(text, row: cell.row, to: &$0) }
    } else {
      lines.add(first(String(copying: text), cell, group))
    }
    return true
  }

  private func first(_ text: String, _ cell: CellGroup.Cell, _ group: CellGroup) -> EncodedItem {
    let column = group.columns[cell.column]
    let source = CellTemplate.source(database, group.table, column)
    let item = encoder([
      "content": .string("\(column): \(text)"),
      "metadata": [
        "connector_type": "sqlite_connector", "context": [:], "source": .string("\(source)\(cell.row))"),
        "table_name": .string(group.table), "column_name": .string(column),
        "schema_name": .string(database),
      ],
    ])
    let template = CellTemplate(database: database, table: group.table, column: column)
    var writer = JSONWriter()
    template.write(text.utf8Span, row: cell.row, to: &writer)
    if case .lines(let bytes, _, _) = item, bytes == writer.bytes { templates[cell.column] = template }
    return item
  }
}

/// Gathers items: those that are written as bytes together, those that are values one by one.
private struct CellLines {
  var made: CellItems
  private var writer = JSONWriter()
  private var count = 0

  init(table: String) { made = CellItems(table: table) }

  mutating func add(_ write: (inout JSONWriter) -> Void) {
    write(&writer)
    count += 1
    made.count += 1
  }

  mutating func add(_ item: EncodedItem) {
    endLines()
    made.items.append(item)
    made.count += 1
  }

  private mutating func endLines() {
    if count > 0 { made.items.append(.lines(writer.take(), count: count)) }
    count = 0
  }

  consuming func finished() -> CellItems {
    endLines()
    return made
  }
}

/// The canonical JSON of the items of one column, around what differs.
private struct CellTemplate {
  private let beforeText: [UInt8]
  private let beforeRow: [UInt8]
  private let end: [UInt8]

  init(database: String, table: String, column: String) {
    func escaped(_ text: String) -> [UInt8] {
      var writer = JSONWriter()
      writer.writeContent(text)
      return writer.bytes
    }
    let source = Self.source(database, table, column)
    beforeText = Array(#"{"content":""#.utf8) + escaped("\(column): ")
    beforeRow =
      Array(#"","metadata":{"column_name":""#.utf8) + escaped(column)
      + Array(#"","connector_type":"sqlite_connector","context":{},"schema_name":""#.utf8) + escaped(database)
      + Array(#"","source":""#.utf8) + escaped(source)
    end = Array(#")","table_name":""#.utf8) + escaped(table) + Array("\"}}\n".utf8)
  }

  /// What the source of an item begins with, up to the row's number.
  static func source(_ database: String, _ table: String, _ column: String) -> String {
    "sqlite_database_(\(database))_table_(\(table))_column_(\(column))_row_("
  }

  func write(_ text: UTF8Span, row: Int, to writer: inout JSONWriter) {
    writer.writeRaw(beforeText)
    writer.writeContent(text)
    writer.writeRaw(beforeRow)
    writer.write(row)
    writer.writeRaw(end)
  }
}
