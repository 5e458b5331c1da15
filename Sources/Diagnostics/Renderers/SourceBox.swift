// The lines of one file with what is underlined in them.

/// Draws annotations of one file: each line with its underlines, brackets in the margin for spans of several lines.
struct SourceBox {
  let text: SourceText
  let style: TextStyle
  /// The role of the primary annotation.
  let role: TextStyle.Role
  /// Columns of the line numbers.
  let gutter: Int
  /// Columns of the terminal.
  let width: Int

  /// An annotation of several lines, and the column of the margin in which its bracket stands.
  private struct Bracket {
    let annotation: Annotation
    let first: Int
    let last: Int
    let lane: Int
  }

  /// Brackets of spans up to this long show all their lines.
  private static let wholeLines = 4

  /// The box, each line ending with a line break.
  func render(_ annotations: [Annotation]) -> String {
    var single: [Int: [Annotation]] = [:]
    var brackets: [Bracket] = []
    for annotation in annotations {
      let first = text.location(of: annotation.span.start).line
      let last = text.location(of: visibleEnd(of: annotation.span)).line
      if first >= last {
        single[first, default: []].append(annotation)
      } else {
        brackets.append(Bracket(annotation: annotation, first: first, last: last, lane: brackets.count))
      }
    }
    var result = frame() + "\n"
    var previous: Int?
    for line in shownLines(single.keys, brackets) {
      if let previous, line > previous + 1 { result += elision(after: previous, brackets) }
      previous = line
      result += render(line, single[line] ?? [], brackets)
    }
    return result
  }

  /// The end of a span without the line breaks and blanks that it ends with.
  private func visibleEnd(of span: SourceSpan) -> Int {
    var end = min(span.end, text.bytes.count)
    while end > span.start, [0x20, 0x09, 0x0A, 0x0D].contains(text.bytes[end - 1]) { end -= 1 }
    return max(span.start, end - (end > span.start ? 1 : 0))
  }

  private func shownLines(_ single: some Sequence<Int>, _ brackets: [Bracket]) -> [Int] {
    var lines = Set(single)
    for bracket in brackets {
      lines.formUnion([bracket.first, bracket.last])
      if bracket.last - bracket.first < Self.wholeLines { lines.formUnion(bracket.first...bracket.last) }
    }
    return lines.sorted()
  }

  private func elision(after line: Int, _ brackets: [Bracket]) -> String {
    let dots = style.paint("...", .frame)
    guard brackets.contains(where: { $0.first <= line && line < $0.last }) else { return dots + "\n" }
    let margin = margin(brackets[...]) { $0.first <= line && line < $0.last ? "|" : " " }
    return dots + pad(gutter) + margin.dropLast() + "\n"
  }

  // MARK: - One line

  private func render(_ line: Int, _ annotations: [Annotation], _ brackets: [Bracket]) -> String {
    let range = text.lineRange(line)
    var result = ""
    for group in groups(annotations, in: range, brackets) {
      let focus = group.map(\.span.start).min()
      let bracket = brackets.first { $0.first == line }?.annotation.span.start
      let display = display(range, focus: focus ?? bracket ?? range.lowerBound, brackets)
      let active = margin(brackets[...]) { $0.first < line && line <= $0.last ? "|" : " " }
      result += "\(number(line)) \(active)\(display.text)\n"
      if !group.isEmpty {
        for row in LabelLayout(marks(group, in: range, display)).rows {
          result += "\(frame()) \(active)\(dress(row))\n"
        }
      }
      for bracket in brackets where bracket.first == line { result += opening(bracket, display, brackets) }
      for bracket in brackets where bracket.last == line { result += closing(bracket, display, brackets) }
    }
    return result
  }

