// Shows diagnostics to people: code, message, place, source lines with what is meant underlined.

/// Renders diagnostics as text.
public struct TextRenderer: Sendable {
  private let sources: SourceCollection
  private let style: TextStyle
  private let width: Int

  /// A renderer for the files of one compilation.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal.
  ///   - linkDirectory: The directory that relative paths are seen from, where places are shown as links; nil for
  ///     no links.
  public init(
    sources: SourceCollection, isColoured: Bool = false, width: Int = 120, linkDirectory: String? = nil
  ) {
    self.sources = sources
    style = TextStyle(isColoured: isColoured, linkDirectory: linkDirectory)
    self.width = width
  }

  /// One diagnostic with its source lines, ending with a line break.
  public func render(_ diagnostic: Diagnostic) -> String {
    let boxes = boxes(of: diagnostic)
    let lines = boxes.flatMap(\.annotations).map { sources.location(of: $0.span).line }
    // Spans of several lines show their last line too; its number is hardly longer.
    let ends = boxes.flatMap(\.annotations).map { sources[$0.span.source].location(of: $0.span.end).line }
    let gutter = diagnostic.span == nil ? 2 : String((lines + ends).max() ?? 1).count + 1
    var text = heading(diagnostic)
    if diagnostic.span == nil, let path = diagnostic.path { text += "  " + arrow("-->", path, at: path) }
    for (index, box) in boxes.enumerated() {
      text +=
        pad(gutter) + arrow(index == 0 ? "-->" : ":::", sources.description(of: box.place), at: box.file)
      text += SourceBox(
        text: sources[box.place.source], style: style, role: TextStyle.Role(diagnostic.severity),
        gutter: gutter, width: width
      ).render(box.annotations)
    }
    return text + footer(diagnostic, gutter: gutter)
  }

  /// How many errors and warnings there are, in words; empty when there are none.
  public static func summary(of diagnostics: [Diagnostic]) -> String {
    let counts = [(Severity.error, "error"), (.warning, "warning")].compactMap { severity, word -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return counts.joined(separator: ", ")
  }

  // MARK: - Boxes

  /// What is underlined in one file.
  private struct Box {
    /// What the heading of the box names.
    let place: SourceSpan
    let file: String
    var annotations: [Annotation]
  }

  /// How many places a diagnostic underlines; a cycle may have thousands.
  private static let shownPlaces = 24

  /// The file of the diagnostic first, then those of its labels, then the files that led there, inner ones first.
  private func boxes(of diagnostic: Diagnostic) -> [Box] {
    guard let span = diagnostic.span else { return [] }
    var boxes: [Box] = []
    add(Annotation(span: span, message: diagnostic.annotation ?? "", isPrimary: true), to: &boxes)
    // Numbered, since lines stand in the order of the file, not of the flow.
    let flow = diagnostic.flow.enumerated().map { number, step in
      Annotation(span: step.span, message: "\(number + 1). \(step.message)")
    }
    let labels = diagnostic.labels.map { Annotation(span: $0.span, message: $0.message) }
    let steps = diagnostic.provenance.steps.map { Annotation(span: $0.span, message: $0.message) }
    let parents = Set(steps.map(\.span.source)).subtracting([span.source])
    for annotation in (flow + labels).prefix(Self.shownPlaces)
    where !parents.contains(annotation.span.source) { add(annotation, to: &boxes) }
    for step in steps {
      add(step, to: &boxes)
      for annotation in (flow + labels).prefix(Self.shownPlaces)
      where annotation.span.source == step.span.source { add(annotation, to: &boxes) }
    }
    return boxes
  }

  private func add(_ annotation: Annotation, to boxes: inout [Box]) {
    let index = boxes.firstIndex { $0.place.source == annotation.span.source }
    guard let index else {
      let file = sources[annotation.span.source].name
      boxes.append(Box(place: annotation.span, file: file, annotations: [annotation]))
      return
    }
    // A place that is spoken of twice in the same words is shown once.
    let isKnown = boxes[index].annotations.contains {
      $0.span == annotation.span && ($0.message == annotation.message || annotation.message.isEmpty)
    }
    if !isKnown { boxes[index].annotations.append(annotation) }
  }

  // MARK: - Lines

  private func heading(_ diagnostic: Diagnostic) -> String {
    style.paint(
      "\(diagnostic.severity.rawValue)[\(diagnostic.rule.code)]", TextStyle.Role(diagnostic.severity))
      + style.paint(": \(printable(diagnostic.message))", .strong) + "\n"
  }

  private func arrow(_ arrow: String, _ place: String, at file: String) -> String {
    "\(style.paint(arrow, .frame)) \(style.link(printable(place), to: file))\n"
  }

  private func footer(_ diagnostic: Diagnostic, gutter: Int) -> String {
    var notes = diagnostic.notes
    let hidden = diagnostic.labels.count + diagnostic.flow.count - Self.shownPlaces
    if hidden > 0 { notes.append("\(hidden) further place\(hidden == 1 ? "" : "s") not shown here") }
    if let others = diagnostic.provenance.otherUsesText(sources) { notes.append(others) }
    let lines = notes.map { "note: \($0)" } + diagnostic.fixes.map { "fix: \($0.message)" }
    return lines.map { "\(pad(gutter)) \(style.paint("=", .frame)) \(printable($0))\n" }.joined()
  }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
