// Finds the collection that a line belongs to by its indentation. Changes nothing.

/// The collections that a line may be added to, after a syntax error.
struct TargetSearch {
  private struct Place {
    var column: Int
    var isMapping: Bool
    var target: RecoveryTarget
  }

  private var places: [Place] = []
  /// The key that is without a value once the damage is dropped.
  let keyBefore: WaitingKey?
  /// The column of the lines that a key without a value would take as its value.
  private var value: Place?
  private let mayBeRoot: Bool

  /// - Parameter dropping: Closed collections are looked for before this node.
  init(_ builder: YAMLTreeBuilder, dropping: UInt32, _ lines: SourceLines) {
    for (level, collection) in builder.open.enumerated() where !collection.isFlow {
      places.append(
        Place(column: collection.column, isMapping: collection.isMapping, target: .open(level)))
    }
    mayBeRoot = Self.mayBeRoot(builder, dropping: dropping, lines)
    keyBefore = builder.waitingKey(before: dropping)
    addClosed(builder, dropping: dropping, lines)
  }

  func target(_ shape: LineShape, _ indentation: Int) -> RecoveryTarget? {
    guard shape.isEntryOrItem else { return nil }
    let place = places.first { $0.column == indentation && $0.isMapping == shape.isEntry }
    if case .open? = place?.target { return place?.target }
    if let value, value.column == indentation { return value.target }
    if let place { return place.target }
    return mayBeRoot && shape.isEntry ? .root : nil
  }

  var hasValue: Bool { value != nil }

  mutating func addValue(of waiting: WaitingKey, column: Int?) {
    guard let column else { return }
    value = Place(column: column, isMapping: true, target: .value(waiting.level, dropping: waiting.dropping))
  }

  /// A root that is nothing but the damage gives way to what stands below.
  private static func mayBeRoot(_ builder: YAMLTreeBuilder, dropping: UInt32, _ lines: SourceLines) -> Bool {
    guard dropping == 0 else { return false }
    guard let root = builder.nodes.first, root.kind != .scalar, builder.open.first?.isFlow == true else {
      return builder.nodes.isEmpty || builder.open.isEmpty || builder.open.count == 1
    }
    // A whole document in brackets is not block YAML.
    return lines.rest(from: Int(root.start)).count == 1
  }

  /// The innermost collections that end where the damage begins.
  private mutating func addClosed(_ builder: YAMLTreeBuilder, dropping: UInt32, _ lines: SourceLines) {
    guard var parent = builder.open.last(where: { $0.index < dropping && !$0.isFlow })?.index else { return }
    var path: [UInt32] = []
    let first = places.count
    defer {
      for index in first..<places.count {
        guard case .closed(let outer, _, let node) = places[index].target else { continue }
        places[index].target = .closed(outer, inner: Array(path[outer.count...]), dropping: node)
      }
    }
    while let child = builder.lastValue(of: parent, before: dropping), builder.isBlock(child) {
      path.append(child)
      let record = builder.nodes[Int(child)]
      places.append(
        Place(
          column: lines.column(of: Int(record.start)), isMapping: record.kind == .mapping,
          target: .closed(path, inner: [], dropping: dropping)))
      parent = child
    }
  }
}

/// A key of an open mapping that has no value yet, or none worth keeping.
struct WaitingKey {
  /// The mapping, by its place among the open collections.
  var level: Int
  /// The first node of what is not worth keeping.
  var dropping: UInt32
  /// What it has is an open bracket.
  var isBracket = false
}

