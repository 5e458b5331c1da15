// One run of the SQLite connector: tables in, items out, row by row. Knows no JSON of items and no C.
internal import CanonicalJSON
internal import ComponentKit
internal import SystemFiles

/// Reads tables on its own thread; cells become items on as many as there are.
final class SQLiteExtraction {
  /// Rows between two progress reports, and two questions whether to go on.
  private static let progressInterval = 1000
  private let properties: SQLiteProperties
  private let items: any ItemSink
  private let context: any ComponentContext
  private let pipeline: OrderedPipeline<CellGroup, CellItems>
  /// What items call the database.
  private let name: String
  private var group = CellGroup(table: "", columns: [])
  private var tableCount = 0
  /// Tables that could not be read, or not to their ends.
  private var unreadTableCount = 0
  private var unreadColumnCount = 0
  private var rowCount = 0
  private var cellCount = 0
  private var cutTables: [String] = []
  /// By table, in the order of first occurrence.
  private var repairedCells: [(table: String, count: Int)] = []
  private var largeCells = LargeCells()

  init(_ properties: SQLiteProperties, _ items: any ItemSink, _ context: any ComponentContext) {
    self.properties = properties
    self.items = items
    self.context = context
    let name = PathText.stem(of: PathText.lexicallyClean(properties.path))
    self.name = name
    let encoder = items.encoder
    pipeline = OrderedPipeline(context.resources, isCancelled: { context.isCancelled }) {
      let stage = CellStage(database: name, encoder: encoder)
      return { stage.run($0) }
    }
  }

  func tables(of database: SQLiteDatabase) throws(ComponentFailure) -> [String] {
    do throws(SQLiteError) {
      let query = try database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      var names: [String] = []
      while try query.step() {
        if let name = query.text(0) { names.append(String(decoding: name, as: UTF8.self)) }
      }
      return names
    } catch {
      throw ComponentFailure("cannot list the tables of '\(properties.path)': \(error)")
    }
  }

  /// Reads a table as far as it can be read; what is wrong with it is a warning.
  func read(_ table: String, of database: SQLiteDatabase) throws {
    let before = rowCount
    do {
      try readRows(SQLiteTable(table, of: database, limit: context.resources.itemLimit))
      tableCount += 1
    } catch let error as SQLiteError {
      unreadTableCount += 1
      let count = rowCount - before
      let extent =
        count == 0
        ? "could not be read" : "could not be read to its end; what comes after row \(count) was not seen"
      context.warn("the table '\(table)' of '\(properties.path)' \(extent): \(error)")
    }
    try send()
  }

  private func readRows(_ table: consuming SQLiteTable) throws {
    if !table.omittedColumns.isEmpty {
      unreadColumnCount += table.omittedColumns.count
      let names = table.omittedColumns.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
      context.warn(
        "in the table '\(table.name)' of '\(properties.path)', \(table.omittedColumns.count) generated columns were "
          + "not seen, since a function is missing that they need: \(names)")
    }
    group = CellGroup(table: table.name, columns: table.columns)
    while let row = try table.next() {
      // One row more than wanted tells whether there are more.
      if row == properties.maximumRowCount.map({ $0 + 1 }) {
        cutTables.append(table.name)
        return
      }
      try countRow()
      for column in table.columns.indices {
        let cell = try table.cell(column, into: &group.bytes)
        if let excess = cell.excess { largeCells.add(table.name, table.columns[column], row, excess) }
        group.append(cell.value, column: column, row: row)
        if group.isFull { try send() }
      }
    }
  }

  private func countRow() throws {
    rowCount += 1
    guard rowCount % Self.progressInterval == 0 else { return }
    try context.checkCancellation()
    context.report(ComponentProgress(rowCount, "rows"))
  }

  /// Hands on the cells that were gathered, and begins anew.
  private func send() throws {
    let full = group
    group = CellGroup(table: full.table, columns: full.columns)
    guard !full.cells.isEmpty else { return }
    try pipeline.feed(weight: 6 * full.size + 300 * full.cells.count, full, take)
  }

