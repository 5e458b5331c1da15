// After a syntax error in a document that is written in brackets, as JSON is: where to read on. Block collections are
// RecoveryTargets' and RecoveryRepairs' business.
//
// In brackets indentation says nothing; what parts entries are commas and brackets. Reading goes on where an entry
// or the end of a collection is most likely to begin, and the collections around are opened anew by a few brackets
// before the text. Lines count only as a hint: a key at the beginning of one begins an entry.

/// How reading goes on in brackets, and the quote that is to blame, if one is.
struct FlowLanding {
  var landing: Landing
  var quote: Int?
}

extension YAMLTreeBuilder {
  /// Where to read on; nil where the document is not one in brackets, or where nothing is left to read.
  mutating func resumeInFlow(_ error: YAMLStreamError, _ place: FaultPlace) -> FlowLanding? {
    guard let root = nodes.first, root.kind == .mapping || root.kind == .sequence, !isBlock(0),
      open.allSatisfy(\.isFlow), !isBareBracketBeforeBlock(place.lines)
    else { return nil }
    if open.isEmpty { return behindDocument(place).map { FlowLanding(landing: $0) } }
    if let quote = quoteOverLines(endingBefore: place.problem, place.lines) {
      return behindQuote(quote, place)
    }
    let landing =
      error.problem == "did not find expected ',' or '}'"
        || error.problem == "did not find expected ',' or ']'"
      ? withoutSeparator(place)
      : passOver(from: error.cause == .scanner ? place.context : place.problem, place)
    return landing.map { FlowLanding(landing: $0) }
  }

  // MARK: - The beginning

  /// A document in brackets may be the key of a mapping, so libyaml says nothing of it before the end of its first
  /// line; what is wrong there would take everything with it. As a value in a made-up bracket it is no key.
  mutating func wrapping(_ place: FaultPlace) -> Resumption? {
    let start = text.bytes[text.start...].firstIndex { !Self.isSpace($0) } ?? text.bytes.count
    guard nodes.isEmpty, !recovery.isWrapped, recovery.directives.isEmpty, place.problem > start,
      let first = place.lines.byte(at: start), first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      place.lines.start(ofLineAt: place.problem) == place.lines.start(ofLineAt: start)
    else { return nil }
    recovery.isWrapped = true
    documentCount = 0
    let prefix = Array("{x:\n".utf8)
    recovery.prefixLength = prefix.count
    return Resumption(offset: start, prefix: prefix, skippedEvents: 4)
  }

  /// Whether the document ended and only the made-up bracket is still open.
  func isEndOfWrapping(_ place: FaultPlace) -> Bool {
    recovery.isWrapped && open.isEmpty && !nodes.isEmpty && place.byte == nil
  }

  /// Whether the document's bracket is alone on its line and what follows is not indented: it came in between.
  private func isBareBracketBeforeBlock(_ lines: SourceLines) -> Bool {
    let start = Int(nodes[0].start)
    guard lines.rest(from: start).count == 1, let below = lines.contentLine(below: start) else {
      return false
    }
    let column = lines.indentation(ofLineAt: below)
    return column == lines.indentation(ofLineAt: start) && lines.shape(ofLineAt: below).isEntryOrItem
      && lines.rest(from: below).last.map { lines.bytes[$0] } != UInt8(ascii: ",")
  }

  private func isMapping(_ level: Int) -> Bool { open[level].isMapping }

  /// A landing at an offset that is further on than the last one.
  private func landing(in level: Int, at offset: Int, _ fault: SyntaxFault? = nil) -> Landing? {
    guard offset > recovery.lastOffset, offset < text.bytes.count else { return nil }
    return Landing(target: .open(level), offset: offset, isMended: true, fault: fault)
  }

  // MARK: - What is missing

  /// Two things stand beside each other with nothing between them, or a bracket closes another one than is open.
  private mutating func withoutSeparator(_ place: FaultPlace) -> Landing? {
    guard let byte = place.byte else { return nil }
    let (level, lines) = (open.count - 1, place.lines)
    if Self.closers.contains(byte) { return wrongCloser(byte, place) }
    let end = Int(open[level].lastEnd)
    if byte == UInt8(ascii: ":") {
      guard let last = nodes.last, last.flags.contains(.plain),
        Int(last.end) > lines.start(ofLineAt: place.problem),
        Int(last.start) < lines.start(ofLineAt: place.problem)
      else { return passOver(from: place.problem, place) }
      cutLastScalar(lines, isInBrackets: true)
      let key = lines.indentationEnd(ofLineAt: place.problem)
      return landing(
        in: level, at: key, missingComma(after: Int(nodes[nodes.count - 1].end), before: key, lines))
    }
    let isBeside = lines.start(ofLineAt: end) == lines.start(ofLineAt: place.problem)
    if isBeside, let landing = insertColonInFlow(place, keyEnd: end) { return landing }
    if isBeside, isMapping(level), !isFlowKey(at: place.problem, lines) {
      return passOver(from: place.problem, place)
    }
    spoilMissingValue()
    return landing(
      in: level, at: place.problem,
      missingComma(after: Int(open[level].lastEnd), before: place.problem, lines))
  }

