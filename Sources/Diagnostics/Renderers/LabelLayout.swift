// Lays out what stands below a source line: all underlines in one row, and each message where it can be told
// which of them it belongs to.

/// The rows below one source line.
struct LabelLayout {
  /// A piece of a row.
  struct Segment {
    let column: Int
    let text: String
    let isPrimary: Bool
  }

  /// First to last, each from left to right.
  private(set) var rows: [[Segment]] = []

  /// - Parameter marks: What is underlined; at least one.
  init(_ marks: [LineMark]) {
    let ordered = marks.enumerated().sorted { left, right in
      (left.element.column, left.offset) < (right.element.column, right.offset)
    }.map(\.element)
    let inline = Self.inlineMark(of: ordered)
    var first = Self.underlines(ordered)
    if let inline {
      let mark = ordered[inline]
      first.append(Segment(column: mark.end + 1, text: mark.message, isPrimary: mark.isPrimary))
    }
    rows.append(first)
    let hanging = ordered.indices.filter { $0 != inline && !ordered[$0].message.isEmpty }.map { ordered[$0] }
    guard !hanging.isEmpty else { return }
    rows.append(Self.connectors(hanging))
    for index in hanging.indices.reversed() {
      let mark = hanging[index]
      // A connector would run into a message that begins in its own column.
      let left = hanging[..<index].filter { $0.column < mark.column }
      rows.append(
        Self.connectors(Array(left))
          + [Segment(column: mark.column, text: mark.message, isPrimary: mark.isPrimary)])
    }
  }

  /// The mark whose message can stand to the right of all underlines: the last one, when nothing reaches past it.
  private static func inlineMark(of marks: [LineMark]) -> Int? {
    guard let end = marks.map(\.end).max() else { return nil }
    return marks.indices.last { marks[$0].end == end && !marks[$0].message.isEmpty }
  }

  /// Carets hide dashes where both would stand.
  private static func underlines(_ marks: [LineMark]) -> [Segment] {
    let end = marks.map(\.end).max() ?? 0
    var columns = [LineMark?](repeating: nil, count: end)
    for mark in marks where !mark.isPrimary { fill(mark, in: &columns) }
    for mark in marks where mark.isPrimary { fill(mark, in: &columns) }
    var segments: [Segment] = []
    var column = 0
    while column < end {
      guard let mark = columns[column] else {
        column += 1
        continue
      }
      let start = column
      while column < end, columns[column]?.isPrimary == mark.isPrimary { column += 1 }
      let text = String(repeating: mark.character, count: column - start)
      segments.append(Segment(column: start, text: text, isPrimary: mark.isPrimary))
    }
    return segments
  }

  private static func fill(_ mark: LineMark, in columns: inout [LineMark?]) {
    for column in mark.column..<mark.end { columns[column] = mark }
  }

  /// A bar below each mark, once a column.
  private static func connectors(_ marks: [LineMark]) -> [Segment] {
    var segments: [Segment] = []
    for mark in marks where segments.last?.column != mark.column {
      segments.append(Segment(column: mark.column, text: "|", isPrimary: mark.isPrimary))
    }
    return segments
  }
}
