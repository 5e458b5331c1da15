// Whether two texts are the same document: values, tags, anchors, and order where order is kept.
internal import RunbookSyntax
internal import YAMLReader

/// Compares two trees node by node.
struct SameMeaning {
  /// The number of each node of the first tree, in the second.
  private var counterparts: [Int: Int] = [:]

  /// Whether two documents are the same, but for the order of a runbook's fields.
  static func isSame(_ left: YAMLDocument, _ right: YAMLDocument) -> Bool {
    var comparison = SameMeaning()
    return comparison.isSame(left.writtenRoot, right.writtenRoot, .runbook)
  }

  private mutating func isSame(
    _ left: YAMLWrittenNode, _ right: YAMLWrittenNode, _ section: RunbookSection?
  ) -> Bool {
    counterparts[left.number] = right.number
    guard left.kind == right.kind, left.tag == right.tag else { return false }
    switch left.kind {
    case .scalar: return left.isPlain == right.isPlain && left.content == right.content
    case .alias: return left.target.flatMap { counterparts[$0] } == right.target
    case .sequence: return areSame(left.children, right.children)
    case .mapping: return entries(left.children, right.children, section)
    case .unreadable: return false
    }
  }

  private mutating func areSame(_ left: [YAMLWrittenNode], _ right: [YAMLWrittenNode]) -> Bool {
    guard left.count == right.count else { return false }
    for (a, b) in zip(left, right) where !isSame(a, b, nil) { return false }
    return true
  }

  private mutating func entries(
    _ left: [YAMLWrittenNode], _ right: [YAMLWrittenNode], _ section: RunbookSection?
  ) -> Bool {
    guard left.count == right.count else { return false }
    guard let order = matching(left, right, section) else { return false }
    for (index, other) in order {
      let inner = section?.section(of: String(decoding: left[index].content, as: UTF8.self))
      guard isSame(left[index], right[other], nil), isSame(left[index + 1], right[other + 1], inner) else {
        return false
      }
    }
    return true
  }

  /// Which key of the second mapping each key of the first is: the one at the same place, or, among the fields of
  /// a runbook, the one of the same name.
  private func matching(
    _ left: [YAMLWrittenNode], _ right: [YAMLWrittenNode], _ section: RunbookSection?
  ) -> [(Int, Int)]? {
    let keys = Array(stride(from: 0, to: left.count, by: 2))
    let isOrdered = section.map(\.fieldNames.isEmpty) ?? true
    guard !isOrdered, keys.allSatisfy({ left[$0].kind == .scalar }) else { return keys.map { ($0, $0) } }
    var places: [[UInt8]: Int] = [:]
    for key in keys { places[right[key].content] = key }
    var matching: [(Int, Int)] = []
    for key in keys {
      guard let place = places[left[key].content] else { return nil }
      matching.append((key, place))
    }
    return matching
  }
}
