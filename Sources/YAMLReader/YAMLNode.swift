// A place in the tree of a YAML document, and what can be asked there.
package import Diagnostics

/// One node. Aliases are followed: a node is never an alias, and its span is where the target is written.
package struct YAMLNode: Sendable {
  /// What a node is.
  package enum Kind: Sendable, Hashable {
    case scalar, sequence, mapping
    /// A value that could not be read; the reason has been reported.
    case unreadable
  }

  let storage: YAMLStorage
  let index: UInt32

  /// The node at an index; where that is an alias, its target.
  init(storage: YAMLStorage, following index: UInt32) {
    self.storage = storage
    let record = storage.nodes[Int(index)]
    self.index = record.kind == .alias ? record.first : index
  }

  var record: YAMLNodeRecord { storage.nodes[Int(index)] }

  package var kind: Kind {
    switch record.kind {
    case .scalar: .scalar
    case .sequence: .sequence
    case .mapping: .mapping
    case .alias, .unreadable: .unreadable
    }
  }

  /// The node as written, quotes included, anchor and tag not.
  package var span: SourceSpan {
    let record = record
    return SourceSpan(source: storage.source, start: Int(record.start), end: Int(record.end))
  }

  /// A key that nobody wrote: it stands for a heading that is gone; see `LostSection.swift`.
  package var isInvented: Bool {
    let record = record
    return record.kind == .scalar && record.start == record.end && !record.flags.contains(.plain)
  }

  /// A scalar that is neither quoted nor a block scalar.
  package var isPlain: Bool { record.flags.contains(.plain) }

  /// A collection of which something could not be read; the reason has been reported.
  package var isIncomplete: Bool { record.flags.contains(.incomplete) }

  /// An incomplete collection that may have had entries whose keys nobody knows; see also
  /// ``YAMLDocument/lostKeys``.
  package var hasLostKeys: Bool { record.flags.contains(.lostKeys) }

  /// The explicit tag: `tag:yaml.org,2002:str` for `!!str`, `!x` for `!x`.
  package var tag: String? { record.flags.contains(.tagged) ? storage.tags[index] : nil }

  /// A scalar's content, escapes and folding resolved; empty for other kinds.
  package var text: String {
    let record = record
    return storage.withText(of: record) { text in
      // SAFETY: the text was validated when the file was read, and libyaml's own output is UTF-8.
      var valid = unsafe UTF8Span(unchecked: text)
      // Strings that are known to be ASCII are compared and hashed many times faster.
      _ = valid.checkForASCII()
      return String(copying: valid)
    }
  }

  /// A scalar's content as UTF-8, without making a string; empty for other kinds.
  package func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    storage.withText(of: record, body)
  }

  /// A scalar's value by the core schema; an empty text for other kinds.
  package var resolved: ResolvedScalar { CoreSchema.resolve(text, isPlain: isPlain, tag: tag) }

  /// How many elements or entries a collection has; 0 for other kinds.
  package var count: Int {
    let record = record
    return record.kind == .sequence || record.kind == .mapping ? Int(record.first) : 0
  }

  /// The entries of a mapping, each key once, merge keys resolved; empty for other kinds.
  package var entries: YAMLEntries { YAMLEntries(of: self) }

  /// The keys of a mapping that nobody wrote.
  package var inventedKeys: [YAMLNode] {
    var keys: [YAMLNode] = []
    var entries = entries
    while let entry = entries.next() { if entry.key.isInvented { keys.append(entry.key) } }
    return keys
  }

  /// Whether the value of some entry could not be read.
  package var hasUnreadableValues: Bool {
    var entries = entries
    while let entry = entries.next() { if entry.value.kind == .unreadable { return true } }
    return false
  }

  /// The elements of a sequence; empty for other kinds.
  package var elements: YAMLElements { YAMLElements(of: self) }
}

extension YAMLStorage {
  /// A scalar's content as UTF-8; empty for other kinds.
  func withText<Result>(of record: YAMLNodeRecord, _ body: (Span<UInt8>) -> Result) -> Result {
    let range = record.kind == .scalar ? Int(record.first)..<Int(record.last) : 0..<0
    let buffer = record.flags.contains(.stored) ? storedText : bytes
    return body(buffer.span.extracting(range))
  }
}
