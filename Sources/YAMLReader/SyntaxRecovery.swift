// After a syntax error: where to read on, so that one run reports independent errors and keeps the rest of the tree.
//
// Reading goes on at a line below whose indentation belongs to a block collection that is open, or was just closed.
// libyaml starts afresh there; a few made-up lines before it stand for the collections around, and their events
// are passed over. Spans stay those of the file. When in doubt a line is left out rather than put in a wrong place.

/// Where a new stream begins.
struct Resumption {
  /// The first byte that is read.
  var offset: Int
  /// Lines that stand for the collections around it.
  var prefix: [UInt8] = []
  /// Events of the prefix.
  var skippedEvents = 0
}

/// What recovery keeps between errors.
struct RecoveryState {
  var errors = 0
  /// Where the last stream began; each begins further on, so that recovery ends.
  var lastOffset = -1
  /// Bytes that were read again.
  var rereadBytes = 0
  /// Characters before the text of the stream that is read, and the lines of directives among them.
  var prefixLength = 0
  var directiveLines = 0
  /// The directives of the document, for streams that begin further on.
  var directives = 0..<0
  var lostKeys: Set<String> = []
  /// Reading ended before the file did.
  var isBrokenOff = false
  /// What the next collection that begins is marked as.
  var nextFlags: YAMLNodeRecord.Flags = []
  /// Whether the stream has a made-up bracket around the document: see `FlowRecovery.swift`.
  var isWrapped = false
  /// Keys whose ':' was forgotten.
  var mendedKeys: Set<UInt32> = []
  /// What is between the parts of the file that were read.
  var gaps: [SyntaxGap] = []
}

/// A place in the tree where a line may be added.
enum RecoveryTarget {
  /// An open collection, by its place among them.
  case open(Int)
  /// Collections that were closed already, from outer to inner, once the nodes from one on are dropped; `inner`
  /// are those inside the last that stay closed.
  case closed([UInt32], inner: [UInt32], dropping: UInt32)
  /// The value of the last key of an open mapping, which has none, once the nodes from one on are dropped.
  case value(Int, dropping: UInt32)
  /// A new root.
  case root
}

extension YAMLTreeBuilder {
  /// Reports a syntax error and finds where to read on.
  ///
  /// - Returns: Nil when there is no such place.
  mutating func recover(from error: YAMLStreamError) -> Resumption? {
    // What the faulty line was about to close stays open.
    pendingCloses = 0
    let place = faultPlace(of: error)
    guard error.cause == .scanner || error.cause == .parser else {
      report(error, at: place)
      recovery.isBrokenOff = true
      return nil
    }
    if isEndOfWrapping(place) { return nil }
    if let start = wrapping(place) { return start }
    recovery.errors += 1
    if let found = resumeInFlow(error, place) {
      let damage = SyntaxDamage(.line, at: place.problem, in: place.lines)
      return resume(found.landing, error, place, found.quote, damage)
    }
    let lines = place.lines
    let quote = openQuote(error, place)
    var damage = damage(error, place, quote)
    if damage.shape == .item, !open.contains(where: { !$0.isMapping && $0.column == damage.indentation }) {
      damage.shape = .other
    }
    if quote == nil, open.allSatisfy({ !$0.isFlow }) {
      if let landing = reopenRoot(place) { return resume(landing, error, place, nil, damage) }
      if let landing = insertColon(error, place, damage) { return resume(landing, error, place, nil, damage) }
      if let landing = indentAgain(error, place) { return resume(landing, error, place, nil, damage) }
      if let landing = openLostSection(error, place) { return resume(landing, error, place, nil, damage) }
      if let landing = passOverIntruder(error, place, &damage) {
        return resume(landing, error, place, nil, damage)
      }
    }
    damage.isKeyRead = isKeyRead(damage)
    if !damage.isKeyRead, damage.shape == .item {
      for collection in open where !collection.isMapping && collection.column == damage.indentation {
        nodes[Int(collection.index)].flags.insert(.incomplete)
      }
    } else if !damage.isKeyRead {
      damage.lose(lineAt: damage.start, in: lines)
    }
    let found = nextLine(after: &damage, lines)
    return resume(
      Landing(target: found?.target, offset: found?.offset ?? text.bytes.count), error, place, quote, damage)
  }

  // MARK: What is damaged

