// One node of the flat tree as it is stored. Does not know how the tree is walked.

/// A node in 20 bytes. Nodes stand in document order, each collection before its children.
struct YAMLNodeRecord: Sendable {
  enum Kind: UInt8, Sendable {
    case scalar, sequence, mapping, alias
    /// A value that could not be read; the reason has been reported.
    case unreadable
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8

    /// A scalar that is neither quoted nor a block scalar.
    static let plain = Flags(rawValue: 1)
    /// A scalar whose text is not a slice of the source and stands in the stored text.
    static let stored = Flags(rawValue: 2)
    /// A mapping key whose entry is passed over: a duplicate, or not a scalar.
    static let passedOver = Flags(rawValue: 4)
    /// A mapping with merge keys; its entries are listed apart.
    static let merged = Flags(rawValue: 8)
    /// A collection of which something could not be read.
    static let incomplete = Flags(rawValue: 16)
    /// The node has an explicit tag.
    static let tagged = Flags(rawValue: 32)
    /// A collection of which lines were passed over that nobody can say the keys of.
    static let lostKeys = Flags(rawValue: 64)
  }

  /// Byte offsets of the node as written, without its anchor and tag.
  var start: UInt32
  var end: UInt32
  /// Scalars: the byte range of the text. Aliases: `first` is the target. Collections: `first` is the number
  /// of elements or entries, `last` the index of the node after the last descendant.
  var first: UInt32
  var last: UInt32
  var kind: Kind
  var flags: Flags
}
