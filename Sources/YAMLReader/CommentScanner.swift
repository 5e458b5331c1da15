// Looks for comments between the scalars of a YAML file. Does not know the tree that the scalars stand in.
import Diagnostics

/// A position in a file that moves on from scalar to scalar and collects the comments between them.
struct CommentScanner {
  private let bytes: [UInt8]
  private let source: SourceID
  private(set) var comments: [YAMLComment] = []
  private var position: Int
  /// Before these offsets no quotation closes: found out once, so that many open ones cost no more.
  private var openUntil: (single: Int, double: Int) = (0, 0)
  /// A line's beginning and an offset in it, so that looking back costs no more than looking on.
  private var knownLine: (start: Int, offset: Int) = (0, 0)
  private var knownIndentation: (line: Int, columns: Int)?

  init(bytes: [UInt8], source: SourceID) {
    self.bytes = bytes
    self.source = source
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Goes on to an offset where a scalar begins, or to the end of the file.
  mutating func scan(upTo limit: Int) {
    let limit = min(limit, bytes.count)
    // A token may begin here; a '#' in the middle of one is part of it.
    var isBetweenTokens = true
    while position < limit {
      let start = position
      if isBetweenTokens || bytes[start - 1] == UInt8(ascii: ":") {
        take(upTo: limit, isBehindColon: !isBetweenTokens)
      }
      if position == start { position += 1 }
      isBetweenTokens = isSeparator(endingAt: position)
    }
  }

  /// Goes past a scalar; the header of a block scalar may end in a comment.
  mutating func pass(scalarEndingAt end: Int) {
    let end = min(end, bytes.count)
    guard position < end else { return }
    if isBlockIndicator(bytes[position]), let header = endOfHeader(upTo: end) {
      position = header
      if header < end, bytes[header] == UInt8(ascii: "#") { takeComment(upTo: end) }
    }
    position = max(position, end)
  }

  /// Takes what hides a '#', or the comment itself, where one begins.
  private mutating func take(upTo limit: Int, isBehindColon: Bool) {
    switch bytes[position] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): position = endOfQuotation(upTo: limit) ?? position
    case UInt8(ascii: "#") where !isBehindColon: takeComment(upTo: limit)
    case let byte where isBlockIndicator(byte) && !isBehindColon: takeBlockScalar(upTo: limit)
    default: break
    }
  }

  /// Takes the comment at the position, unless the tree knows of a scalar on the rest of the line.
  private mutating func takeComment(upTo limit: Int) {
    let lineEnd = endOfLine(from: position, upTo: limit)
    guard lineEnd == bytes.count || breakLength(at: lineEnd) > 0 else {
      position = limit
      return
    }
    var end = lineEnd
    while SourceLines.isBlank(bytes[end - 1]) { end -= 1 }
    comments.append(
      YAMLComment(
        span: SourceSpan(source: source, start: position, end: end),
        text: String(decoding: bytes[position..<end], as: UTF8.self), isAlone: isAlone(position)))
    position = lineEnd
  }

  // MARK: Block scalars

  /// Where the indicators at the position end: at a comment or at the end of the line.
  ///
  /// - Returns: Nil where anything else follows, as it does not in the header of a block scalar.
  private func endOfHeader(upTo limit: Int) -> Int? {
    var offset = position + 1
    while offset < limit, isHeaderIndicator(bytes[offset]) { offset += 1 }
    while offset < limit, SourceLines.isBlank(bytes[offset]) { offset += 1 }
    let isComment = offset < limit && bytes[offset] == UInt8(ascii: "#")
    return isComment || offset >= bytes.count || breakLength(at: offset) > 0 ? offset : nil
  }

  /// Takes a block scalar that no tree knows of: what is indented deeper than the line that it belongs to, and no
  /// less than its own first line.
  private mutating func takeBlockScalar(upTo limit: Int) {
    guard let header = endOfHeader(upTo: limit), let parent = columnOfParent() else { return }
    let isExplicit = bytes[position..<header].contains { (0x30...0x39).contains($0) }
    var indentation: Int?
    position = header
    if header < limit, bytes[header] == UInt8(ascii: "#") { takeComment(upTo: limit) }
    while position < limit {
      let line = position + breakLength(at: position)
      var content = line
      while content < limit, bytes[content] == 0x20 { content += 1 }
      if content >= limit || breakLength(at: content) == 0 {
        guard line < limit, content - line >= indentation ?? parent + 1 else { return }
        indentation = isExplicit ? parent + 1 : indentation ?? content - line
      }
      position = endOfLine(from: content, upTo: limit)
    }
  }

  /// The column of the key or dash that a block scalar at the position is the value of; -1 for the document.
  ///
  /// - Returns: Nil where no value can begin.
  private mutating func columnOfParent() -> Int? {
    let line = lineStart(of: position)
    var last = position
    while last > line, SourceLines.isBlank(bytes[last - 1]) { last -= 1 }
    if last == line { return position - line - 1 }
    if bytes[line..<position].starts(with: [0x2D, 0x2D, 0x2D]) { return -1 }
    guard isValueIndicator(bytes[last - 1]) else { return nil }
    var column = line
    while bytes[column] == 0x20 { column += 1 }
    while column + 1 < last, isValueIndicator(bytes[column]), SourceLines.isBlank(bytes[column + 1]) {
      column += 1
      while SourceLines.isBlank(bytes[column]) { column += 1 }
    }
    return column - line
  }

  // MARK: Quotations

  /// The offset behind a quotation that no tree knows of; nil where it does not close before the text is
  /// indented less than the line that it begins on.
  private mutating func endOfQuotation(upTo limit: Int) -> Int? {
    let quote = bytes[position]
    let isDouble = quote == UInt8(ascii: "\"")
    guard position >= (isDouble ? openUntil.double : openUntil.single) else { return nil }
    let indentation = indentation(ofLineAt: position)
    var offset = position + 1
    while offset < limit {
      if bytes[offset] == quote {
        if isDouble || offset + 1 >= limit || bytes[offset + 1] != quote { return offset + 1 }
        offset += 1
      } else if isDouble, bytes[offset] == UInt8(ascii: "\\") {
        offset += 1
      } else if breakLength(at: offset) > 0, isOutdented(from: offset, indentation, upTo: limit) {
        break
      }
      offset += 1
    }
    if isDouble { openUntil.double = offset } else { openUntil.single = offset }
    return nil
  }

  private mutating func indentation(ofLineAt offset: Int) -> Int {
    let line = lineStart(of: offset)
    if let known = knownIndentation, known.line == line { return known.columns }
    var content = line
    while content < offset, SourceLines.isBlank(bytes[content]) { content += 1 }
    knownIndentation = (line, content - line)
    return content - line
  }

  /// Whether the line behind a line break has text that is not indented deeper than a column.
  private func isOutdented(from lineBreak: Int, _ indentation: Int, upTo limit: Int) -> Bool {
    let start = lineBreak + breakLength(at: lineBreak)
    var content = start
    while content < limit, SourceLines.isBlank(bytes[content]) { content += 1 }
    guard content < limit, breakLength(at: content) == 0 else { return false }
    return content - start <= indentation
  }

  // MARK: Characters

  private func isAlone(_ offset: Int) -> Bool {
    var start = offset
    while start > 0, SourceLines.isBlank(bytes[start - 1]) { start -= 1 }
    return start == 0 || isBreak(endingAt: start) || start == 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }

  private func isSeparator(endingAt offset: Int) -> Bool {
    switch bytes[offset - 1] {
    case 0x20, 0x09, 0x0A, 0x0D: true
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    case 0x85, 0xA8, 0xA9: isBreak(endingAt: offset)
    default: false
    }
  }

  private func isBlockIndicator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">")
  }

  private func isHeaderIndicator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte)
  }

  private func isValueIndicator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?")
  }

  // MARK: Line breaks as libyaml counts them: LF, CR, CR LF, NEL, LS, PS

  private func endOfLine(from offset: Int, upTo limit: Int) -> Int {
    var end = offset
    while end < limit, breakLength(at: end) == 0 { end += 1 }
    return end
  }

  private mutating func lineStart(of offset: Int) -> Int {
    var start = offset
    while start > knownLine.offset, !isBreak(endingAt: start) { start -= 1 }
    if start <= knownLine.offset { start = knownLine.start }
    knownLine = (start, offset)
    return start
  }

  /// How many bytes the line break at an offset takes; 0 where there is none.
  private func breakLength(at offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    switch bytes[offset] {
    case 0x0A: return 1
    case 0x0D: return offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    case 0xC2: return offset + 1 < bytes.count && bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xE2:
      let isSeparator =
        offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && (0xA8...0xA9).contains(bytes[offset + 2])
      return isSeparator ? 3 : 0
    default: return 0
    }
  }

  private func isBreak(endingAt offset: Int) -> Bool {
    if offset > 0, bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D { return true }
    return offset >= 2 && breakLength(at: offset - 2) == 2 || offset >= 3 && breakLength(at: offset - 3) == 3
  }
}
