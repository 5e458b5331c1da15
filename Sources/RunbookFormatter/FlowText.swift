// Writes nodes on one line. Does not know where they stand.

enum FlowText {
  /// A node on one line; nil where it can't be: it holds a comment, or a line break that has to stay.
  static func text(_ node: LayoutNode) -> String? {
    guard let content = content(node) else { return nil }
    return (node.properties + [content]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func content(_ node: LayoutNode) -> String? {
    switch node.content {
    case .scalar(let scalar): return line(scalar)
    case .alias(let name): return name
    case .sequence(let items): return joined(items, node, "[", "]") { text($0.value) }
    case .mapping(let items): return joined(items, node, "{", "}") { entry($0) }
    }
  }

  private static func joined(
    _ items: [LayoutItem], _ node: LayoutNode, _ open: String, _ close: String,
    _ text: (LayoutItem) -> String?
  ) -> String? {
    guard node.footer.isEmpty else { return nil }
    var parts: [String] = []
    for item in items {
      guard item.leading.isEmpty, item.head == nil, item.tail == nil, let part = text(item) else {
        return nil
      }
      parts.append(part)
    }
    return open + parts.joined(separator: ", ") + close
  }

  private static func entry(_ item: LayoutItem) -> String? {
    guard let key = item.key.flatMap({ key($0) }), let value = text(item.value) else { return nil }
    if value.isEmpty { return String(key.dropLast(key.hasSuffix(" :") ? 2 : 1)) }
    // An anchor or a tag without a value would swallow the bracket behind it.
    let isBare = !item.value.properties.isEmpty && content(item.value) == ""
    return "\(key) \(value)\(isBare ? " " : "")"
  }

  /// A key with its colon.
  static func key(_ key: LayoutNode) -> String? {
    guard let text = text(key), text.utf8.count <= 1_000 else { return nil }
    if case .alias = key.content { return text + " :" }
    return text + ":"
  }

  /// A scalar on one line (YAML 1.2.2, section 6.5: a line break between texts is a space).
  static func line(_ scalar: LayoutScalar) -> String? {
    if scalar.lines.count == 1, scalar.style != .block { return scalar.lines[0] }
    switch scalar.style {
    case .block: return nil
    case .plain, .singleQuoted, .doubleQuoted:
      let isFoldable = scalar.lines.enumerated().allSatisfy { index, line in
        let isInner = index > 0 && index < scalar.lines.count - 1
        let isEscaped = scalar.style == .doubleQuoted && line.utf8.last == UInt8(ascii: "\\")
        return !(isInner && line.isEmpty) && !isEscaped
      }
      return isFoldable ? scalar.lines.joined(separator: " ") : nil
    }
  }
}
