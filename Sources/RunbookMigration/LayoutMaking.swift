// Makes, copies and takes apart layouts. Does not know what a runbook is.
internal import RunbookFormatter

extension LayoutNode {
  static func scalar(_ text: String) -> LayoutNode { LayoutNode(.scalar(.line(text))) }

  static func mapping(_ items: [LayoutItem]) -> LayoutNode { LayoutNode(.mapping(items)) }

  /// The entry of a mapping by its key.
  func entry(_ key: String) -> LayoutItem? {
    if case .mapping = content { return items.first { $0.keyText == key } }
    return nil
  }

  /// The text of a scalar of one line, without quotes; nil for anything else.
  var text: String? {
    guard case .scalar(let scalar) = content, scalar.lines.count == 1, let line = scalar.lines.first else {
      return nil
    }
    return scalar.style == .plain ? line : String(line.dropFirst().dropLast())
  }

  /// The texts of a scalar or of a list of scalars; nil for anything else.
  var texts: [String]? {
    if let text { return [text] }
    guard case .sequence(let items) = content else { return nil }
    let texts = items.compactMap(\.value.text)
    return texts.count == items.count ? texts : nil
  }

  /// A node with all that is below it, comments too.
  func copy() -> LayoutNode {
    let copy: LayoutNode
    switch content {
    case .scalar, .alias: copy = LayoutNode(content)
    case .sequence(let items): copy = LayoutNode(.sequence(items.map { $0.copy() }))
    case .mapping(let items): copy = LayoutNode(.mapping(items.map { $0.copy() }))
    }
    copy.properties = properties
    copy.isFlow = isFlow
    copy.footer = footer
    copy.range = range
    return copy
  }

  /// Every comment at or below a node, in order.
  var allComments: [LayoutComment] { items.flatMap(\.allComments) + footer }
}

extension LayoutItem {
  static func entry(_ key: String, _ value: LayoutNode) -> LayoutItem {
    LayoutItem(key: .scalar(key), value: value)
  }

  /// The entry under another key, with its comments.
  func renamed(_ name: String) -> LayoutItem {
    if keyText == name { return self }
    let item = copy()
    item.key = .scalar(name)
    return item
  }

  /// The entry with another value; comments inside the old one go above it.
  func replacing(_ value: LayoutNode) -> LayoutItem {
    let item = LayoutItem(key: key, value: value)
    item.leading = leading + self.value.allComments
    item.isSeparated = isSeparated
    // A comment behind 'key:' of a block and one behind a value have the same place.
    item.tail = tail ?? head
    if tail != nil, let head { item.leading.append(LayoutComment(head)) }
    if value.isBlockCollection { (item.head, item.tail) = (item.tail, nil) }
    return item
  }

  func copy() -> LayoutItem {
    let copy = LayoutItem(key: key?.copy(), value: value.copy())
    (copy.leading, copy.head, copy.tail, copy.isSeparated) = (leading, head, tail, isSeparated)
    return copy
  }

  /// The comments above an item and behind its lines.
  var ownComments: [LayoutComment] {
    leading + [head, tail].compactMap(\.self).map { LayoutComment($0) }
  }

  /// Every comment of an item, in order.
  var allComments: [LayoutComment] {
    leading + [head].compactMap(\.self).map { LayoutComment($0) } + value.allComments
      + [tail].compactMap(\.self).map { LayoutComment($0) }
  }
}
