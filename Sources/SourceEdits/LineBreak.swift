// How the lines of a text end.

/// A line break of YAML 1.2.2 (section 5.4).
package enum LineBreak: Sendable {
  case lineFeed, carriageReturnLineFeed, carriageReturn

  /// The one that most lines of a text end in; LF where none does.
  package static func prevailing(in bytes: [UInt8]) -> LineBreak {
    var (feeds, pairs, returns) = (0, 0, 0)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A {
        if index > 0, bytes[index - 1] == 0x0D { pairs += 1 } else { feeds += 1 }
      } else if byte == 0x0D, index + 1 >= bytes.count || bytes[index + 1] != 0x0A {
        returns += 1
      }
    }
    if pairs > feeds, pairs >= returns { return .carriageReturnLineFeed }
    return returns > feeds ? .carriageReturn : .lineFeed
  }

  package var bytes: [UInt8] {
    switch self {
    case .lineFeed: [0x0A]
    case .carriageReturnLineFeed: [0x0D, 0x0A]
    case .carriageReturn: [0x0D]
    }
  }

  /// A text whose lines end in LF with this line break instead.
  func applied(to text: [UInt8]) -> [UInt8] {
    if case .lineFeed = self { return text }
    return text.flatMap { $0 == 0x0A ? bytes : [$0] }
  }
}
