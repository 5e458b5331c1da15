// Reads the rows of one table in its own order, those with very large cells too. Knows no item.

/// What of a cell was not read.
enum SQLiteExcess: Equatable {
  /// So many bytes at its end.
  case bytes(Int)
  /// All of it, however much that is.
  case whole
}

/// One table and the row that its reading has reached.
///
/// SQLite refuses to load a value beyond the connection's limit. The row that holds one is read cell by cell, the
/// cell itself from its beginning through incremental reading, and the query goes on behind it.
struct SQLiteTable: ~Copyable {
  let name: String
  let columns: [String]
  /// Columns that can't be computed here.
  let omittedColumns: [String]
  /// What SQL asks for: all columns, or those that can be had.
  private let selection: String
  private let database: SQLiteDatabase
  private let limit: Int
  private let quotedName: String
  /// A name of the row id that no column has; nil where the table may have none.
  private let rowIDName: String?
  private var query: SQLiteStatement
  /// From 1.
  private var row = 0
  /// Whether the present row is read cell by cell.
  private var isLarge = false

  init(_ name: String, of database: SQLiteDatabase, limit: Int) throws(SQLiteError) {
    self.name = name
    self.database = database
    self.limit = limit
    quotedName = SQLiteDatabase.quoted(name)
    let found = try Self.open(quotedName, of: database)
    omittedColumns = found.omitted
    selection = found.selection
    query = found.query
    let columns = query.columnNames
    self.columns = columns
    let names = Set(columns.map { $0.lowercased() })
    rowIDName = ["rowid", "_rowid_", "oid"].first { !names.contains($0) }
  }

  private struct Opened: ~Copyable {
    let query: SQLiteStatement
    let selection: String
    let omitted: [String]
  }

  /// The query for all columns; where a generated column needs a function of the program that made the database, for
  /// the others.
  private static func open(_ table: String, of database: SQLiteDatabase) throws(SQLiteError) -> Opened {
    do throws(SQLiteError) {
      return Opened(query: try database.prepare("SELECT * FROM \(table)"), selection: "*", omitted: [])
    } catch {
      guard error.primaryCode == SQLiteDatabase.general,
        let (stored, computed) = try? storedColumns(table, of: database), !stored.isEmpty, !computed.isEmpty
      else { throw error }
      let selection = stored.map(SQLiteDatabase.quoted).joined(separator: ", ")
      guard let query = try? database.prepare("SELECT \(selection) FROM \(table)") else { throw error }
      return Opened(query: query, selection: selection, omitted: computed)
    }
  }

  /// The columns that hold values, and those that are computed when they are read (hidden: 2).
  private static func storedColumns(
    _ table: String, of database: SQLiteDatabase
  ) throws(SQLiteError) -> (stored: [String], computed: [String]) {
    let query = try database.prepare("PRAGMA table_xinfo(\(table))")
    var (stored, computed): ([String], [String]) = ([], [])
    while try query.step() {
      guard let bytes = query.text(1) else { continue }
      let name = String(decoding: bytes, as: UTF8.self)
      if query.integer(6) == 2 { computed.append(name) } else { stored.append(name) }
    }
    return (stored, computed)
  }

  /// Moves to the next row and gives its number; nil after the last.
  mutating func next() throws(SQLiteError) -> Int? {
    if isLarge { try goOn() }
    isLarge = false
    do throws(SQLiteError) {
      guard try query.step() else { return nil }
    } catch {
      guard error.primaryCode == SQLiteDatabase.tooBig else { throw error }
      isLarge = true
    }
    row += 1
    return row
  }

  /// Begins again behind a row that could not be stepped over.
  private mutating func goOn() throws(SQLiteError) {
    if let rowIDName, let rowID = try rowID(of: row) {
      query = try database.prepare(
        "SELECT \(selection) FROM \(quotedName) WHERE \(rowIDName) > \(rowID) ORDER BY \(rowIDName)")
    } else {
      query = try database.prepare("SELECT \(selection) FROM \(quotedName) LIMIT -1 OFFSET \(row)")
    }
  }

  /// The row id of a row by its number; nil for a table without.
  private func rowID(of row: Int) throws(SQLiteError) -> Int64? {
    guard let rowIDName,
      let query = try? database.prepare("SELECT \(rowIDName) FROM \(quotedName) LIMIT 1 OFFSET \(row - 1)"),
      try query.step(), let number = query.integer(0)
    else { return nil }
    return number
  }

  /// The value of a column of the present row, its bytes added to a buffer, and what of it is missing.
  func cell(
    _ column: Int, into buffer: inout [UInt8]
  ) throws(SQLiteError) -> (value: SQLiteCell, excess: SQLiteExcess?) {
    guard isLarge else {
      let cell = query.cell(column, limit: limit, into: &buffer)
      if case .tooLarge(let size) = cell { return (cell, .bytes(size)) }
      return (cell, nil)
    }
    let name = SQLiteDatabase.quoted(columns[column])
    let single = try database.prepare("SELECT \(name) FROM \(quotedName) LIMIT 1 OFFSET \(row - 1)")
    do throws(SQLiteError) {
      guard try single.step() else { return (.null, nil) }
      let cell = single.cell(0, limit: limit, into: &buffer)
      if case .tooLarge = cell {} else { return (cell, nil) }
    } catch {
      guard error.primaryCode == SQLiteDatabase.tooBig else { throw error }
    }
    return try beginning(of: column, into: &buffer)
  }

  /// UTF-8 without the character at its end that is not whole.
  private static func wholeCharacters(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    guard let lead = bytes.indices.suffix(4).last(where: { bytes[$0] & 0xC0 != 0x80 }) else {
      return bytes[...]
    }
    let length =
      switch bytes[lead] {
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0...: 4
      default: 1
      }
    return lead + length > bytes.count ? bytes[..<lead] : bytes[...]
  }

  /// As much of a cell as may be held.
  private func beginning(
    of column: Int, into buffer: inout [UInt8]
  ) throws(SQLiteError) -> (value: SQLiteCell, excess: SQLiteExcess?) {
    guard let rowID = try rowID(of: row),
      let found = database.beginning(of: columns[column], inRow: rowID, of: name, limit: limit)
    else { return (.tooLarge(0), .whole) }
    let name = SQLiteDatabase.quoted(columns[column])
    // The type is in the row's header, so that the value is not loaded for it.
    let type = try database.prepare("SELECT typeof(\(name)) FROM \(quotedName) LIMIT 1 OFFSET \(row - 1)")
    guard try type.step(), let text = type.text(0) else {
      return (.tooLarge(found.size), .bytes(found.size))
    }
    if text == Array("blob".utf8) {
      // Each byte takes up to four characters.
      let range = Self.add(found.bytes.prefix(limit / 4), to: &buffer)
      return (.blob(range), .bytes(found.size - range.count))
    }
    guard database.isUTF8 else { return (.tooLarge(found.size), .bytes(found.size)) }
    let range = Self.add(Self.wholeCharacters(found.bytes), to: &buffer)
    return (.text(range), .bytes(found.size - range.count))
  }

  private static func add(_ bytes: ArraySlice<UInt8>, to buffer: inout [UInt8]) -> Range<Int> {
    let first = buffer.count
    buffer += bytes
    return first..<buffer.count
  }
}
