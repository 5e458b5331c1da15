// Mappings: keys that are no scalars, and merge keys.
import Diagnostics

extension YAMLTreeBuilder {
  /// Looks at a key that has been read to its end.
  mutating func checkKey(_ node: UInt32) {
    let key = target(of: node)
    let record = nodes[Int(key)]
    switch record.kind {
    case .scalar:
      guard record.flags.contains(.plain), record.last &- record.first <= 2 else { return }
      if isMergeKey(key) { open[open.count - 1].hasMergeKey = true }
      if record.first == record.last, !record.flags.contains(.tagged) {
        passOver(node, "a key is missing before ':'")
      }
    case .sequence: passOver(node, "a list can't be a key")
    case .mapping: passOver(node, "a mapping can't be a key")
    case .alias, .unreadable: passOver(node)
    }
  }

  private mutating func passOver(_ key: UInt32) {
    nodes[Int(key)].flags.insert(.passedOver)
    open[open.count - 1].passedOverCount += 1
  }

  private mutating func passOver(_ key: UInt32, _ message: String) {
    passOver(key)
    // A key that broke off has been reported already.
    if isStopped { return }
    var notes: [String] = []
    let start = Int(nodes[Int(key)].start)
    if text.bytes[min(start, text.bytes.count)...].starts(with: [0x7B]) {
      notes = ["a text that begins with '{' must be quoted"]
    }
    let record = nodes[Int(key)]
    report(.keyNotAString, message, record.start..<record.end, notes: notes)
  }

  /// Looks at the entries of a mapping that has been read to its end.
  mutating func checkEntries(of collection: OpenCollection) {
    nodes[Int(collection.index)].first = UInt32(collection.childCount / 2 - collection.passedOverCount)
    if collection.childCount > 2 { passOverDuplicates(in: collection) }
    if collection.hasMergeKey { merge(into: collection.index) }
  }

  // MARK: Merge keys

  private mutating func merge(into mapping: UInt32) {
    var keys = KeySet(expecting: 16)
    var pairs: [MergedEntries.Pair] = []
    var sources: [UInt32] = []
    for pair in ownPairs(of: mapping) {
      if isMergeKey(target(of: pair.key)) {
        sources.append(pair.value)
      } else if insert(pair.key, into: &keys) == nil {
        pairs.append(pair)
      }
    }
    // What an alias that leads nowhere would have brought in is not missing.
    if sources.contains(where: { nodes[Int(target(of: $0))].kind == .unreadable }) {
      nodes[Int(mapping)].flags.insert(.incomplete)
    }
    for mapping in sources.flatMap({ mergedMappings(in: $0) }) {
      for pair in effectivePairs(of: mapping) where insert(pair.key, into: &keys) == nil {
        pairs.append(pair)
      }
    }
    merges.add(pairs, of: mapping)
    nodes[Int(mapping)].first = UInt32(pairs.count)
    nodes[Int(mapping)].flags.insert(.merged)
  }

  /// The mappings that the value of a merge key stands for.
  private mutating func mergedMappings(in value: UInt32) -> [UInt32] {
    let node = target(of: value)
    switch nodes[Int(node)].kind {
    case .mapping: return [node]
    case .sequence:
      var mappings: [UInt32] = []
      var element = node + 1
      while element < nodes[Int(node)].last {
        let inner = target(of: element)
        if nodes[Int(inner)].kind == .mapping { mappings.append(inner) } else { reportUnmergeable(element) }
        element = nodes.next(after: element)
      }
      return mappings
    case .scalar:
      reportUnmergeable(value)
      return []
    case .alias, .unreadable: return []
    }
  }

  private mutating func reportUnmergeable(_ value: UInt32) {
    let record = nodes[Int(value)]
    guard record.kind != .unreadable else { return }
    report(
      .wrongNodeKind, "'<<' merges a mapping or a list of mappings; this is neither",
      record.start..<record.end, notes: ["it is usually an alias: '<<: *defaults'"])
  }

  private func effectivePairs(of mapping: UInt32) -> [MergedEntries.Pair] {
    nodes[Int(mapping)].flags.contains(.merged)
      ? Array(merges.pairs[merges.range(of: mapping)]) : ownPairs(of: mapping)
  }

  /// The entries written in a mapping that are not passed over.
  private func ownPairs(of mapping: UInt32) -> [MergedEntries.Pair] {
    var pairs: [MergedEntries.Pair] = []
    var key = mapping + 1
    let end = nodes[Int(mapping)].last
    while key < end {
      let value = nodes.next(after: key)
      if value >= end { break }
      if !nodes[Int(key)].flags.contains(.passedOver) { pairs.append(.init(key: key, value: value)) }
      key = nodes.next(after: value)
    }
    return pairs
  }

  // MARK: Keys

  /// The node that an alias stands for, or the node itself.
  private func target(of node: UInt32) -> UInt32 {
    nodes[Int(node)].kind == .alias ? nodes[Int(node)].first : node
  }

  func isMergeKey(_ key: UInt32) -> Bool {
    let record = nodes[Int(key)]
    guard record.last &- record.first == 2, record.flags.isSuperset(of: .plain) else { return false }
    return withText(of: key) { $0[0] == UInt8(ascii: "<") && $0[1] == UInt8(ascii: "<") }
  }

  /// Adds a key to a set of keys.
  ///
  /// - Returns: The key of the same text that is in it already.
  func insert(_ key: UInt32, into keys: inout KeySet) -> UInt32? {
    let node = target(of: key)
    return withText(of: node) { text in
      keys.insert(key, text) { other in
        withText(of: target(of: other)) { KeySet.isEqual($0, text) }
      }
    }
  }

  func keyText(_ key: UInt32) -> String {
    withText(of: target(of: key)) { text in
      String(decoding: (0..<text.count).map { text[$0] }, as: UTF8.self)
    }
  }

  private func withText<Result>(of node: UInt32, _ body: (Span<UInt8>) -> Result) -> Result {
    let record = nodes[Int(node)]
    let range = Int(record.first)..<Int(record.last)
    return record.flags.contains(.stored)
      ? body(storedText.span.extracting(range)) : body(text.bytes.span.extracting(range))
  }
}
