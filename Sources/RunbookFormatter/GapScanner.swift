// Reads what stands between the scalars and brackets of a YAML document: comments, indicators, anchors and tags.

/// Why a document can't be laid out anew.
struct LayoutFailure: Error {
  let offset: Int
  let reason: String
}

/// What was found between two places.
struct Gap {
  struct Comment {
    var text: String
    /// Bytes from the beginning of the line.
    var column: Int
    var isSeparated: Bool
  }

  struct Property {
    var text: String
    /// How many comments and line breaks come before it in the gap.
    var line: Int
  }

  /// The comment on the line that the gap begins on.
  var trailing: String?
  /// The other comments.
  var comments: [Comment] = []
  /// How many of them come before the indicator `-`.
  var commentsBeforeDash: Int?
  var properties: [Property] = []
  /// Line breaks in the gap.
  var lineCount = 0
  /// Whether a blank line comes last, or before the indicator `-`.
  var isSeparated = false
  /// Directives and a document's beginning, with the comments before it.
  var prologue: [String] = []
  var hasMarker = false
  var markerComment: String?
}

/// A position in a text that moves on over gaps.
struct GapScanner {
  let bytes: [UInt8]
  var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private var byte: UInt8 { bytes[position] }

  /// Goes on to an offset.
  mutating func scan(to end: Int, isStart: Bool = false) throws(LayoutFailure) -> Gap {
    var gap = Gap()
    var run = isStart ? 1 : 0
    while position < end {
      switch byte {
      case 0x20, 0x09: position += 1
      case 0x0A, 0x0D:
        passLineBreak()
        gap.lineCount += 1
        run += 1
      case UInt8(ascii: "#"):
        take(comment(), into: &gap, run: run, isStart: isStart)
        run = 0
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        gap.properties.append(Gap.Property(text: property(), line: gap.lineCount))
        run = 0
      case UInt8(ascii: "%") where isStart && isLineStart: gap.prologue.append(directive())
      case UInt8(ascii: "-") where isMarker("---"):
        begin(&gap)
        run = 0
      case UInt8(ascii: ".") where isMarker("..."): position += 3
      case UInt8(ascii: "-"):
        gap.commentsBeforeDash = gap.comments.count
        gap.isSeparated = run >= 2
        position += 1
        run = 0
      case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "?"):
        position += 1
        run = 0
      default: throw LayoutFailure(offset: position, reason: "something other than a comment stands here")
      }
    }
    if gap.commentsBeforeDash == nil { gap.isSeparated = run >= 2 }
    position = max(position, end)
    return gap
  }

  private func take(_ comment: Gap.Comment, into gap: inout Gap, run: Int, isStart: Bool) {
    if gap.hasMarker, gap.markerComment == nil, gap.comments.isEmpty, run == 0 {
      gap.markerComment = comment.text
    } else if gap.lineCount == 0, !isStart, gap.trailing == nil, gap.comments.isEmpty {
      gap.trailing = comment.text
    } else {
      var comment = comment
      comment.isSeparated = run >= 2
      gap.comments.append(comment)
    }
  }

  /// What came before `---` belongs to the prologue.
  private mutating func begin(_ gap: inout Gap) {
    gap.prologue = gap.comments.map(\.text) + gap.prologue
    gap.comments = []
    gap.hasMarker = true
    position += 3
  }

  // MARK: Parts

  private mutating func comment() -> Gap.Comment {
    let start = position
    while position < bytes.count, !isBreak(byte) { position += 1 }
    var end = position
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return Gap.Comment(
      text: Self.spaced(bytes[start..<end]), column: column(of: start), isSeparated: false)
  }

  /// A comment with one space behind `#` where a word begins there at once.
  static func spaced(_ comment: ArraySlice<UInt8>) -> String {
    let text = String(decoding: comment, as: UTF8.self)
    guard let second = comment.dropFirst().first else { return text }
    let isLetter = (0x41...0x5A).contains(second & 0xDF) || (0x30...0x39).contains(second) || second >= 0x80
    return isLetter ? "# " + String(decoding: comment.dropFirst(), as: UTF8.self) : text
  }

  /// An anchor or a tag (YAML 1.2.2, section 6.9).
  private mutating func property() -> String {
    let start = position
    let isVerbatim = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "<")
    while position < bytes.count, !isBreak(byte), byte != 0x20, byte != 0x09 {
      if isVerbatim {
        if byte == UInt8(ascii: ">") {
          position += 1
          break
        }
      } else if position > start, [0x2C, 0x5B, 0x5D, 0x7B, 0x7D].contains(byte) {
        break
      }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func directive() -> String {
    let start = position
    while position < bytes.count, !isBreak(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return String(text.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  mutating func passLineBreak() {
    let isPair = byte == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    position += isPair ? 2 : 1
  }

  // MARK: Places

  func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private var isLineStart: Bool { column(of: position) == 0 }

  private func isMarker(_ marker: String) -> Bool {
    guard isLineStart, bytes[position...].starts(with: marker.utf8) else { return false }
    let next = position + 3
    return next >= bytes.count || isBreak(bytes[next]) || bytes[next] == 0x20 || bytes[next] == 0x09
  }

  /// Bytes from the beginning of a line; a byte order mark doesn't count.
  func column(of offset: Int) -> Int {
    var start = offset
    while start > 0, !isBreak(bytes[start - 1]) { start -= 1 }
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), offset >= 3 { return offset - 3 }
    return offset - start
  }

  func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
    return end
  }
}
