// The tree of a YAML document as it is written: aliases are not followed, merge keys are entries like others.

/// One node as written. For tools that change or lay out text; what a document means is what ``YAMLNode`` says.
package struct YAMLWrittenNode: Sendable {
  /// What stands there.
  package enum Kind: Sendable, Hashable {
    case scalar, sequence, mapping, alias
    /// A value that could not be read; the reason has been reported.
    case unreadable
  }

  private let storage: YAMLStorage
  private let position: UInt32

  init(_ storage: YAMLStorage, _ position: UInt32) {
    self.storage = storage
    self.position = position
  }

  private var record: YAMLNodeRecord { storage.nodes[Int(position)] }

  /// The number of the node in the order written, for telling nodes apart.
  package var number: Int { Int(position) }

  package var kind: Kind {
    switch record.kind {
    case .scalar: .scalar
    case .sequence: .sequence
    case .mapping: .mapping
    case .alias: .alias
    case .unreadable: .unreadable
    }
  }

  /// Byte offsets of the node as written, quotes included, anchor and tag not. A block scalar ends with its last
  /// character that is no blank, a block collection with its last child.
  package var range: Range<Int> { Int(record.start)..<Int(record.end) }

  /// A scalar that is neither quoted nor a block scalar.
  package var isPlain: Bool { record.flags.contains(.plain) }

  /// The explicit tag, as ``YAMLNode/tag`` gives it.
  package var tag: String? { record.flags.contains(.tagged) ? storage.tags[position] : nil }

  /// The number of the node that an alias stands for; nil for other kinds.
  package var target: Int? { record.kind == .alias ? Int(record.first) : nil }

  /// A scalar's content as UTF-8, escapes and folding resolved; empty for other kinds.
  package var content: [UInt8] {
    storage.withText(of: record) { text in (0..<text.count).map { text[$0] } }
  }

  /// The elements of a sequence, or the keys and values of a mapping by turns, in the order written.
  package var children: [YAMLWrittenNode] {
    let record = record
    guard record.kind == .sequence || record.kind == .mapping else { return [] }
    var children: [YAMLWrittenNode] = []
    var child = position + 1
    while child < record.last {
      children.append(YAMLWrittenNode(storage, child))
      child = storage.nodes.next(after: child)
    }
    return children
  }
}

extension YAMLDocument {
  /// The topmost node as written.
  package var writtenRoot: YAMLWrittenNode { YAMLWrittenNode(storage, 0) }
}