  private func missingComma(after end: Int, before start: Int, _ lines: SourceLines) -> SyntaxFault {
    SyntaxFault(
      message: "a ',' is missing before this", range: lines.character(at: start),
      label: end > 0 ? ("the entry before ends here", end - 1..<end) : nil,
      fix: ("insert ','", end..<end, ","))
  }

  /// `{"a" 1}`: libyaml made an entry without a value of the key.
  private mutating func insertColonInFlow(_ place: FaultPlace, keyEnd: Int) -> Landing? {
    let level = open.count - 1
    guard isMapping(level), open[level].childCount >= 2, open[level].childCount % 2 == 0,
      let value = nodes.last,
      value.kind == .scalar, value.start == value.end, value.flags.contains(.plain), nodes.count >= 2
    else { return nil }
    let key = nodes[nodes.count - 2]
    guard key.kind == .scalar, Int(key.end) <= place.problem,
      place.lines.start(ofLineAt: Int(key.start)) == place.lines.start(ofLineAt: place.problem)
    else { return nil }
    let fault = SyntaxFault(
      message: "a ':' is missing after this key", range: Int(key.start)..<Int(key.end),
      fix: ("insert ':'", Int(key.end)..<Int(key.end), ":"))
    guard var landing = landing(in: level, at: place.problem, fault) else { return nil }
    drop(from: UInt32(nodes.count - 1))
    landing.isForValue = true
    return landing
  }

  /// A key whose value is not there was read as one without a value; what it should be nobody knows.
  private mutating func spoilMissingValue() {
    guard isMapping(open.count - 1), open[open.count - 1].childCount % 2 == 0, let last = nodes.last,
      last.kind == .scalar, last.start == last.end, last.flags.contains(.plain)
    else { return }
    spoilLastNode()
  }

  // MARK: - Brackets

  private static let closers = Array("]}".utf8)

  private func closes(_ byte: UInt8, _ level: Int) -> Bool {
    byte == (isMapping(level) ? UInt8(ascii: "}") : UInt8(ascii: "]"))
  }

  /// A closing bracket that is not the one of the innermost collection: that one was not closed, or with a wrong one.
  private func wrongCloser(_ byte: UInt8, _ place: FaultPlace) -> Landing? {
    let level = open.count - 1
    // What closes the document is followed by nothing.
    let isLast = entry(behind: place.problem + 1, place.lines) == nil
    if let outer = open.indices.dropLast().last, closes(byte, outer), outer > 0 || isLast {
      var landing = landing(in: outer, at: place.problem)
      let opening = Int(nodes[Int(open[level].index)].start)
      let (bracket, closer) = isMapping(level) ? ("{", "}") : ("[", "]")
      landing?.fault = SyntaxFault(
        message: "this '\(bracket)' is not closed", range: place.lines.character(at: opening),
        label: ("',' or '\(closer)' is expected here", place.character))
      return landing
    }
    let right = isMapping(level) ? "}" : "]"
    let fault = SyntaxFault(
      message: "a '\(right)' is expected here", range: place.character,
      label: (
        "it would close this bracket", place.lines.character(at: Int(nodes[Int(open[level].index)].start))
      ),
      fix: ("replace with '\(right)'", place.character, right))
    guard level > 0 else {
      return Landing(target: nil, offset: text.bytes.count, isMended: true, fault: fault)
    }
    return entry(behind: place.problem + 1, place.lines).flatMap { landing(in: level - 1, at: $0, fault) }
  }

  /// More stands behind the bracket that closed the document: it was one too many.
  private mutating func behindDocument(_ place: FaultPlace) -> Landing? {
    var offset = place.problem
    while let byte = place.lines.byte(at: offset), Self.closers.contains(byte) || Self.isSpace(byte) {
      offset += 1
    }
    let end = Int(nodes[0].end)
    let fault = SyntaxFault(
      message: "the document ends before this", range: place.lines.rest(from: place.problem),
      label: end > 0 ? ("this bracket closes it", end - 1..<end) : nil,
      notes: ["the whole file is one value; there may be a bracket too many"])
    let isMore =
      nodes[0].kind == .sequence || place.lines.byte(at: offset) == UInt8(ascii: ",")
      || isFlowKey(at: offset, place.lines)
    guard isMore, let next = entry(behind: offset, place.lines), next > recovery.lastOffset else {
      return Landing(target: nil, offset: text.bytes.count, isMended: true, fault: fault)
    }
    reopen(0, [])
    open[0].isFlow = true
    documentCount = 1
    return Landing(target: .open(0), offset: next, isMended: true, fault: fault)
  }

  // MARK: - Quotes

