// The children of collections, walked without allocating.

/// One `key: value` of a mapping; the key is a scalar.
package struct YAMLEntry: Sendable {
  package let key: YAMLNode
  package let value: YAMLNode
}

/// The entries of a mapping: its own in the order written, then those that merge keys add.
package struct YAMLEntries: Sequence, IteratorProtocol, Sendable {
  private let storage: YAMLStorage
  private var position: UInt32
  private let end: UInt32
  private let isMerged: Bool

  init(of node: YAMLNode) {
    storage = node.storage
    let record = node.record
    isMerged = record.flags.contains(.merged)
    if record.kind != .mapping {
      (position, end) = (0, 0)
    } else if isMerged {
      let range = node.storage.merges.range(of: node.index)
      (position, end) = (UInt32(range.lowerBound), UInt32(range.upperBound))
    } else {
      (position, end) = (node.index + 1, record.last)
    }
  }

  package mutating func next() -> YAMLEntry? {
    while position < end {
      if isMerged {
        let pair = storage.merges.pairs[Int(position)]
        position += 1
        return entry(pair.key, pair.value)
      }
      let key = position
      let value = storage.nodes.next(after: key)
      // Behind a syntax error the last key may have no value.
      guard value < end else {
        position = end
        return nil
      }
      position = storage.nodes.next(after: value)
      if !storage.nodes[Int(key)].flags.contains(.passedOver) { return entry(key, value) }
    }
    return nil
  }

  private func entry(_ key: UInt32, _ value: UInt32) -> YAMLEntry {
    YAMLEntry(
      key: YAMLNode(storage: storage, following: key),
      value: YAMLNode(storage: storage, following: value))
  }
}

/// The elements of a sequence in the order written.
package struct YAMLElements: Sequence, IteratorProtocol, Sendable {
  private let storage: YAMLStorage
  private var position: UInt32
  private let end: UInt32

  init(of node: YAMLNode) {
    storage = node.storage
    let record = node.record
    (position, end) = record.kind == .sequence ? (node.index + 1, record.last) : (0, 0)
  }

  package mutating func next() -> YAMLNode? {
    guard position < end else { return nil }
    let index = position
    position = storage.nodes.next(after: index)
    return YAMLNode(storage: storage, following: index)
  }
}

extension [YAMLNodeRecord] {
  /// The index after a node and all its descendants: its next sibling, if it has one.
  func next(after index: UInt32) -> UInt32 {
    let record = self[Int(index)]
    switch record.kind {
    case .sequence, .mapping: return record.last
    case .scalar, .alias, .unreadable: return index + 1
    }
  }
}
