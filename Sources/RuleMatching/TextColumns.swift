// Finds out which column of a table each place of a text is in. Knows no rules.

/// The columns of a text: those that SQL's INSERT and COPY statements, the heads of drawn tables, its first line
/// (CSV, TSV), or a line above aligned ones name.
struct TextColumns: Sendable {
  private enum Form: Sendable {
    case statements(InsertStatements)
    case copies(CopyStatements)
    case ruled(RuledTables)
    case markup(MarkupTables)
    case lines(TableHeader)
    case aligned(AlignedTables)
  }

  /// Several forms can stand in one text; their columns have numbers apart.
  private let forms: [Form]
  private static let columnsPerForm = 1 << 40

  /// Nil if the text has no table.
  init?(_ text: Span<UInt8>, _ beginnings: TableStatements) {
    var forms: [Form] = []
    if let statements = InsertStatements(text, beginnings) { forms.append(.statements(statements)) }
    if let copies = CopyStatements(text, beginnings) { forms.append(.copies(copies)) }
    if let tables = RuledTables(text) { forms.append(.ruled(tables)) }
    if let tables = MarkupTables(text) { forms.append(.markup(tables)) }
    if forms.isEmpty, let header = TableHeader(text) { forms.append(.lines(header)) }
    if forms.isEmpty, let tables = AlignedTables(text) { forms.append(.aligned(tables)) }
    if forms.isEmpty { return nil }
    self.forms = forms
  }

  /// The number of the column that is named at a place; nil if none is.
  func named(at position: Int, in text: Span<UInt8>) -> Int? {
    number { form in
      switch form {
      case .statements(let statements): statements.named(at: position)
      case .copies(let copies): copies.named(at: position)
      case .ruled(let tables): tables.named(at: position, in: text)
      case .markup(let tables): tables.named(at: position)
      case .lines(let header): header.isInHeader(position) ? header.column(of: position, in: text) : nil
      case .aligned(let tables): tables.named(at: position, in: text)
      }
    }
  }

  /// The number of the column of a value at a place; nil if it is in none.
  func column(of position: Int, in text: Span<UInt8>) -> Int? {
    number { form in
      switch form {
      case .statements(let statements): statements.column(of: position)
      case .copies(let copies): copies.column(of: position, in: text)
      case .ruled(let tables): tables.column(of: position, in: text)
      case .markup(let tables): tables.column(of: position)
      case .lines(let header): header.isInHeader(position) ? nil : header.column(of: position, in: text)
      case .aligned(let tables): tables.column(of: position, in: text)
      }
    }
  }

  /// Where the values of some columns stand, in order and apart.
  func values(of columns: Set<Int>, in text: Span<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (index, form) in forms.enumerated() {
      let own = Set(columns.lazy.map { $0 - index * Self.columnsPerForm }.filter(Self.isInOneForm))
      if own.isEmpty { continue }
      switch form {
      case .statements(let statements): ranges += statements.values(of: own, in: text)
      case .copies(let copies): ranges += copies.rows(of: own)
      case .ruled(let tables): ranges += tables.rows(of: own)
      case .markup(let tables): ranges += tables.values(of: own, in: text)
      case .lines(let header): ranges.append(header.rows(in: text))
      case .aligned(let tables): ranges += tables.rows(of: own)
      }
    }
    return ranges.inOrderAndApart()
  }

  private static func isInOneForm(_ column: Int) -> Bool { (0..<columnsPerForm).contains(column) }

  private func number(_ column: (Form) -> Int?) -> Int? {
    for (index, form) in forms.enumerated() {
      if let found = column(form) { return index * Self.columnsPerForm + found }
    }
    return nil
  }
}
