// A table of texts for a terminal or a log.

/// Columns of text, each as wide as its widest cell.
package struct TextTable: Sendable {
  package enum Alignment: Sendable { case left, right }

  private let alignments: [Alignment]
  private var rows: [[String]]

  /// A table with these column headings.
  package init(_ headings: [(String, Alignment)]) {
    alignments = headings.map(\.1)
    rows = [headings.map(\.0)]
  }

  package mutating func add(_ cells: [String]) { rows.append(cells) }

  package var isEmpty: Bool { rows.count == 1 }

  /// The lines, indented, without trailing spaces, cut to `width` columns.
  package func lines(indent: Int = 0, width: Int = .max) -> [String] {
    let widths = alignments.indices.map { column in
      rows.map { $0.indices.contains(column) ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        line += alignments[column] == .left ? cell + space : space + cell
        line += "  "
      }
      while line.last == " " { line.removeLast() }
      return Self.cut(line, to: width)
    }
  }

  /// The text, with an ellipsis where it is longer than `width` code points.
  package static func cut(_ text: String, to width: Int) -> String {
    guard text.unicodeScalars.count > width, width > 1 else { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.prefix(width - 1))
    return String(scalars) + "…"
  }
}