  /// The quote that begins the last text, if that ends some lines below, on the line of an offset.
  private func quoteOverLines(endingBefore offset: Int, _ lines: SourceLines) -> Int? {
    guard let text = nodes.suffix(2).last(where: { $0.start < $0.end }), text.kind == .scalar else {
      return nil
    }
    let (start, end) = (Int(text.start), Int(text.end))
    let first = lines.byte(at: start)
    guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"), end <= offset,
      lines.start(ofLineAt: start) < lines.start(ofLineAt: end),
      lines.start(ofLineAt: end) == lines.start(ofLineAt: offset)
    else { return nil }
    return start
  }

  /// The text that the quote begins is given up; its own line is passed over, and those below are read anew.
  private mutating func behindQuote(_ quote: Int, _ place: FaultPlace) -> FlowLanding? {
    let lines = place.lines
    let below = lines.indentationEnd(ofLineAt: lines.start(ofLineBelow: quote))
    guard let landing = landing(in: levelBehind(lines.rest(from: quote)), at: below) else { return nil }
    drop(from: firstNode(from: quote))
    lose(in: open.count - 1)
    return FlowLanding(landing: landing, quote: quote)
  }

  /// The level that the brackets at the end of a line lead to, if they were meant to close what is open.
  private func levelBehind(_ line: Range<Int>) -> Int {
    var level = open.count - 1
    let isEnd = { (byte: UInt8) in
      Self.closers.contains(byte) || byte == UInt8(ascii: ",") || Self.isSpace(byte)
    }
    let last = text.bytes[line].lastIndex { !isEnd($0) } ?? line.lowerBound
    for byte in text.bytes[(last + 1)..<max(last + 1, line.upperBound)] where Self.closers.contains(byte) {
      guard level > 0, closes(byte, level) else { break }
      level -= 1
    }
    return level
  }

  // MARK: - Passing over

  /// The next place below a fault at which an entry begins or a collection ends.
  private mutating func passOver(from start: Int, _ place: FaultPlace) -> Landing? {
    let lines = place.lines
    if lines.byte(at: start) == UInt8(ascii: ","), let next = entry(behind: start, lines),
      let landing = landing(in: open.count - 1, at: next)
    {
      // A comma too many.
      return landing
    }
    var (offset, depth) = (start, 0)
    let level = open.count - 1
    while let byte = lines.byte(at: offset) {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let line = lines.end(ofLineAt: offset)
        offset = lines.bytes[min(offset + 1, line)..<line].firstIndex(of: byte) ?? line - 1
      case UInt8(ascii: "#") where offset > 0 && Self.isSpace(lines.bytes[offset - 1]):
        offset = lines.end(ofLineAt: offset) - 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0, offset > recovery.lastOffset,
          let found = open.indices.last(where: { closes(byte, $0) })
        {
          return lost(in: level, landing(in: found, at: offset))
        }
        depth = max(0, depth - 1)
      case UInt8(ascii: ",") where depth == 0 && offset > recovery.lastOffset:
        return entry(behind: offset, lines).flatMap { lost(in: level, landing(in: level, at: $0)) }
      case 0x0A, 0x0D:
        let next = lines.indentationEnd(ofLineAt: offset + 1)
        if depth == 0, isMapping(level), next > place.problem, isFlowKey(at: next, lines) {
          return lost(in: level, landing(in: level, at: next))
        }
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// An entry of a collection was passed over.
  private mutating func lost(in level: Int, _ landing: Landing?) -> Landing? {
    lose(in: level)
    return landing
  }

  private mutating func lose(in level: Int) {
    // The key is known; only its value is gone.
    if isMapping(level), open[level].childCount % 2 == 1 { return }
    nodes[Int(open[level].index)].flags.formUnion([.incomplete, .lostKeys])
  }

  /// The first text behind blanks, comments and a comma; nil at the end of the file.
  private func entry(behind start: Int, _ lines: SourceLines) -> Int? {
    var offset = start
    var hasComma = false
    while let byte = lines.byte(at: offset) {
      if byte == UInt8(ascii: "#") {
        offset = lines.end(ofLineAt: offset)
      } else if byte == UInt8(ascii: ","), !hasComma {
        hasComma = true
        offset += 1
      } else if Self.isSpace(byte) {
        offset += 1
      } else {
        return offset
      }
    }
    return nil
  }

  /// Whether a key with its ':' begins at an offset.
  private func isFlowKey(at offset: Int, _ lines: SourceLines) -> Bool {
    guard let first = lines.byte(at: offset) else { return false }
    var end = offset
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let line = lines.end(ofLineAt: offset)
      guard let quote = lines.bytes[min(offset + 1, line)..<line].firstIndex(of: first) else { return false }
      end = quote + 1
    } else {
      while let byte = lines.byte(at: end), SourceLines.isWord(byte) || byte == 0x2D { end += 1 }
      guard end > offset else { return false }
    }
    while let byte = lines.byte(at: end), SourceLines.isBlank(byte) { end += 1 }
    return lines.byte(at: end) == UInt8(ascii: ":")
  }
}
