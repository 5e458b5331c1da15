// Keys that stand twice in one mapping. Does not know how reading went on behind a syntax error, only where it did.
import Diagnostics

/// Where something of the file was not read, or not as it stands there.
struct SyntaxGap {
  var range: Range<UInt32>
  /// Spaces before the faulty line, where its key was read and nothing else is lost: then collections that are
  /// indented no more than that go on behind it. Otherwise -1: what stands behind it may belong to another one.
  var indentation: Int

  func parts(collectionAt column: Int) -> Bool { indentation < column }
}

extension YAMLTreeBuilder {
  /// Reports keys that stand twice, and passes them over.
  mutating func passOverDuplicates(in collection: OpenCollection) {
    if duplicateKeys == .lastHolds { passOverReplacedKeys(in: collection) }
    if nodes[Int(collection.index)].flags.contains(.incomplete) { reportCertainDuplicates(in: collection) }
    var keys = KeySet(expecting: collection.childCount / 2)
    var key = collection.index + 1
    let end = UInt32(nodes.count)
    while key < end {
      let value = nodes.next(after: key)
      if value >= end { return }
      if !nodes[Int(key)].flags.contains(.passedOver), let first = insert(key, into: &keys) {
        nodes[Int(key)].flags.insert(.passedOver)
        nodes[Int(collection.index)].first -= 1
        if !nodes[Int(collection.index)].flags.contains(.incomplete) { reportDuplicate(key, of: first) }
      }
      key = nodes.next(after: value)
    }
  }

  /// Warns of keys that a later one of the same text replaces, and passes them over.
  private mutating func passOverReplacedKeys(in collection: OpenCollection) {
    var remaining: [UInt32] = []
    var key = collection.index + 1
    let end = UInt32(nodes.count)
    while key < end {
      let value = nodes.next(after: key)
      if value >= end { break }
      if !nodes[Int(key)].flags.contains(.passedOver), !isMergeKey(key) { remaining.append(key) }
      key = nodes.next(after: value)
    }
    var keys = KeySet(expecting: remaining.count)
    var warnings: [Diagnostic] = []
    for key in remaining.reversed() {
      guard let last = insert(key, into: &keys) else { continue }
      nodes[Int(key)].flags.insert(.passedOver)
      nodes[Int(collection.index)].first -= 1
      warnings.append(replacement(of: key, by: last))
    }
    problems += warnings.reversed()
  }

  private func replacement(of key: UInt32, by last: UInt32) -> Diagnostic {
    var warning = Diagnostic(
      .duplicateKey, "the key '\(keyText(key))' stands twice in the same mapping, and the last one holds",
      at: span(of: key), annotation: "without effect",
      labels: [DiagnosticLabel("this one holds", at: span(of: last))])
    warning.severity = .warning
    return warning
  }

  /// Reports those of a mapping of which something could not be read.
  private mutating func reportCertainDuplicates(in collection: OpenCollection) {
    var stretch = IntactStretch(of: collection, self)
    var key = collection.index + 1
    let end = UInt32(nodes.count)
    while key < end {
      let value = nodes.next(after: key)
      if value >= end { return }
      if !nodes[Int(key)].flags.contains(.passedOver), let first = stretch.insert(key, self) {
        reportDuplicate(key, of: first)
      }
      key = nodes.next(after: value)
    }
  }

  private mutating func reportDuplicate(_ key: UInt32, of first: UInt32) {
    if recovery.mendedKeys.contains(key) { return }
    let name = keyText(key)
    let record = nodes[Int(key)]
    report(
      .duplicateKey, "the key '\(name)' stands twice in the same mapping", record.start..<record.end,
      annotation: "again here", labels: [DiagnosticLabel("first here", at: span(of: first))],
      notes: name == "<<" ? ["several mappings are merged as a list: '<<: [*a, *b]'"] : [])
  }
}

/// The keys of an incomplete mapping since the last place where lines may have come from another mapping, or gone to
/// one: of two that stand on different sides of such a place nobody knows whether they belong together.
private struct IntactStretch {
  private let column: Int
  private let isFlow: Bool
  /// Those that are still ahead.
  private var gaps: ArraySlice<SyntaxGap>
  private var keys = KeySet(expecting: 0)
  /// Where the last key begins.
  private var last: UInt32

  init(of collection: OpenCollection, _ builder: YAMLTreeBuilder) {
    isFlow = collection.isFlow
    // What stands in brackets has no column.
    column = isFlow ? .max : collection.column
    last = builder.nodes[Int(collection.index)].start
    gaps = builder.recovery.gaps.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
  }

  /// Adds a key.
  ///
  /// - Returns: The key of the same text that certainly stands in the same mapping.
  mutating func insert(_ key: UInt32, _ builder: YAMLTreeBuilder) -> UInt32? {
    let start = builder.nodes[Int(key)].start
    if isParted(before: start, builder) { keys = KeySet(expecting: 0) }
    last = start
    return builder.insert(key, into: &keys)
  }

  private mutating func isParted(before start: UInt32, _ builder: YAMLTreeBuilder) -> Bool {
    var isParted = false
    while let gap = gaps.first, gap.range.lowerBound < start {
      gaps.removeFirst()
      isParted = isParted || gap.range.upperBound > last && gap.parts(collectionAt: column)
    }
    // A bracket that was not closed takes in lines that may not be its own.
    return isParted || isFlow && builder.text.bytes[Int(last)..<Int(start)].contains(0x0A)
  }
}
