// Makes a layout out of a document and its text: every comment goes to the node that it belongs to.
internal import YAMLReader

/// Reads a document from its beginning to its end.
struct LayoutReader {
  private var scanner: GapScanner
  /// Block collections whose last child has been read, the innermost first.
  private var closed: [LayoutNode] = []
  /// What a comment on the same line belongs to.
  private var tailOwner: LayoutItem?
  /// Comments for the first child of the block that comes next.
  private var pending: [LayoutComment] = []
  private var isPendingSeparated = false
  /// Anchors and tags of the first child, found before the block began.
  private var pendingProperties: [String] = []

  private init(_ bytes: [UInt8]) { scanner = GapScanner(bytes) }

  /// The layout of a document without syntax errors, whose root is a mapping.
  static func read(_ document: YAMLDocument, _ bytes: [UInt8]) throws(LayoutFailure) -> LayoutDocument {
    var reader = LayoutReader(bytes)
    return try reader.document(document.writtenRoot)
  }

  private mutating func document(_ root: YAMLWrittenNode) throws(LayoutFailure) -> LayoutDocument {
    let gap = try scanner.scan(to: root.range.lowerBound, isStart: true)
    var document = LayoutDocument(root: LayoutNode(.mapping([])))
    document.prologue = gap.prologue
    document.hasMarker = gap.hasMarker
    document.markerComment = gap.markerComment
    pending = gap.comments.map { LayoutComment($0.text, isSeparated: $0.isSeparated) }
    isPendingSeparated = gap.isSeparated
    let properties = takeProperties(gap, isBlock: true)
    document.root = try node(root, isFlow: false, properties)
    let end = try scanner.scan(to: scanner.bytes.count)
    if let trailing = end.trailing { attachTrailing(trailing, or: &document.root.footer) }
    var rest: [LayoutComment] = []
    distribute(end.comments[...], column: -1, rest: &rest)
    document.root.footer += rest
    splitHeader(&document)
    return document
  }

  /// Comments at the top that a blank line parts from the first field belong to the file.
  private func splitHeader(_ document: inout LayoutDocument) {
    guard let first = document.root.items.first, !first.leading.isEmpty else { return }
    let last = first.isSeparated ? first.leading.count : first.leading.lastIndex { $0.isSeparated } ?? 0
    document.header = Array(first.leading[..<last])
    first.leading.removeFirst(last)
    if !first.leading.isEmpty { first.leading[0].isSeparated = false }
  }

  // MARK: Nodes

  private mutating func node(
    _ node: YAMLWrittenNode, isFlow: Bool, _ properties: [String], parentColumn: Int = 0
  ) throws(LayoutFailure) -> LayoutNode {
    let result: LayoutNode
    switch node.kind {
    case .mapping, .sequence:
      let isFlow = isFlow || hasBrackets(node)
      result = try isFlow ? flow(node) : block(node)
    case .alias:
      closed = []
      result = LayoutNode(.alias(text(node.range)))
      scanner.position = node.range.upperBound
    case .scalar:
      closed = []
      result = LayoutNode(.scalar(try scalar(node, parentColumn: parentColumn)))
    case .unreadable: throw LayoutFailure(offset: node.range.lowerBound, reason: "this value can't be read")
    }
    result.properties = properties
    result.range = node.range
    return result
  }

  private func hasBrackets(_ node: YAMLWrittenNode) -> Bool {
    let start = node.range.lowerBound
    guard node.kind == .mapping || node.kind == .sequence, start < scanner.bytes.count else { return false }
    return scanner.bytes[start] == (node.kind == .mapping ? UInt8(ascii: "{") : UInt8(ascii: "["))
  }

