// Writes a layout in the canonical form. Does not know how it was read, or what it means.

/// What stands between the entries of a mapping.
enum EntrySpacing {
  /// At most one blank line, where there was one.
  case asWritten
  /// Sections of several lines stand apart.
  case sections
  /// One blank line, unless both neighbours take one line each.
  case apart
}

/// Builds the text line by line.
struct LayoutPrinter {
  static let width = 100
  private static let step = 2

  private var output: [UInt8] = []
  /// Blank lines behind the last line would be content.
  private var endsWithContent = false

  private init() {}

  /// The text of a document.
  static func text(of document: LayoutDocument) throws(LayoutFailure) -> [UInt8] {
    var printer = LayoutPrinter()
    try printer.print(document)
    return printer.output
  }

  private mutating func print(_ document: LayoutDocument) throws(LayoutFailure) {
    for line in document.prologue { add(line, 0) }
    let properties = document.root.properties.map { " " + $0 }.joined()
    if document.hasMarker { add("---" + properties + comment(document.markerComment), 0) }
    for (index, comment) in document.header.enumerated() { add(comment, 0, isFirst: index == 0) }
    if !document.header.isEmpty { addBlank() }
    if !document.hasMarker, !properties.isEmpty { add(String(properties.dropFirst()), 0) }
    try block(document.root, 0, .sections, childSpacing: Self.sectionSpacing)
  }

  /// How the entries of a section of the runbook are spaced.
  private static func sectionSpacing(_ key: String) -> EntrySpacing {
    key == "artifacts" ? .apart : .asWritten
  }

  // MARK: Collections

  /// The children of a collection, each on lines of its own; the first continues a line when `continues`.
  private mutating func block(
    _ node: LayoutNode, _ indent: Int, _ spacing: EntrySpacing = .asWritten, continues: Bool = false,
    childSpacing: (String) -> EntrySpacing = { _ in .asWritten }
  ) throws(LayoutFailure) {
    var previous: ItemShape?
    for (index, item) in node.items.enumerated() {
      let key = try keyText(item)
      hoistComments(of: item, indent)
      let line = inline(item, indent, key)
      let shape = ItemShape(isOneLine: line != nil, isCommented: !item.leading.isEmpty, item)
      if let previous, isBlankWanted(before: item, spacing, shape, previous) { addBlank() }
      if index > 0 || !continues { lead(item, indent) }
      try print(item, indent, key, line, childSpacing)
      previous = shape
    }
    for (index, comment) in node.footer.enumerated() {
      add(comment, indent, isFirst: index == 0 && node.items.isEmpty)
    }
  }

  /// A comment behind brackets that become a block has its place above the dash; so have those of the first
  /// element, which continues the line of the dash.
  private func hoistComments(of item: LayoutItem, _ indent: Int) {
    guard item.key == nil, item.value.isCollection, inline(item, indent, "-") == nil else { return }
    item.leading += [item.head, item.tail].compactMap(\.self).map { LayoutComment($0) }
    (item.head, item.tail) = (nil, nil)
    guard let first = item.value.items.first else { return }
    hoistComments(of: first, indent + Self.step)
    item.leading += first.leading
    first.leading = []
  }

  /// How much room an item takes.
  private struct ItemShape {
    var isOneLine: Bool
    var isAlone: Bool
    var isBlock: Bool

    init(isOneLine: Bool, isCommented: Bool, _ item: LayoutItem) {
      self.isOneLine = isOneLine
      isAlone = isOneLine && !isCommented
      isBlock = item.value.isCollection && !isOneLine
    }
  }

  private func isBlankWanted(
    before item: LayoutItem, _ spacing: EntrySpacing, _ shape: ItemShape, _ previous: ItemShape
  ) -> Bool {
    let wasThere = item.leading.first.map(\.isSeparated) ?? item.isSeparated
    switch spacing {
    case .asWritten: return wasThere
    case .apart: return wasThere || !shape.isAlone || !previous.isAlone
    case .sections: return wasThere || shape.isBlock || previous.isBlock
    }
  }

