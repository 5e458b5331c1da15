// Puts the fields of a runbook into their documented order, where that moves no comment away from its place.
internal import RunbookSyntax

enum FieldOrdering {
  static func apply(to document: LayoutDocument) { order(document.root, .runbook) }

  private static func order(_ node: LayoutNode, _ section: RunbookSection) {
    guard case .mapping = node.content else { return }
    let names = section.fieldNames
    if !names.isEmpty, let ordered = ordered(node, names) { node.items = ordered }
    for item in node.items {
      if let key = item.keyText, let inner = section.section(of: key) { order(item.value, inner) }
    }
  }

  /// The entries in order; nil where they are already, or must stay as they are.
  private static func ordered(_ node: LayoutNode, _ names: [String]) -> [LayoutItem]? {
    let items = node.items
    let ranks = items.map { rank(of: $0, names) }
    let order = items.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    guard order != Array(items.indices) else { return nil }
    if hasDetachedComments(items) || items.contains(where: { declaresAnchor($0) }) { return nil }
    // A comment above the first field, or below the last, may speak of the whole.
    if order[0] != 0, !items[0].leading.isEmpty { return nil }
    if order.last != items.count - 1, !node.footer.isEmpty { return nil }
    if separatesCommentsFromNext(order, items) { return nil }
    return order.map { items[$0] }
  }

  /// Merge keys first, then fields, then everything else as it stands.
  private static func rank(of item: LayoutItem, _ names: [String]) -> Int {
    guard let key = item.keyText else { return names.count }
    return key == "<<" ? -1 : names.firstIndex(of: key) ?? names.count
  }

  private static func hasDetachedComments(_ items: [LayoutItem]) -> Bool {
    items.contains { item in
      !item.leading.isEmpty && (item.isSeparated || item.leading.dropFirst().contains { $0.isSeparated })
    }
  }

  /// Comments behind the last line of a value may as well be meant for what follows.
  private static func separatesCommentsFromNext(_ order: [Int], _ items: [LayoutItem]) -> Bool {
    order.enumerated().contains { place, index in
      let next = place + 1 < order.count ? order[place + 1] : items.count
      return next != index + 1 && endsInComments(items[index].value)
    }
  }

  private static func endsInComments(_ node: LayoutNode) -> Bool {
    if !node.footer.isEmpty, !node.isFlow { return true }
    return node.items.last.map { endsInComments($0.value) } ?? false
  }

  /// An anchor must stay before its aliases.
  private static func declaresAnchor(_ item: LayoutItem) -> Bool {
    declaresAnchor(item.value) || item.key.map { declaresAnchor($0) } ?? false
  }

  private static func declaresAnchor(_ node: LayoutNode) -> Bool {
    node.properties.contains { $0.hasPrefix("&") } || node.items.contains { declaresAnchor($0) }
  }
}

extension LayoutItem {
  /// The text of a key that is a scalar of one line, without quotes.
  package var keyText: String? {
    guard let key, case .scalar(let scalar) = key.content, let line = FlowText.line(scalar) else {
      return nil
    }
    return scalar.style == .plain ? line : String(line.dropFirst().dropLast())
  }
}
