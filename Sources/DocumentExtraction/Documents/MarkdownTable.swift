// Lays out cells as a Markdown table. Knows no spreadsheet.

/// A table; columns that are empty in all rows are left out.
struct MarkdownTable {
  let text: String
  /// Rows that would have made the text larger than its limit.
  let rowsLeftOut: Int

  init(_ rows: [[Int: String]], limit: Int) {
    let columns = Set(rows.flatMap(\.keys)).sorted()
    var text = ""
    var count = 0
    for row in rows {
      let size = row.values.reduce(columns.count * 3) { $0 + $1.utf8.count }
      if text.utf8.count + size > limit { break }
      text += Self.line(columns.map { row[$0] ?? "" })
      if count == 0 { text += Self.line(columns.map { _ in "---" }) }
      count += 1
    }
    if text.hasSuffix("\n") { text.removeLast() }
    self.text = text
    rowsLeftOut = rows.count - count
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
  }

  private static func escaped(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x7C || $0 == 0x0A || $0 == 0x0D }) else { return cell }
    var text = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "|": text += "\\|"
      case "\n", "\r": text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
