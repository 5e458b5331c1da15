// One source line as a terminal shows it: tabs expanded, control characters visible, long lines cut.

/// A source line ready to print, which knows where each byte of it is shown.
struct DisplayLine {
  /// One character as shown.
  private struct Cell {
    let text: String
    let width: Int
    /// Byte offset in the file.
    let offset: Int
  }

  private let cells: [Cell]
  private let end: Int
  /// The cells that are shown.
  private let window: Range<Int>

  /// The line of `text` at `range` (bytes), cut to `width` columns around `focus` (a byte offset).
  init(_ text: SourceText, _ range: Range<Int>, focus: Int, width: Int) {
    var cells: [Cell] = []
    var offset = range.lowerBound
    for scalar in text.text(range).unicodeScalars {
      cells.append(Self.cell(scalar, at: offset))
      offset += String(scalar).utf8.count
      if cells.count > 100_000 { break }
    }
    self.cells = cells
    end = range.upperBound
    window = Self.window(of: cells, around: focus, width: max(20, width))
  }

  private static func cell(_ scalar: Unicode.Scalar, at offset: Int) -> Cell {
    let text = printable(scalar)
    let width = scalar.value == 0x09 ? 2 : text.unicodeScalars.first.map(displayWidth) ?? 0
    return Cell(text: text, width: width, offset: offset)
  }

  private static func window(of cells: [Cell], around focus: Int, width: Int) -> Range<Int> {
    if cells.reduce(0, { $0 + $1.width }) <= width { return 0..<cells.count }
    let center = cells.firstIndex { $0.offset >= focus } ?? cells.count
    let start = max(0, min(center - width / 3, cells.count - width))
    return start..<min(cells.count, start + width)
  }

  var text: String {
    let shown = cells[window].map(\.text).joined()
    return (window.lowerBound > 0 ? "…" : "") + shown + (window.upperBound < cells.count ? "…" : "")
  }

  /// The column (from 0) and width at which a byte range of this line is shown; at least one column wide.
  func columns(of range: Range<Int>) -> (start: Int, width: Int) {
    var start = window.lowerBound > 0 ? 1 : 0
    var width = 0
    for cell in cells[window] {
      if cell.offset < range.lowerBound { start += cell.width }
      if range.contains(cell.offset) { width += cell.width }
    }
    return (start, max(1, width))
  }
}
