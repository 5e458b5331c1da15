// Lays out cells as a Markdown table. Knows no spreadsheet.

/// A table as the Python framework lays it out: every column from the first on, cells as they are, whatever is in them.
///
/// Sheets that are wider than people make them would be mostly bars: of those, columns that are empty in all rows are
/// left out.
struct MarkdownTable {
  private static let widthLimit = 1024

  let text: String
  /// Rows that would have made the text larger than its limit.
  let rowsLeftOut: Int

  /// - Parameter width: How many columns each row has at least; nil where every row has its own number.
  init(_ rows: [SheetRow], width: Int?, limit: Int) {
    let widest = rows.reduce(width ?? 0) { max($0, $1.width) }
    let kept = widest > Self.widthLimit ? Set(rows.flatMap(\.cells.keys)).sorted() : nil
    var text = ""
    var count = 0
    for row in rows {
      let columns = kept ?? Array(0..<max(width ?? 0, row.width))
      let size = row.cells.values.reduce(columns.count * 3) { $0 + $1.utf8.count }
      if text.utf8.count + size > limit { break }
      text += Self.line(columns.map { row.cells[$0] ?? "" })
      if count == 0 { text += Self.line(columns.map { _ in "---" }) }
      count += 1
    }
    if text.hasSuffix("\n") { text.removeLast() }
    self.text = text
    rowsLeftOut = rows.count - count
  }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
}
