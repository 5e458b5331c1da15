// Cells and rows of a table of comma-separated values. Knows no findings.

/// Rows as RFC 4180 has them, safe to open in a spreadsheet.
enum CSVText {
  /// One row with its line break, CR LF. Cells that a spreadsheet would take for a formula are defused.
  static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// Whether a spreadsheet would calculate the cell instead of showing it.
  ///
  /// The first characters are those that OWASP names ("CSV Injection"); blanks before them do not help.
  static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first == "\t" || first == "\r" || first == "\n" { return true }
    guard let visible = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else {
      return false
    }
    switch visible {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
    default: return false
    }
  }

  private static func cell(_ text: String) -> String {
    let safe = isFormula(text) ? "'" + text : text
    let isPlain = !safe.utf8.contains { byte in byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D }
    if isPlain { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