  /// The annotations that fit beside each other on one display of the line, from left to right.
  private func groups(
    _ annotations: [Annotation], in range: Range<Int>, _ brackets: [Bracket]
  ) -> [[Annotation]] {
    let whole = display(range, focus: range.lowerBound, brackets)
    guard !whole.isWhole, annotations.count > 1 else { return [annotations] }
    var groups: [[Annotation]] = []
    for annotation in annotations.sorted(by: { $0.span.start < $1.span.start }) {
      if let first = groups.last?.first,
        display(range, focus: first.span.start, brackets).range.upperBound >= annotation.span.end
      {
        groups[groups.count - 1].append(annotation)
      } else {
        groups.append([annotation])
      }
    }
    return groups.sorted { left, _ in left.contains { $0.isPrimary } }
  }

  private func display(_ range: Range<Int>, focus: Int, _ brackets: [Bracket]) -> DisplayLine {
    DisplayLine(text, range, focus: focus, width: width - gutter - 4 - 2 * brackets.count)
  }

  private func marks(_ annotations: [Annotation], in line: Range<Int>, _ display: DisplayLine) -> [LineMark] {
    annotations.map { annotation in
      let start = min(annotation.span.start, line.upperBound)
      let (column, width) = display.columns(of: start..<max(start, min(annotation.span.end, line.upperBound)))
      return LineMark(
        column: column, width: width, message: printable(annotation.message), isPrimary: annotation.isPrimary)
    }
  }

  private func dress(_ row: [LabelLayout.Segment]) -> String {
    var result = ""
    var column = 0
    for segment in row {
      result += pad(segment.column - column) + style.paint(segment.text, segment.isPrimary ? role : .frame)
      // Only the last segment of a row may hold characters that are wider or narrower than a column.
      column = segment.column + segment.text.count
    }
    return result
  }

  // MARK: - Brackets

  /// The first line of a span: the bracket leads from below its first character to the margin.
  private func opening(_ bracket: Bracket, _ display: DisplayLine, _ all: [Bracket]) -> String {
    let start = display.columns(of: bracket.annotation.span.start..<bracket.annotation.span.start).start
    let others = margin(all[..<bracket.lane]) {
      $0.first <= bracket.first && bracket.first <= $0.last ? "|" : " "
    }
    let reach = 2 * (all.count - bracket.lane) - 1 + start
    return "\(frame()) \(others) "
      + style.paint(String(repeating: "_", count: reach) + mark(bracket), role(of: bracket)) + "\n"
  }

  /// The last line of a span: the bracket leads from the margin to below its last character.
  private func closing(_ bracket: Bracket, _ display: DisplayLine, _ all: [Bracket]) -> String {
    let end = visibleEnd(of: bracket.annotation.span)
    let column = display.columns(of: end..<(end + 1)).start
    let others = margin(all[..<bracket.lane]) {
      $0.first <= bracket.last && bracket.last < $0.last ? "|" : " "
    }
    let reach = 2 * (all.count - bracket.lane) - 1 + column
    let message = bracket.annotation.message.isEmpty ? "" : " " + printable(bracket.annotation.message)
    return "\(frame()) \(others)"
      + style.paint("|" + String(repeating: "_", count: reach) + mark(bracket) + message, role(of: bracket))
      + "\n"
  }

  private func mark(_ bracket: Bracket) -> String { bracket.annotation.isPrimary ? "^" : "-" }

  private func role(of bracket: Bracket) -> TextStyle.Role { bracket.annotation.isPrimary ? role : .frame }

  /// The columns of the margin: two a bracket.
  private func margin(_ brackets: ArraySlice<Bracket>, _ character: (Bracket) -> String) -> String {
    brackets.map { bracket in
      let text = character(bracket)
      return (text == " " ? text : style.paint(text, role(of: bracket))) + " "
    }.joined()
  }

  // MARK: - Gutter

  private func frame() -> String { "\(pad(gutter)) \(style.paint("|", .frame))" }

  private func number(_ line: Int) -> String {
    let label = String(line)
    return "\(pad(gutter - label.count))\(style.paint(label, .frame)) \(style.paint("|", .frame))"
  }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