  /// The comments above an item, and the indentation of its own line.
  private mutating func lead(_ item: LayoutItem, _ indent: Int) {
    for (index, comment) in item.leading.enumerated() { add(comment, indent, isFirst: index == 0) }
    if item.isSeparated, !item.leading.isEmpty { addBlank() }
    output += [UInt8](repeating: 0x20, count: indent)
  }

  private func keyText(_ item: LayoutItem) throws(LayoutFailure) -> String {
    guard let key = item.key else { return "-" }
    if let text = FlowText.key(key) { return text }
    throw LayoutFailure(offset: key.range?.lowerBound ?? 0, reason: "a key of several lines stands here")
  }

  // MARK: Items

  private mutating func print(
    _ item: LayoutItem, _ indent: Int, _ key: String, _ line: String?,
    _ childSpacing: (String) -> EntrySpacing
  ) throws(LayoutFailure) {
    endsWithContent = false
    if let line { return end(line, item) }
    switch item.value.content {
    case .sequence, .mapping: try printBlock(item, indent, key, childSpacing)
    case .scalar(let scalar): print(scalar, item, indent, key)
    case .alias(let name): end("\(key) \(name)", item)
    }
  }

  /// An item on one line without its comment; nil where it doesn't fit.
  private func inline(_ item: LayoutItem, _ indent: Int, _ key: String) -> String? {
    if item.value.isBlockCollection, !item.value.items.isEmpty { return nil }
    if case .scalar(let scalar) = item.value.content, scalar.lines.count > 1 { return nil }
    guard item.head == nil, let value = FlowText.text(item.value) else { return nil }
    let text = value.isEmpty ? key : "\(key) \(value)"
    let isFitting =
      !item.value.isCollection || item.value.items.isEmpty
      || indent + text.unicodeScalars.count <= Self.width
    return isFitting ? text : nil
  }

  private mutating func printBlock(
    _ item: LayoutItem, _ indent: Int, _ key: String, _ childSpacing: (String) -> EntrySpacing
  ) throws(LayoutFailure) {
    let node = item.value
    let properties = node.properties.map { " " + $0 }.joined()
    let head = item.head ?? item.tail
    let isCompact =
      item.key == nil && properties.isEmpty && head == nil && node.items.first?.leading.isEmpty ?? false
    if isCompact {
      output += Array("- ".utf8)
    } else {
      addLine(key + properties + comment(head))
      if item.head != nil, let tail = item.tail { add(tail, indent + Self.step) }
    }
    try block(node, indent + Self.step, childSpacing(String(key.dropLast())), continues: isCompact)
  }

  private mutating func print(_ scalar: LayoutScalar, _ item: LayoutItem, _ indent: Int, _ key: String) {
    let start = ([key] + item.value.properties).joined(separator: " ")
    var lines = scalar.lines
    let first = "\(start) \(lines.removeFirst())"
    let indentation = indent + (scalar.indicator ?? Self.step)
    guard scalar.style != .block else {
      addLine(first)
      for line in lines { add(line, line.isEmpty ? 0 : indentation) }
      endsWithContent = scalar.keepsEnd
      return
    }
    addLine(first)
    for line in lines.dropLast() { add(line, line.isEmpty ? 0 : indentation) }
    output += [UInt8](repeating: 0x20, count: indentation)
    end(lines.last ?? "", item)
  }

  private mutating func end(_ text: String, _ item: LayoutItem) { addLine(text + comment(item.tail)) }

  // MARK: Lines

  private func comment(_ text: String?) -> String { text.map { "  " + $0 } ?? "" }

  private mutating func add(_ comment: LayoutComment, _ indent: Int, isFirst: Bool) {
    if comment.isSeparated, !isFirst { addBlank() }
    endsWithContent = false
    add(comment.text, indent)
  }

  private mutating func add(_ line: String, _ indent: Int) {
    output += [UInt8](repeating: 0x20, count: indent)
    addLine(line)
  }

  private mutating func addLine(_ text: String) {
    output += Array(text.utf8)
    output.append(0x0A)
  }

  private mutating func addBlank() {
    let count = output.count
    let isBlankAlready = count == 0 || count > 1 && output[count - 1] == 0x0A && output[count - 2] == 0x0A
    if !isBlankAlready, !endsWithContent { output.append(0x0A) }
  }
}