  private func take(_ made: CellItems) throws {
    for item in made.items { try items.append(item) }
    cellCount += made.count
    guard made.repairedCount > 0 else { return }
    if repairedCells.last?.table == made.table {
      repairedCells[repairedCells.count - 1].count += made.repairedCount
    } else {
      repairedCells.append((made.table, made.repairedCount))
    }
  }

  func finish() throws {
    try pipeline.finish(take)
    context.report(ComponentProgress(rowCount, "rows"))
    for (table, count) in repairedCells {
      let isAre = count == 1 ? "cell of the table '\(table)' is" : "cells of the table '\(table)' are"
      context.warn("\(count) \(isAre) not valid UTF-8; U+FFFD stands for what could not be read")
    }
    for warning in largeCells.warnings { context.warn(warning) }
    guard !cutTables.isEmpty, let limit = properties.maximumRowCount else { return }
    let names = cutTables.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    let more = cutTables.count > 5 ? " and \(cutTables.count - 5) more" : ""
    context.warn("read only the first \(limit) rows (max_rows_per_table) of \(names)\(more); there are more")
  }

  /// The content without the items.
  var head: JSONObject {
    let limit: JSONValue = properties.maximumRowCount.map { .integer($0) } ?? "all"
    var summary: JSONObject = [
      "tables_processed": .integer(tableCount), "cell_values_extracted": .integer(cellCount),
      "max_rows_per_table": limit,
    ]
    // Ours, and only where there is something to say.
    if unreadTableCount > 0 { summary["unread_tables"] = .integer(unreadTableCount) }
    if unreadColumnCount > 0 { summary["unread_columns"] = .integer(unreadColumnCount) }
    if largeCells.count > 0 { summary["cut_cells"] = .integer(largeCells.count) }
    if largeCells.unseenBytes > 0 { summary["unseen_bytes"] = .integer(largeCells.unseenBytes) }
    let metadata: JSONValue = [
      "connector_type": "sqlite_connector", "total_data_items": .integer(cellCount),
      "extraction_summary": .object(summary),
    ]
    let path = PathText.lexicallyClean(properties.path)
    return JSONObject([
      ("schemaVersion", "1.0.0"),
      ("name", .string("sqlite_text_from_\(name)")),
      ("description", .string("Text content extracted from SQLite database: \(properties.path)")),
      ("contentEncoding", "utf-8"),
      ("source", .string(path)),
      ("metadata", metadata),
    ])
  }
}

/// Cells that were not read in full.
private struct LargeCells {
  private static let namedCount = 3

  private(set) var count = 0
  private(set) var unseenBytes = 0
  private var named: [String] = []
  private var unknownCount = 0

  mutating func add(_ table: String, _ column: String, _ row: Int, _ excess: SQLiteExcess) {
    count += 1
    switch excess {
    case .bytes(let unseen):
      unseenBytes += unseen
      guard named.count < Self.namedCount else { return }
      named.append("\(unseen) bytes at the end of '\(column)' in row \(row) of the table '\(table)'")
    case .whole:
      unknownCount += 1
      guard named.count < Self.namedCount else { return }
      named.append("'\(column)' in row \(row) of the table '\(table)'")
    }
  }

  var warnings: [String] {
    guard count > 0 else { return [] }
    let more = count > named.count ? ", and more" : ""
    let subject = count == 1 ? "1 cell is" : "\(count) cells are"
    let whole = unknownCount == 1 ? "1 whole cell" : "\(unknownCount) whole cells"
    let unseen = [unseenBytes > 0 ? "\(unseenBytes) bytes" : nil, unknownCount > 0 ? whole : nil]
      .compactMap { $0 }.joined(separator: " and ")
    return [
      "\(subject) larger than an item may be (--memory); not seen: \(unseen): "
        + named.joined(separator: ", ") + more
    ]
  }
}