extension YAMLTreeBuilder {
  /// The key before the damage that waits for its value.
  func waitingKey(_ damage: SyntaxDamage, _ lines: SourceLines) -> WaitingKey? {
    guard let level = open.lastIndex(where: { !$0.isFlow }), open[level].isMapping, let last = nodes.last
    else {
      return nil
    }
    let end = UInt32(nodes.count)
    func isBare(_ offset: UInt32) -> Bool { lines.rest(from: Int(offset)).count == 1 }
    if level + 1 < open.count {
      let bracket = open[level + 1].index
      return isBare(nodes[Int(bracket)].start) && open[level].childCount % 2 == 1
        ? WaitingKey(level: level, dropping: bracket, isBracket: true) : nil
    }
    if open[level].childCount % 2 == 1 {
      let isText = damage.kind == .quote && !isBare(UInt32(damage.origin))
      return isText ? nil : WaitingKey(level: level, dropping: end)
    }
    let isNothing = last.kind == .scalar && last.start == last.end && Int(last.start) <= damage.start
    let isQuote = damage.kind == .quote && last.kind == .scalar && isBare(last.start)
    return isNothing || isQuote ? WaitingKey(level: level, dropping: end - 1) : nil
  }

  /// The key that waits for its value once the nodes from one on are dropped.
  func waitingKey(before node: UInt32) -> WaitingKey? {
    guard let level = open.lastIndex(where: { !$0.isFlow && $0.index < node }), open[level].isMapping,
      node > open[level].index + 1
    else { return nil }
    guard let value = lastValue(of: open[level].index, before: node) else {
      return WaitingKey(level: level, dropping: node)
    }
    let record = nodes[Int(value)]
    return record.kind == .scalar && record.start == record.end
      ? WaitingKey(level: level, dropping: value) : nil
  }

  /// The column that lines below must have to be a key's value: the least of those that are indented more than
  /// the key, where it is what the file's other lines are indented by.
  mutating func valueColumn(of waiting: WaitingKey, below start: Int, _ lines: SourceLines) -> Int? {
    let column = open[waiting.level].column
    var (offset, least): (Int, Int?) = (start, nil)
    while offset < text.bytes.count {
      let (shape, indentation) = (lines.shape(ofLineAt: offset), lines.indentation(ofLineAt: offset))
      if shape != .nothing {
        if shape == .marker || indentation <= column && shape.isEntry { break }
        // Lines that end in commas are not block YAML.
        let last = lines.rest(from: offset).last.map { text.bytes[$0] }
        if waiting.isBracket, last == UInt8(ascii: ",") { return nil }
        if indentation > column, shape.isEntry, indentation < least ?? .max { least = indentation }
      }
      if waiting.isBracket, lines.isClosing(lineAt: offset) { return nil }
      offset = lines.start(ofLineBelow: offset)
    }
    recovery.rereadBytes += offset - start
    guard let least, let step = indentationStep(lines) else { return least }
    return least == column + step ? least : nil
  }

  /// How much the first mapping inside a mapping is indented; nil where there is none.
  func indentationStep(_ lines: SourceLines) -> Int? {
    let blocks = open.filter { !$0.isFlow && $0.isMapping }
    if blocks.count > 1 { return max(1, blocks[1].column - blocks[0].column) }
    guard let root = blocks.first else { return nil }
    var child = root.index + 1
    let end = UInt32(nodes.count)
    while child < end {
      if nodes[Int(child)].kind == .mapping, isBlock(child) {
        return max(1, lines.column(of: Int(nodes[Int(child)].start)) - root.column)
      }
      if open.contains(where: { $0.index == child }) { return nil }
      child = nodes.next(after: child)
    }
    return nil
  }

  /// The last value or element of a collection among the nodes before one; nil when a key comes last.
  func lastValue(of parent: UInt32, before end: UInt32) -> UInt32? {
    let isMapping = nodes[Int(parent)].kind == .mapping
    var (last, count): (UInt32?, Int) = (nil, 0)
    var child = parent + 1
    while child < end {
      (last, count) = (child, count + 1)
      child = nodes.next(after: child)
    }
    return isMapping && count % 2 == 1 ? nil : last
  }

  /// Whether a node is a collection without brackets.
  func isBlock(_ node: UInt32) -> Bool {
    let record = nodes[Int(node)]
    guard record.kind == .mapping || record.kind == .sequence else { return false }
    let first = text.bytes[Int(record.start)]
    return first != UInt8(ascii: "[") && first != UInt8(ascii: "{")
  }
}
