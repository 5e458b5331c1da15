// The connector that reads SQLite databases. Knows how a cell becomes an item; opening and printing are beside it.
internal import CanonicalJSON
internal import ComponentKit
internal import SystemFiles
internal import TextMatching

/// `sqlite`: one item for each cell that is not empty, table by table in the schema's order, row by row in the
/// table's own order. Views are not tables; virtual tables are.
struct SQLiteConnector: Connector {
  let properties: SQLiteProperties

  func extract(into items: any ItemSink, context: any ComponentContext) throws -> JSONObject {
    let database = try file(context).open()
    var extraction = SQLiteExtraction(properties, items, context)
    for table in try extraction.tables(of: database) {
      try context.checkCancellation()
      try extraction.read(table, of: database)
    }
    extraction.warnOfRest()
    return extraction.head
  }

  func fingerprint(
    into parts: any SourcePartSink, context: any ComponentContext
  ) throws -> FingerprintAnswer {
    let file = file(context)
    let digests = FileDigests(parts: parts, context: context)
    try parts.append(try digests.part(file.path, as: PathText.lexicallyClean(properties.path)))
    for companion in file.companions {
      guard let status = try? FileStatus.of(companion), status.size > 0 else { continue }
      try parts.append(try digests.part(companion, as: PathText.name(of: companion)))
    }
    return .complete
  }

  private func file(_ context: any ComponentContext) -> SQLiteFile {
    SQLiteFile(name: properties.path, path: PathText.join(context.baseDirectory, properties.path))
  }
}

/// One run of the connector.
struct SQLiteExtraction {
  /// Rows between two progress reports, and two questions whether to go on.
  private static let progressInterval = 1000
  /// Cells of more bytes are left out.
  private static let cellLimit = 64 << 20

  private let properties: SQLiteProperties
  private let items: any ItemSink
  private let context: any ComponentContext
  /// What items call the database.
  private let name: String
  private var tableCount = 0
  private var rowCount = 0
  private var cellCount = 0
  private var cutTables: [String] = []

  init(_ properties: SQLiteProperties, _ items: any ItemSink, _ context: any ComponentContext) {
    self.properties = properties
    self.items = items
    self.context = context
    name = PathText.stem(of: PathText.lexicallyClean(properties.path))
  }

  func tables(of database: SQLiteDatabase) throws(ComponentFailure) -> [String] {
    do throws(SQLiteError) {
      let query = try database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      var names: [String] = []
      while try query.step() {
        if case .text(let bytes) = query.cell(0, limit: .max) {
          names.append(String(decoding: bytes, as: UTF8.self))
        }
      }
      return names
    } catch {
      throw ComponentFailure("cannot list the tables of '\(properties.path)': \(error)")
    }
  }

  /// Reads a table as far as it can be read; what is wrong with it is a warning.
  mutating func read(_ table: String, of database: SQLiteDatabase) throws {
    var oddities = CellOddities()
    do {
      let quoted = table.replacing("\"", with: "\"\"")
      // One row more than wanted tells whether there are more.
      let limit = properties.maximumRowCount.map { " LIMIT \($0 == .max ? $0 : $0 + 1)" } ?? ""
      let query = try database.prepare("SELECT * FROM \"\(quoted)\"\(limit)")
      let columns = query.columnNames
      var row = 0
      while try query.step() {
        if row == properties.maximumRowCount {
          cutTables.append(table)
          break
        }
        row += 1
        try countRow()
        for (index, column) in columns.enumerated() {
          try append(query.cell(index, limit: Self.cellLimit), Place(table, column, row), &oddities)
        }
      }
      tableCount += 1
    } catch let error as SQLiteError {
      context.warn("the table '\(table)' of '\(properties.path)' could not be read to its end: \(error)")
    }
    for warning in oddities.warnings(of: table, limit: Self.cellLimit) { context.warn(warning) }
  }

  private mutating func countRow() throws {
    rowCount += 1
    guard rowCount % Self.progressInterval == 0 else { return }
    try context.checkCancellation()
    context.report(ComponentProgress(rowCount, "rows"))
  }

  /// Where a cell stands.
  private struct Place {
    let table: String
    let column: String
    /// From 1.
    let row: Int

    init(_ table: String, _ column: String, _ row: Int) {
      self.table = table
      self.column = column
      self.row = row
    }
  }

  private mutating func append(_ cell: SQLiteCell, _ place: Place, _ oddities: inout CellOddities) throws {
    if case .tooLarge(let size) = cell { oddities.noteTooLarge(size) }
    guard let (text, isRepaired) = cell.pythonText, !PythonWhitespace.isBlank(text.utf8Span.span) else {
      return
    }
    if isRepaired { oddities.repaired += 1 }
    cellCount += 1
    let source =
      "sqlite_database_(\(name))_table_(\(place.table))_column_(\(place.column))_row_(\(place.row))"
    try items.append([
      "content": .string("\(place.column): \(text)"),
      "metadata": [
        "connector_type": "sqlite_connector", "context": [:], "source": .string(source),
        "table_name": .string(place.table), "column_name": .string(place.column),
        "schema_name": .string(name),
      ],
    ])
  }

  func warnOfRest() {
    context.report(ComponentProgress(rowCount, "rows"))
    guard !cutTables.isEmpty, let limit = properties.maximumRowCount else { return }
    let names = cutTables.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    let more = cutTables.count > 5 ? " and \(cutTables.count - 5) more" : ""
    context.warn("read only the first \(limit) rows (max_rows_per_table) of \(names)\(more); there are more")
  }

  /// The content without the items.
  var head: JSONObject {
    let limit: JSONValue = properties.maximumRowCount.map { .integer($0) } ?? "all"
    let metadata: JSONValue = [
      "connector_type": "sqlite_connector", "total_data_items": .integer(cellCount),
      "extraction_summary": [
        "tables_processed": .integer(tableCount), "cell_values_extracted": .integer(cellCount),
        "max_rows_per_table": limit,
      ],
    ]
    let path = PathText.lexicallyClean(properties.path)
    return JSONObject([
      ("schemaVersion", "1.0.0"),
      ("name", .string("sqlite_text_from_\(name)")),
      ("description", .string("The cells of the SQLite database \(path)")),
      ("contentEncoding", "utf-8"),
      ("source", .string(path)),
      ("metadata", metadata),
    ])
  }
}

/// What is odd about the cells of a table.
private struct CellOddities {
  var repaired = 0
  private var tooLarge = 0
  private var bytesLeftOut = 0

  mutating func noteTooLarge(_ size: Int) {
    tooLarge += 1
    bytesLeftOut += size
  }

  func warnings(of table: String, limit: Int) -> [String] {
    var warnings: [String] = []
    if repaired > 0 {
      let isAre = repaired == 1 ? "cell of the table '\(table)' is" : "cells of the table '\(table)' are"
      warnings.append("\(repaired) \(isAre) not valid UTF-8; U+FFFD stands for what could not be read")
    }
    if tooLarge > 0 {
      let wasWere = tooLarge == 1 ? "cell of the table '\(table)' was" : "cells of the table '\(table)' were"
      warnings.append(
        "\(tooLarge) \(wasWere) left out: more than \(limit) bytes each, \(bytesLeftOut) bytes in all")
    }
    return warnings
  }
}
