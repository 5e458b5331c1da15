// A YAML document as it is laid out: nodes with the comments that belong to them. Does not know what they mean.

/// A comment and whether a blank line stands before it.
package struct LayoutComment: Sendable, Equatable {
  /// With its `#`.
  package var text: String
  package var isSeparated: Bool

  package init(_ text: String, isSeparated: Bool = false) {
    self.text = text
    self.isSeparated = isSeparated
  }
}

/// A scalar as written.
package struct LayoutScalar: Sendable, Equatable {
  package enum Style: Sendable { case plain, singleQuoted, doubleQuoted, block }

  package var style: Style
  /// The lines without their indentation, quotes included; of a block scalar the header first.
  package var lines: [String]
  /// Of a block scalar: the indentation indicator in its header.
  package var indicator: Int?
  /// Of a block scalar: blank lines at its end are content (`+`).
  package var keepsEnd = false

  package init(_ style: Style, _ lines: [String]) {
    self.style = style
    self.lines = lines
  }

  /// A plain or quoted scalar of one line.
  package static func line(_ text: String) -> LayoutScalar {
    let style: Style = text.hasPrefix("\"") ? .doubleQuoted : text.hasPrefix("'") ? .singleQuoted : .plain
    return LayoutScalar(style, [text])
  }
}

/// A node. A class, as the reader hands comments to nodes that it has left already.
package final class LayoutNode {
  package enum Content {
    case scalar(LayoutScalar)
    /// An alias with its `*`.
    case alias(String)
    case sequence([LayoutItem])
    case mapping([LayoutItem])
  }

  /// Anchor and tag as written, in that order or the other.
  package var properties: [String] = []
  package var content: Content
  /// Written in brackets.
  package var isFlow = false
  /// Comments behind the last child of a collection.
  package var footer: [LayoutComment] = []
  /// Where the children of a block collection began in the source, counted in bytes from 0.
  package var column = 0
  /// Byte offsets in the source; nil for what was made.
  package var range: Range<Int>?

  package init(_ content: Content) { self.content = content }

  /// The children of a collection.
  package var items: [LayoutItem] {
    get {
      switch content {
      case .sequence(let items), .mapping(let items): items
      case .scalar, .alias: []
      }
    }
    set {
      switch content {
      case .sequence: content = .sequence(newValue)
      case .mapping: content = .mapping(newValue)
      case .scalar, .alias: break
      }
    }
  }

  package var isCollection: Bool {
    switch content {
    case .sequence, .mapping: true
    case .scalar, .alias: false
    }
  }

  package var isBlockCollection: Bool { isCollection && !isFlow }
}

/// An element of a sequence, or an entry of a mapping.
package final class LayoutItem {
  /// Nil in a sequence.
  package var key: LayoutNode?
  package var value: LayoutNode
  /// Comments on lines of their own above it.
  package var leading: [LayoutComment] = []
  /// The comment behind `key:` where a block follows.
  package var head: String?
  /// The comment behind the value.
  package var tail: String?
  /// Whether a blank line stands before it, and behind its comments.
  package var isSeparated = false

  package init(key: LayoutNode? = nil, value: LayoutNode) {
    self.key = key
    self.value = value
  }
}

/// A whole document.
package struct LayoutDocument {
  /// Directives and comments before `---`.
  package var prologue: [String] = []
  /// Whether `---` begins the document, and the comment behind it.
  package var hasMarker = false
  package var markerComment: String?
  /// Comments at the top that belong to the file rather than to its first field.
  package var header: [LayoutComment] = []
  package var root: LayoutNode
}
