// The tree that was read from one YAML file. Knows nothing of what the values mean.
import Diagnostics

/// One YAML document: a flat tree of nodes over the bytes that it was read from.
package struct YAMLDocument: Sendable {
  let storage: YAMLStorage

  /// The topmost node.
  package var root: YAMLNode { YAMLNode(storage: storage, following: 0) }

  /// Whether reading stopped before the end of the file; the reason has been reported.
  package var isIncomplete: Bool { storage.isIncomplete }

  /// Whether syntax errors were found, and reading went on behind them as far as possible.
  package var isDamaged: Bool { storage.isDamaged }

  /// Keys in lines that were passed over because of syntax errors: what they name may have been declared there.
  package var lostKeys: Set<String> { storage.lostKeys }

  /// Whether the texts of all scalars hold nothing but printable ASCII, tabs and line breaks; yes is certain.
  package var isPrintableASCII: Bool {
    storage.isASCII
      && storage.storedText.allSatisfy { byte in
        (0x20...0x7E).contains(byte) || byte == 0x09 || byte == 0x0A || byte == 0x0D
      }
  }

  /// Whether the text of some scalar may contain a byte; no is certain.
  package func mayContain(_ byte: UInt8) -> Bool {
    storage.bytes.firstIndex(of: byte, from: 0) != nil
      || storage.storedText.firstIndex(of: byte, from: 0) != nil
  }
}

/// The arrays that all nodes of a document share.
final class YAMLStorage: Sendable {
  /// The text that verbatim scalars are slices of: the file's bytes, unreadable ones replaced one for one.
  let bytes: [UInt8]
  let source: SourceID
  /// Whether ``bytes`` are, none of them a control character but tabs and line breaks.
  let isASCII: Bool
  let nodes: [YAMLNodeRecord]
  /// Texts of scalars that are not verbatim slices of the source.
  let storedText: [UInt8]
  /// Explicit tags by node.
  let tags: [UInt32: String]
  let merges: MergedEntries
  let isIncomplete: Bool
  let isDamaged: Bool
  let lostKeys: Set<String>

  init(
    bytes: [UInt8], source: SourceID, isASCII: Bool, nodes: [YAMLNodeRecord], storedText: [UInt8],
    tags: [UInt32: String], merges: MergedEntries, isIncomplete: Bool, isDamaged: Bool, lostKeys: Set<String>
  ) {
    self.bytes = bytes
    self.isASCII = isASCII
    self.source = source
    self.nodes = nodes
    self.storedText = storedText
    self.tags = tags
    self.merges = merges
    self.isIncomplete = isIncomplete
    self.isDamaged = isDamaged
    self.lostKeys = lostKeys
  }
}