  /// The quote that was not closed where it should have been, if that is what is wrong.
  private func openQuote(_ error: YAMLStreamError, _ place: FaultPlace) -> Int? {
    let lines = place.lines
    func isQuote(_ offset: Int) -> Bool {
      lines.byte(at: offset) == UInt8(ascii: "\"") || lines.byte(at: offset) == UInt8(ascii: "'")
    }
    let isEndless =
      error.problem == "found unexpected end of stream"
      || error.problem == "found unexpected document indicator"
    // What a quote too many begins runs to the end of the file.
    if let quote = lastQuote(endingBefore: isEndless ? place.context : place.problem, lines) { return quote }
    switch error.problem {
    case _ where isEndless: return isQuote(place.context) ? place.context : nil
    case "could not find expected ':'":
      return isQuote(place.context) && lines.shape(ofLineAt: place.context) == .other ? place.context : nil
    default: return nil
    }
  }

  /// The quote that begins the last node, if that ends some lines below and on the line of an offset.
  private func lastQuote(endingBefore offset: Int, _ lines: SourceLines) -> Int? {
    guard let last = nodes.last, last.kind == .scalar, !last.flags.contains(.plain) else { return nil }
    let (start, end) = (Int(last.start), Int(last.end))
    let first = lines.byte(at: start)
    guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"), end <= offset,
      lines.start(ofLineAt: start) < lines.start(ofLineAt: end),
      lines.start(ofLineAt: end) == lines.start(ofLineAt: offset)
    else { return nil }
    return start
  }

  private func damage(_ error: YAMLStreamError, _ place: FaultPlace, _ quote: Int?) -> SyntaxDamage {
    let lines = place.lines
    let bracket = open.first(where: \.isFlow).map { Int(nodes[Int($0.index)].start) }
    if let bracket { return SyntaxDamage(quote == nil ? .bracket : .quote, at: bracket, in: lines) }
    if let quote { return SyntaxDamage(.quote, at: quote, in: lines) }
    if open.isEmpty, nodes.count == 1, let root = nodes.first, root.kind == .scalar {
      return SyntaxDamage(.line, at: Int(root.start), in: lines)
    }
    return SyntaxDamage(
      .line, at: error.problem == "could not find expected ':'" ? place.context : place.problem, in: lines)
  }

  private func isKeyRead(_ damage: SyntaxDamage) -> Bool {
    guard let last = nodes.last else { return false }
    return Int(last.start) >= damage.start && damage.shape.isEntryOrItem
  }

  // MARK: Where to read on

  /// The first line below the damage that fits into the tree; lines before it are counted as lost.
  mutating func nextLine(
    after damage: inout SyntaxDamage, _ lines: SourceLines
  ) -> (target: RecoveryTarget, offset: Int)? {
    var search = TargetSearch(self, dropping: firstNode(from: damage.start), lines)
    var offset = lines.start(ofLineBelow: damage.start)
    if let waiting = waitingKey(damage, lines) {
      search.addValue(of: waiting, column: valueColumn(of: waiting, below: offset, lines))
      damage.isValueBelow = search.hasValue
    }
    while offset < text.bytes.count {
      let shape = lines.shape(ofLineAt: offset)
      let indentation = lines.indentation(ofLineAt: offset)
      if shape == .marker { return nil }
      if shape != .nothing, !damage.owns(shape, indentation: indentation) {
        if offset > recovery.lastOffset, let target = search.target(shape, indentation) {
          return (target, offset)
        }
        // An element of a list has no key, and what is no entry goes with the line above.
        if shape.isEntry || indentation <= damage.indentation, shape != .item {
          damage.lose(lineAt: offset, in: lines)
        }
      }
      offset = lines.start(ofLineBelow: offset)
    }
    return lineOfClosed(&search, below: damage.start, lines)
  }

  /// When nothing fits, the damaged line may be one that came in between.
  private mutating func lineOfClosed(
    _ search: inout TargetSearch, below start: Int, _ lines: SourceLines
  ) -> (target: RecoveryTarget, offset: Int)? {
    let first = max(lines.start(ofLineBelow: start), recovery.lastOffset + 1)
    guard first == lines.start(ofLineAt: first) else { return nil }
    if let waiting = search.keyBefore {
      search.addValue(of: waiting, column: valueColumn(of: waiting, below: first, lines))
    }
    return closedTarget(from: first, search, lines)
  }

  /// The first node at or behind an offset.
  func firstNode(from offset: Int) -> UInt32 {
    var index = nodes.count
    while index > 0, Int(nodes[index - 1].start) >= offset { index -= 1 }
    return UInt32(index)
  }
}
