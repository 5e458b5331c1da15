// Shows diagnostics to people: code, message, place, source lines with what is meant underlined.

/// Renders diagnostics as text.
public struct TextRenderer: Sendable {
  private let sources: SourceCollection
  private let isColoured: Bool
  private let width: Int

  /// A renderer for the files of one compilation; `width` is that of the terminal in columns.
  public init(sources: SourceCollection, isColoured: Bool = false, width: Int = 120) {
    self.sources = sources
    self.isColoured = isColoured
    self.width = width
  }

  /// One diagnostic with its source lines, ending with a line break.
  public func render(_ diagnostic: Diagnostic) -> String {
    var text = heading(diagnostic)
    if let span = diagnostic.span {
      let annotations = annotations(of: diagnostic, at: span)
      let gutter = gutterWidth(annotations)
      text += "\(pad("", gutter))\(paint("-->", .frame)) \(printable(sources.description(of: span)))\n"
      text += boxes(annotations, primary: span, gutter: gutter)
      text += footer(diagnostic, gutter: gutter)
    } else {
      if let path = diagnostic.path { text += "  \(paint("-->", .frame)) \(printable(path))\n" }
      text += footer(diagnostic, gutter: 2)
    }
    return text
  }

  /// How many errors and warnings there are, in words; empty when there are none.
  public static func summary(of diagnostics: [Diagnostic]) -> String {
    let counts = [(Severity.error, "error"), (.warning, "warning")].compactMap { severity, word -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return counts.joined(separator: ", ")
  }

  // MARK: - Parts

  private func heading(_ diagnostic: Diagnostic) -> String {
    let style: Style = diagnostic.severity == .error ? .error : .warning
    return paint("\(diagnostic.severity.rawValue)[\(diagnostic.rule.code)]", style)
      + paint(": \(printable(diagnostic.message))", .strong) + "\n"
  }

  private struct Annotation {
    let span: SourceSpan
    let message: String
    let isPrimary: Bool
    let line: Int
  }

  private func annotations(of diagnostic: Diagnostic, at span: SourceSpan) -> [Annotation] {
    let primary = Annotation(
      span: span, message: diagnostic.annotation ?? "", isPrimary: true, line: sources.location(of: span).line
    )
    let others = diagnostic.labels.map {
      Annotation(
        span: $0.span, message: $0.message, isPrimary: false, line: sources.location(of: $0.span).line)
    }
    // Numbered, since lines stand in the order of the file, not of the flow.
    let steps = diagnostic.flow.enumerated().map { number, step in
      Annotation(
        span: step.span, message: "\(number + 1). \(step.message)", isPrimary: false,
        line: sources.location(of: step.span).line)
    }
    return [primary] + steps + others
  }

  private func gutterWidth(_ annotations: [Annotation]) -> Int {
    String(annotations.map(\.line).max() ?? 1).count + 1
  }

  /// One box a file, the file of the primary span first.
  private func boxes(_ annotations: [Annotation], primary: SourceSpan, gutter: Int) -> String {
    var text = ""
    var files: [SourceID] = []
    for annotation in annotations where !files.contains(annotation.span.source) {
      files.append(annotation.span.source)
    }
    for file in files {
      let own = annotations.filter { $0.span.source == file }
      if file != primary.source, let first = own.first {
        text +=
          "\(pad("", gutter))\(paint(":::", .frame)) \(printable(sources.description(of: first.span)))\n"
      }
      text += box(own, file: file, gutter: gutter)
    }
    return text
  }

  private func box(_ annotations: [Annotation], file: SourceID, gutter: Int) -> String {
    let bar = paint("|", .frame)
    var text = "\(pad("", gutter)) \(bar)\n"
    var previous: Int?
    for (line, own) in Dictionary(grouping: annotations, by: \.line).sorted(by: { $0.key < $1.key }) {
      if let previous, line > previous + 1 { text += paint("...", .frame) + "\n" }
      previous = line
      text += lines(own, line, sources[file], gutter: gutter)
    }
    return text
  }

  /// One source line with the underlines of its annotations, from left to right.
  private func lines(
    _ annotations: [Annotation], _ line: Int, _ text: SourceText, gutter: Int
  ) -> String {
    let range = text.lineRange(line)
    let focus = (annotations.first { $0.isPrimary } ?? annotations.first)?.span.start ?? range.lowerBound
    let display = DisplayLine(text, range, focus: focus, width: width - gutter - 4)
    let bar = paint("|", .frame)
    var rendered = "\(paint(pad(String(line), gutter, isRight: true), .frame)) \(bar) \(display.text)\n"
    for annotation in annotations.sorted(by: { $0.span.start < $1.span.start }) {
      let shown =
        annotation.span.start..<min(annotation.span.end, max(range.upperBound, annotation.span.start))
      let (start, width) = display.columns(of: shown)
      let mark = String(repeating: annotation.isPrimary ? "^" : "-", count: width)
      let message = annotation.message.isEmpty ? "" : " \(printable(annotation.message))"
      let style: Style = annotation.isPrimary ? .error : .frame
      rendered += "\(pad("", gutter)) \(bar) \(pad("", start))\(paint(mark + message, style))\n"
    }
    return rendered
  }

  private func footer(_ diagnostic: Diagnostic, gutter: Int) -> String {
    var text = ""
    for note in diagnostic.notes {
      text += "\(pad("", gutter)) \(paint("=", .frame)) note: \(printable(note))\n"
    }
    for fix in diagnostic.fixes {
      text += "\(pad("", gutter)) \(paint("=", .frame)) fix: \(printable(fix.message))\n"
    }
    return text
  }

  private func pad(_ text: String, _ width: Int, isRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.count))
    return isRight ? spaces + text : text + spaces
  }

  private enum Style: String {
    case error = "1;31"
    case warning = "1;33"
    case strong = "1"
    case frame = "1;34"
  }

  private func paint(_ text: String, _ style: Style) -> String {
    isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
