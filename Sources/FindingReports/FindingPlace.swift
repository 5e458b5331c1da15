// Where something was found: a file with a line, or a cell of a database. Reads no file.

/// The place of a finding, as its connector wrote it.
package struct FindingPlace: Sendable, Hashable {
  /// The source as it stands in the finding: a path, or `sqlite_database_(DB)_table_(T)_column_(C)_row_(N)`.
  package let source: String
  /// From 1; nil where it is not known.
  package var line: Int?
  package let cell: DatabaseCell?

  package init(source: String, line: Int?) {
    self.source = source
    self.line = line.flatMap { $0 > 0 ? $0 : nil }
    cell = DatabaseCell(source)
  }

  /// `path:12`, `database.table.column, row 3`, or the source as it is.
  package var text: String {
    if let cell { return cell.text }
    return line.map { "\(source):\($0)" } ?? source
  }

  /// The place without what moves when other data are added: the line, the row.
  package var lasting: String { cell.map(\.columnText) ?? source }
}

/// A cell of a table.
package struct DatabaseCell: Sendable, Hashable {
  package let database: String
  package let table: String
  package let column: String
  package let row: Int

  /// Reads the form that the database connectors write; nil for anything else.
  init?(_ source: String) {
    guard let open = source.firstRange(of: "_database_("),
      let table = source[open.upperBound...].firstRange(of: ")_table_("),
      let column = source[table.upperBound...].firstRange(of: ")_column_("),
      let row = source[column.upperBound...].firstRange(of: ")_row_("), source.hasSuffix(")"),
      let number = Int(source[row.upperBound...].dropLast())
    else { return nil }
    database = String(source[open.upperBound..<table.lowerBound])
    self.table = String(source[table.upperBound..<column.lowerBound])
    self.column = String(source[column.upperBound..<row.lowerBound])
    self.row = number
  }

  var columnText: String { "\(database).\(table).\(column)" }
  var text: String { "\(columnText), row \(row)" }
}
