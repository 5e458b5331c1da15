// Finds out which column of a table each place of a text is in. Knows no rules.

/// The columns of a text: those that its first line names (CSV, TSV), or those that SQL's INSERT statements name.
struct TextColumns: Sendable {
  private enum Form: Sendable {
    case lines(TableHeader)
    case statements(InsertStatements)
  }

  private let form: Form

  /// Nil if the text is neither. `inserts` are the ends of ``InsertStatements/beginning`` in it.
  init?(_ text: Span<UInt8>, inserts: [Int]) {
    if let statements = InsertStatements(text, inserts) {
      form = .statements(statements)
    } else if let header = TableHeader(text) {
      form = .lines(header)
    } else {
      return nil
    }
  }

  /// The number of the column that is named at a place; nil if none is.
  func named(at position: Int, in text: Span<UInt8>) -> Int? {
    switch form {
    case .lines(let header): header.isInHeader(position) ? header.column(of: position, in: text) : nil
    case .statements(let statements): statements.named(at: position)
    }
  }

  /// The number of the column of a value at a place; nil if it is in none.
  func column(of position: Int, in text: Span<UInt8>) -> Int? {
    switch form {
    case .lines(let header): header.isInHeader(position) ? nil : header.column(of: position, in: text)
    case .statements(let statements): statements.column(of: position)
    }
  }
}
