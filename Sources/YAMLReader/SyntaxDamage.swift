// Which lines a syntax error spoils, and what of them is known all the same.

/// The lines from a fault to where reading goes on.
struct SyntaxDamage {
  enum Kind { case line, quote, bracket }

  var kind: Kind
  /// Where it begins: the quote or bracket, if one is to blame.
  let origin: Int
  /// The first byte of the first damaged line.
  var start: Int
  /// Spaces before that line's text.
  var indentation: Int
  var shape: LineShape
  /// Whether the lines below are read as the value that the damaged line should have had.
  var isValueBelow = false
  /// Whether the line's own key made it into the tree: then only its value is lost.
  var isKeyRead = false
  /// The least indentation of the lines that are lost, the first one's own value aside.
  private(set) var lostIndentation: Int?
  private(set) var lostKeys: Set<String> = []
  /// Whether there are lost lines that nobody can say the key of.
  private(set) var hasUnknownLoss = false

  init(_ kind: Kind, at offset: Int, in lines: SourceLines) {
    self.kind = kind
    origin = offset
    start = lines.start(ofLineAt: offset)
    indentation = lines.indentation(ofLineAt: start)
    shape = lines.shape(ofLineAt: start)
  }

  /// Whether a line below belongs to the damaged line's value.
  func owns(_ line: LineShape, indentation: Int) -> Bool {
    guard indentation > self.indentation, !isValueBelow else { return false }
    switch shape {
    case .entry(_, let isOpen): return isOpen || kind != .line || line == .other
    case .item: return true
    case .nothing, .marker, .other: return false
    }
  }

  private static let maximumLostKeys = 10_000

  /// Counts a line as lost.
  mutating func lose(lineAt offset: Int, in lines: SourceLines) {
    let indentation = lines.indentation(ofLineAt: offset)
    lostIndentation = min(lostIndentation ?? indentation, indentation)
    guard let key = lines.key(ofLineAt: offset), lostKeys.count < Self.maximumLostKeys else {
      hasUnknownLoss = true
      return
    }
    lostKeys.insert(String(decoding: lines.bytes[key], as: UTF8.self))
  }

  /// Counts it as possible that a line stood there which nobody knows.
  mutating func loseUnknown() { hasUnknownLoss = true }
}
