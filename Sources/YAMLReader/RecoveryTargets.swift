// Finds the collection that a line belongs to by its indentation. Changes nothing.

/// The collections that a line may be added to, after a syntax error.
struct TargetSearch {
  private struct Place {
    var column: Int
    var isMapping: Bool
    var target: RecoveryTarget
  }

  private var places: [Place] = []
  private let mayBeRoot: Bool

  /// - Parameter dropping: Closed collections are looked for before this node.
  init(_ builder: YAMLTreeBuilder, dropping: UInt32, _ lines: SourceLines) {
    for (level, collection) in builder.open.enumerated() where !collection.isFlow {
      places.append(
        Place(column: collection.column, isMapping: collection.isMapping, target: .open(level)))
    }
    mayBeRoot = Self.mayBeRoot(builder, dropping: dropping, lines)
    addClosed(builder, dropping: dropping, lines)
  }

  func target(_ shape: LineShape, _ indentation: Int) -> RecoveryTarget? {
    guard shape.isEntryOrItem else { return nil }
    if let place = places.first(where: { $0.column == indentation && $0.isMapping == shape.isEntry }) {
      return place.target
    }
    return mayBeRoot && shape.isEntry ? .root : nil
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
    while let child = builder.lastValue(of: parent, before: dropping), builder.isBlock(child) {
      path.append(child)
      let record = builder.nodes[Int(child)]
      places.append(
        Place(
          column: lines.column(of: Int(record.start)), isMapping: record.kind == .mapping,
          target: .closed(path, dropping: dropping)))
      parent = child
    }
  }
}

extension YAMLTreeBuilder {
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