  private func isBlock(_ node: YAMLWrittenNode) -> Bool {
    (node.kind == .mapping || node.kind == .sequence) && !hasBrackets(node)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: scanner.bytes[range], as: UTF8.self)
  }

  /// The properties before a node; for a block, those on the line of its first child belong to that.
  private mutating func takeProperties(_ gap: Gap, isBlock: Bool) -> [String] {
    let own = isBlock ? gap.properties.filter { $0.line < gap.lineCount } : gap.properties
    let properties = pendingProperties + own.map(\.text)
    pendingProperties = gap.properties.dropFirst(own.count).map(\.text)
    return properties
  }

  // MARK: Block collections

  private mutating func block(_ node: YAMLWrittenNode) throws(LayoutFailure) -> LayoutNode {
    let isMapping = node.kind == .mapping
    let result = LayoutNode(isMapping ? .mapping([]) : .sequence([]))
    let children = node.children
    // libyaml begins a mapping at its first key, and a sequence at its first dash.
    result.column = scanner.column(of: node.range.lowerBound)
    var items: [LayoutItem] = []
    items.reserveCapacity(children.count)
    for index in stride(from: 0, to: children.count, by: isMapping ? 2 : 1) {
      let item = LayoutItem(value: result)
      if isMapping { try readEntry(children[index], children[index + 1], item, result.column) }
      if !isMapping { try readElement(children[index], item, result.column) }
      items.append(item)
    }
    result.items = items
    closed.append(result)
    return result
  }

  private mutating func readEntry(
    _ key: YAMLWrittenNode, _ value: YAMLWrittenNode, _ item: LayoutItem, _ column: Int
  ) throws(LayoutFailure) {
    let gap = try scanner.scan(to: max(scanner.position, key.range.lowerBound))
    place(gap, before: item, column: column)
    item.key = try self.node(key, isFlow: false, takeProperties(gap, isBlock: false), parentColumn: column)
    tailOwner = nil
    try readValue(value, item, column)
  }

  private mutating func readElement(
    _ value: YAMLWrittenNode, _ item: LayoutItem, _ column: Int
  ) throws(LayoutFailure) {
    let gap = try scanner.scan(to: max(scanner.position, value.range.lowerBound))
    place(gap, before: item, column: column)
    let properties = takeProperties(gap, isBlock: isBlock(value))
    item.value = try node(value, isFlow: false, properties, parentColumn: column)
    finish(item)
  }

  private mutating func readValue(
    _ value: YAMLWrittenNode, _ item: LayoutItem, _ column: Int
  ) throws(LayoutFailure) {
    let gap = try scanner.scan(to: max(scanner.position, value.range.lowerBound))
    let comments = gap.comments.map { LayoutComment($0.text, isSeparated: $0.isSeparated) }
    if isBlock(value) {
      item.head = gap.trailing
      pending += comments
      isPendingSeparated = gap.isSeparated
    } else {
      // A comment between a key and its value has its place above both.
      item.leading += ([gap.trailing].compactMap(\.self).map { LayoutComment($0) }) + comments
    }
    let properties = takeProperties(gap, isBlock: isBlock(value))
    item.value = try node(value, isFlow: false, properties, parentColumn: column)
    finish(item)
  }

  /// A comment on the line where a value ends is that of the innermost item there.
  private mutating func finish(_ item: LayoutItem) {
    hoistComments(from: item)
    if item.value.isBlockCollection { return }
    if case .scalar(let scalar) = item.value.content, scalar.style == .block {
      tailOwner = nil
    } else {
      tailOwner = item
    }
  }

  /// Comments in empty brackets, or between a dash and what it is about, have their place above.
  private func hoistComments(from item: LayoutItem) {
    if item.key == nil, let first = item.value.items.first {
      item.leading += first.leading
      first.leading = []
    }
    guard item.value.items.isEmpty else { return }
    item.leading += item.value.footer
    item.value.footer = []
  }

  // MARK: Comments

  private mutating func place(_ gap: Gap, before item: LayoutItem, column: Int) {
    item.leading += pending
    item.isSeparated = pending.isEmpty ? gap.isSeparated : isPendingSeparated
    pending = []
    if let trailing = gap.trailing { attachTrailing(trailing, or: &item.leading) }
    let split = gap.commentsBeforeDash ?? gap.comments.count
    distribute(gap.comments[..<split], column: column, rest: &item.leading)
    item.leading += gap.comments[split...].map { LayoutComment($0.text, isSeparated: $0.isSeparated) }
    closed = []
    tailOwner = nil
  }

  private mutating func attachTrailing(_ comment: String, or rest: inout [LayoutComment]) {
    if let owner = tailOwner, owner.tail == nil {
      owner.tail = comment
    } else {
      rest.append(LayoutComment(comment))
    }
    tailOwner = nil
  }

  /// Comments that are indented as deep as a block that has just ended belong to its end; from the first that is
  /// not on, they belong to what comes next.
  private func distribute(_ comments: ArraySlice<Gap.Comment>, column: Int, rest: inout [LayoutComment]) {
    var level = 0
    for comment in comments {
      while level < closed.count,
        closed[level].column > comment.column || closed[level].column <= column
      {
        level += 1
      }
      let own = LayoutComment(comment.text, isSeparated: comment.isSeparated)
      if level < closed.count { closed[level].footer.append(own) } else { rest.append(own) }
    }
  }

  // MARK: Flow collections

  private mutating func flow(_ node: YAMLWrittenNode) throws(LayoutFailure) -> LayoutNode {
    let isMapping = node.kind == .mapping
    let result = LayoutNode(isMapping ? .mapping([]) : .sequence([]))
    result.isFlow = true
    closed = []
    let isBracketed = hasBrackets(node)
    if isBracketed { scanner.position = node.range.lowerBound + 1 }
    tailOwner = nil
    let children = node.children
    var items: [LayoutItem] = []
    for index in stride(from: 0, to: children.count, by: isMapping ? 2 : 1) {
      let item = LayoutItem(value: result)
      try readFlowItem(children[index], isMapping ? children[index + 1] : nil, item)
      hoistComments(from: item)
      items.append(item)
      tailOwner = item
    }
    result.items = items
    guard isBracketed else { return result }
    let end = try scanner.scan(to: node.range.upperBound - 1)
    if let trailing = end.trailing { attachTrailing(trailing, or: &result.footer) }
    result.footer += end.comments.map { LayoutComment($0.text) }
    scanner.position = node.range.upperBound
    return result
  }

  private mutating func readFlowItem(
    _ first: YAMLWrittenNode, _ second: YAMLWrittenNode?, _ item: LayoutItem
  ) throws(LayoutFailure) {
    let gap = try scanner.scan(to: max(scanner.position, first.range.lowerBound))
    if let trailing = gap.trailing { attachTrailing(trailing, or: &item.leading) }
    item.leading += gap.comments.map { LayoutComment($0.text) }
    let node = try self.node(first, isFlow: true, takeProperties(gap, isBlock: false))
    guard let second else {
      item.value = node
      return
    }
    item.key = node
    tailOwner = nil
    let valueGap = try scanner.scan(to: max(scanner.position, second.range.lowerBound))
    item.leading += ([valueGap.trailing].compactMap(\.self) + valueGap.comments.map(\.text)).map {
      LayoutComment($0)
    }
    item.value = try self.node(second, isFlow: true, takeProperties(valueGap, isBlock: false))
  }

  // MARK: Scalars

  private mutating func scalar(
    _ node: YAMLWrittenNode, parentColumn: Int
  ) throws(LayoutFailure) -> LayoutScalar {
    let range = node.range
    guard let first = range.isEmpty ? nil : scanner.bytes[range.lowerBound], !node.isPlain else {
      scanner.position = max(scanner.position, range.upperBound)
      return ScalarLines.plain(scanner.bytes[range])
    }
    if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") {
      let (scalar, end) = ScalarLines.block(scanner, range, parentColumn: parentColumn)
      scanner.position = end
      return scalar
    }
    scanner.position = range.upperBound
    return ScalarLines.quoted(scanner.bytes[range])
  }
}
