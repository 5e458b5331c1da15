// One source line as a terminal shows it: tabs expanded, control characters visible, long lines cut.

/// A source line ready to print, which knows where each byte of it is shown.
struct DisplayLine {
  /// One character as shown.
  private struct Cell {
    let text: String
    let width: Int
    /// Byte offsets in the file.
    let start: Int
    let end: Int
  }

  /// Bytes on each side of the focus that are looked at: a line may be as long as a file, and have as many errors.
  ///
  /// A column takes four bytes at most, combining marks apart.
  private static func reach(_ width: Int) -> Int { min(4096, 4 * min(max(width, 64), 1024)) }

  /// The cells that are shown.
  private let cells: ArraySlice<Cell>
  private let isCutBefore: Bool
  private let isCutAfter: Bool

  /// The line of `text` at `range` (bytes), cut to `width` columns around `focus` (a byte offset).
  init(_ text: SourceText, _ range: Range<Int>, focus: Int, width: Int) {
    let near = Self.near(focus, in: range, text.bytes, reach: Self.reach(width))
    let cells = Self.cells(of: text, near)
    // The caller leaves a column for the mark of what is cut away at one side; the other needs one more.
    let width = max(20, width)
    var window = Self.window(of: cells, around: focus, width: width)
    if window.lowerBound > 0, window.upperBound < cells.count {
      window = Self.window(of: cells, around: focus, width: width - 1)
    }
    self.cells = cells[window]
    isCutBefore = window.lowerBound > 0 || near.lowerBound > range.lowerBound
    isCutAfter = window.upperBound < cells.count || near.upperBound < range.upperBound
  }

  /// The part of a line around the focus, cut between scalars.
  private static func near(
    _ focus: Int, in line: Range<Int>, _ bytes: [UInt8], reach: Int
  ) -> Range<Int> {
    let focus = min(max(focus, line.lowerBound), line.upperBound)
    var start = max(line.lowerBound, focus - reach)
    var end = min(line.upperBound, focus + reach)
    while start < focus, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > focus, end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }

  /// The characters of a range; hidden text is one cell that says so.
  private static func cells(of text: SourceText, _ range: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var offset = range.lowerBound
    func show(upTo end: Int) {
      for character in text.text(offset..<end) {
        // A malformed sequence shows as one U+FFFD for what may be one byte; the reader has refused such files.
        cells.append(cell(character, at: offset))
        offset += character.utf8.count
      }
      offset = end
    }
    for hidden in text.hiddenRanges(in: range) {
      show(upTo: hidden.lowerBound)
      let mark = SourceText.redacted
      cells.append(Cell(text: mark, width: mark.utf8.count, start: offset, end: hidden.upperBound))
      offset = hidden.upperBound
    }
    show(upTo: range.upperBound)
    return cells
  }

  private static func cell(_ character: Character, at offset: Int) -> Cell {
    let shown = printable(String(character))
    let isItself = shown.utf8.elementsEqual(character.utf8)
    let width = isItself ? displayWidth(of: character) : shown.reduce(0) { $0 + displayWidth(of: $1) }
    return Cell(text: shown, width: width, start: offset, end: offset + character.utf8.count)
  }

  /// All cells, or as many as `width` columns hold: a third of them before the focus where there are that many.
  private static func window(of cells: [Cell], around focus: Int, width: Int) -> Range<Int> {
    if cells.reduce(0, { $0 + $1.width }) <= width { return 0..<cells.count }
    let center = cells.firstIndex { $0.start >= focus } ?? cells.count
    var free = width
    var start = center
    while start > 0, free - cells[start - 1].width >= width - width / 3 {
      start -= 1
      free -= cells[start].width
    }
    var end = center
    while end < cells.count, free - cells[end].width >= 0 {
      free -= cells[end].width
      end += 1
    }
    while start > 0, free - cells[start - 1].width >= 0 {
      start -= 1
      free -= cells[start].width
    }
    return start..<end
  }

  var text: String {
    (isCutBefore ? "…" : "") + cells.map(\.text).joined() + (isCutAfter ? "…" : "")
  }

  /// The bytes of the file that are shown.
  var range: Range<Int> {
    guard let first = cells.first, let last = cells.last else { return 0..<0 }
    return first.start..<last.end
  }

  /// Whether nothing of the line is left out.
  var isWhole: Bool { !isCutBefore && !isCutAfter }

  /// The column (from 0) and width at which a byte range of this line is shown; at least one column wide.
  func columns(of range: Range<Int>) -> (start: Int, width: Int) {
    var start = isCutBefore ? 1 : 0
    var width = 0
    for cell in cells {
      if cell.end <= range.lowerBound || (cell.start < range.lowerBound && range.isEmpty) {
        start += cell.width
      } else if cell.start < range.upperBound {
        width += cell.width
      }
    }
    return (start, max(1, width))
  }
}
