// How wide each column of a listing is, and what gives way where the terminal is narrow.

/// The columns that are shown, with their widths.
struct ColumnLayout {
  private(set) var widths: [ListingColumn: Int]
  private let gap = 2

  /// - Parameters:
  ///   - natural: The widest cell of each column, headings left out; 0 for a column without content.
  ///   - width: What a line may take.
  init(natural: [ListingColumn: Int], width: Int) {
    let whole = natural.filter { $0.value > 0 }.reduce(into: [:]) { widths, entry in
      widths[entry.key] = max(min(entry.value, entry.key.widest), entry.key.heading.columns)
    }
    widths = whole
    guard width < .max else { return }
    // Columns get narrow before one is left out. A schema is looked up most easily.
    for missing in [
      [], [ListingColumn.schema], [.schema, .place], [.schema, .place, .marks],
      [.schema, .place, .marks, .component],
    ] {
      widths = whole.filter { !missing.contains($0.key) }
      for (column, least) in [(ListingColumn.place, 12), (.schema, 16), (.artifact, 20), (.component, 16)] {
        shrink(column, to: least, width)
      }
      if total <= width { return }
    }
  }

  private var total: Int { widths.values.reduce(0) { $0 + $1 + gap } - gap }

  private mutating func shrink(_ column: ListingColumn, to least: Int, _ width: Int) {
    guard let current = widths[column], current > least, total > width else { return }
    widths[column] = max(least, current - (total - width))
  }

  /// A line of these cells, each painted after it was cut and filled up.
  func line(_ cells: [String], isCut: Bool, paint: (String, ListingColumn) -> String) -> String {
    var line = ""
    let columns = ListingColumn.allCases.filter { widths[$0] != nil }
    for (position, column) in columns.enumerated() {
      guard let width = widths[column] else { continue }
      var cell = cells[column.rawValue]
      if isCut { cell = column == .place ? cell.cutAtStart(to: width) : cell.cut(to: width) }
      let rest = columns[(position + 1)...].contains { !cells[$0.rawValue].isEmpty }
      let fill = rest && cell.columns < width ? String(repeating: " ", count: width - cell.columns) : ""
      line += column == .number ? fill + paint(cell, column) : paint(cell, column) + fill
      guard rest else { break }
      line += "  "
    }
    return line
  }
}
