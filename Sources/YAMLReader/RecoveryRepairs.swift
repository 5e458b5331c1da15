// Mistakes whose remedy is plain enough to read on as if it had been applied, so that nothing is lost.

extension YAMLTreeBuilder {
  /// A word alone on its line is a key whose ':' was forgotten.
  mutating func insertColon(
    _ error: YAMLStreamError, _ place: FaultPlace, _ damage: SyntaxDamage
  ) -> Landing? {
    let lines = place.lines
    let start: Int
    switch error.problem {
    case "could not find expected ':'": start = place.context
    case "mapping values are not allowed in this context":
      guard let last = nodes.last, isSpanningLines(last, before: place.problem, lines),
        open.last.map({ !$0.isFlow }) ?? true
      else { return nil }
      start = Int(last.start)
    default: return nil
    }
    guard start == lines.indentationEnd(ofLineAt: start), let word = lines.word(at: start) else { return nil }
    let column = lines.indentation(ofLineAt: start)
    if let step = indentationStep(lines), let below = lines.contentLine(below: start),
      lines.indentation(ofLineAt: below) > column + step
    {
      // The lines below are not this word's.
      return nil
    }
    if error.problem == "could not find expected ':'" {
      guard openMapping(at: column, start: start) else { return nil }
    } else {
      replaceLastScalarByMapping(column: column)
    }
    let range = UInt32(word.lowerBound)..<UInt32(word.upperBound)
    let key = append(.scalar, range)
    nodes[Int(key)].flags.insert(.plain)
    recovery.mendedKeys.insert(key)
    attach(key, end: range.upperBound)
    var landing = landing(below: start, column: column, lines)
    landing?.fault = SyntaxExplanation.missingColon(after: word, in: lines)
    return landing
  }

  /// Closes what is inside the mapping of that column; a whole document may begin here too.
  private mutating func openMapping(at column: Int, start: Int) -> Bool {
    if nodes.isEmpty {
      openMapping(start, column: column)
      return true
    }
    guard let level = open.lastIndex(where: { $0.isMapping && !$0.isFlow && $0.column == column }) else {
      return false
    }
    while open.count > level + 1 { breakOff() }
    if open[level].childCount % 2 == 1 { addUnreadableValue() }
    return true
  }

  private mutating func openMapping(_ start: Int, column: Int) {
    let node = append(.mapping, UInt32(start)..<UInt32(start))
    var collection = OpenCollection(index: node, isMapping: true, isFlow: false, lastEnd: UInt32(start))
    collection.column = column
    open.append(collection)
  }

  private mutating func replaceLastScalarByMapping(column: Int) {
    guard let scalar = nodes.popLast() else { return }
    anchors.forget(from: UInt32(nodes.count))
    if !open.isEmpty { open[open.count - 1].childCount -= 1 }
    openMapping(Int(scalar.start), column: column)
  }

  /// Where a key that now waits for its value gets it: from the lines below, if they are indented more.
  private mutating func landing(below start: Int, column: Int, _ lines: SourceLines) -> Landing? {
    let level = open.count - 1
    guard let offset = lines.contentLine(below: start), lines.shape(ofLineAt: offset) != .marker else {
      return Landing(target: nil, offset: text.bytes.count)
    }
    let indentation = lines.indentation(ofLineAt: offset)
    let shape = lines.shape(ofLineAt: offset)
    if indentation > column || indentation == column && shape == .item {
      return Landing(target: .open(level), offset: offset, isMended: true, isForValue: true)
    }
    addUnreadableValue()
    var damage = SyntaxDamage(.line, at: start, in: lines)
    damage.isKeyRead = true
    return nextLanding(after: damage, lines)
  }

  /// A line that is one space out of place belongs to the collection beside it.
  mutating func indentAgain(_ error: YAMLStreamError, _ place: FaultPlace) -> Landing? {
    let lines = place.lines
    let isShifted =
      error.problem == "mapping values are not allowed in this context"
      && nodes.last.map { isSpanningLines($0, before: place.problem, lines) } ?? false
    let isMisplaced =
      (error.problem == "did not find expected key" || error.problem == "did not find expected '-' indicator")
      && place.problem == lines.indentationEnd(ofLineAt: place.problem)
    let start = lines.start(ofLineAt: place.problem)
    let (shape, indentation) = (lines.shape(ofLineAt: start), lines.indentation(ofLineAt: start))
    guard isShifted || isMisplaced, shape.isEntryOrItem, start + indentation > recovery.lastOffset else {
      return nil
    }
    let (child, hasSibling, isLast) = surroundings(of: start, shape, indentation, lines)
    guard
      let level = level(beside: indentation, shape, child: child)
        ?? (isMisplaced && (hasSibling || isLast && isOpen(shape)) ? levelAround(indentation, shape) : nil)
    else { return nil }
    if isShifted { cutLastScalar(lines) }
    if hasSibling || abs(open[level].column - indentation) > 1 {
      // The lines before were out of place, not this one and those that follow.
      open[level].column = indentation
      return Landing(target: .open(level), offset: start, isMended: true)
    }
    return Landing(
      target: .open(level), offset: start + indentation, isMended: true, column: open[level].column)
  }

  /// The indentation of the line below that is its value's, if any, and whether a line of the same indentation
  /// follows.
  private mutating func surroundings(
    of start: Int, _ shape: LineShape, _ column: Int, _ lines: SourceLines
  ) -> (child: Int?, hasSibling: Bool, isLast: Bool) {
    var (offset, child): (Int, Int?) = (lines.start(ofLineBelow: start), nil)
    defer { recovery.rereadBytes += offset - start }
    while offset < text.bytes.count {
      let next = lines.indentation(ofLineAt: offset)
      if lines.shape(ofLineAt: offset) != .nothing {
        if next <= column {
          return (child, next == column && lines.shape(ofLineAt: offset).isEntryOrItem, false)
        }
        child = child ?? next
      }
      offset = lines.start(ofLineBelow: offset)
    }
    return (child, false, true)
  }

  /// The collection that is one column beside a line, if the line below does not speak against it.
  private func level(beside column: Int, _ shape: LineShape, child: Int?) -> Int? {
    let levels = open.indices.filter { index in
      !open[index].isFlow && open[index].isMapping == shape.isEntry && abs(open[index].column - column) == 1
    }
    // A value below is indented more than its key; a line beside it belongs to the same collection.
    return levels.last { level in
      guard let child else { return true }
      return isOpen(shape) ? child > open[level].column : child >= open[level].column
    }
  }

  /// The outermost collection that is indented more than a line, where the one around it is indented less.
  private func levelAround(_ column: Int, _ shape: LineShape) -> Int? {
    guard let level = open.firstIndex(where: { !$0.isFlow && $0.column > column }), level > 0,
      open[level].isMapping == shape.isEntry, open[level - 1].column < column
    else { return nil }
    return level
  }

  /// A document whose first lines were indented more than the rest goes on.
  mutating func reopenRoot(_ place: FaultPlace) -> Landing? {
    let lines = place.lines
    let start = lines.start(ofLineAt: place.problem)
    let shape = lines.shape(ofLineAt: start)
    guard open.isEmpty, let root = nodes.first, isBlock(0), shape.isEntryOrItem,
      (root.kind == .mapping) == shape.isEntry, start > recovery.lastOffset,
      place.problem == lines.indentationEnd(ofLineAt: start),
      lines.indentation(ofLineAt: start) < lines.column(of: Int(root.start))
    else { return nil }
    reopen(0, [])
    open[0].column = lines.indentation(ofLineAt: start)
    documentCount = 1
    var landing = Landing(target: .open(0), offset: start, isMended: true)
    let first = Int(root.start)
    landing.fault = SyntaxFault(
      message: "this line is indented less than the first one", range: lines.rest(from: place.problem),
      label: ("the first line", first..<max(first, lines.rest(from: first).upperBound)),
      notes: ["all fields of a runbook are aligned with each other"])
    return landing
  }

  private func isOpen(_ shape: LineShape) -> Bool {
    switch shape {
    case .entry(_, let isOpen): isOpen
    case .item: true
    case .nothing, .marker, .other: false
    }
  }

  /// A line that came in between, and ended collections to which the next line still belongs, is passed over.
  mutating func passOverIntruder(
    _ error: YAMLStreamError, _ place: FaultPlace, _ damage: inout SyntaxDamage
  ) -> Landing? {
    let lines = place.lines
    guard
      error.problem == "did not find expected key" || error.problem == "did not find expected '-' indicator"
        || error.problem == "mapping values are not allowed in this context",
      let above = lines.lineAbove(place.problem)
    else { return nil }
    let start = lines.start(ofLineAt: place.problem)
    let intruder = SyntaxDamage(.line, at: above.lowerBound, in: lines)
    guard start > recovery.lastOffset, !isOpen(intruder.shape) || intruder.shape == .item else { return nil }
    var search = TargetSearch(self, dropping: firstNode(from: intruder.start), lines)
    if let waiting = search.keyBefore {
      search.addValue(of: waiting, column: valueColumn(of: waiting, below: start, lines))
    }
    guard let (target, offset) = closedTarget(from: start, search, lines) else { return nil }
    damage = intruder
    damage.lose(lineAt: intruder.start, in: lines)
    // It may have taken the place of a line that is gone.
    damage.loseUnknown()
    return Landing(target: target, offset: offset)
  }

  /// The first line that fits a collection which the line above closed, before any that fits an open one.
  func closedTarget(
    from start: Int, _ search: TargetSearch, _ lines: SourceLines
  ) -> (RecoveryTarget, Int)? {
    var offset = start
    while offset < text.bytes.count {
      let shape = lines.shape(ofLineAt: offset)
      if shape == .marker { return nil }
      switch search.target(shape, lines.indentation(ofLineAt: offset)) {
      case nil: break
      case .closed(let path, let inner, let node)?:
        guard offset > start || goesOn(below: start, search, lines) else { return nil }
        return (.closed(path, inner: inner, dropping: node), offset)
      case .value(let level, let node)?: return (.value(level, dropping: node), offset)
      case .root? where offset == start: return (.root, offset)
      case .open?, .root?: return nil
      }
      offset = lines.start(ofLineBelow: offset)
    }
    return nil
  }

  /// Whether the lines below fit into collections that were closed as well, so that the line above is the odd one.
  private func goesOn(below start: Int, _ search: TargetSearch, _ lines: SourceLines) -> Bool {
    let indentation = lines.indentation(ofLineAt: start)
    var offset = lines.start(ofLineBelow: start)
    var hasSibling = false
    while offset < text.bytes.count {
      let (shape, next) = (lines.shape(ofLineAt: offset), lines.indentation(ofLineAt: offset))
      if shape != .nothing, next < indentation {
        if case .closed? = search.target(shape, next) { return true }
        return false
      }
      hasSibling = hasSibling || next == indentation && shape.isEntryOrItem
      offset = lines.start(ofLineBelow: offset)
    }
    return hasSibling || isOpen(lines.shape(ofLineAt: start))
  }

  // MARK: Scalars that ran on into the next lines

  private func isSpanningLines(_ node: YAMLNodeRecord, before problem: Int, _ lines: SourceLines) -> Bool {
    node.kind == .scalar && node.flags.contains(.plain) && Int(node.start) < lines.start(ofLineAt: problem)
      && Int(node.end) > lines.start(ofLineAt: problem)
  }

  /// Takes away what the last scalar took from the lines below its first.
  mutating func cutLastScalar(_ lines: SourceLines, isInBrackets: Bool = false) {
    guard let last = nodes.last, last.kind == .scalar else { return }
    let (index, start) = (nodes.count - 1, Int(last.start))
    var end = lines.rest(from: start).upperBound
    if let comment = (start..<end).first(where: { offset in
      text.bytes[offset] == UInt8(ascii: "#") && offset > start && SourceLines.isBlank(text.bytes[offset - 1])
    }) {
      end = comment
      while end > start, SourceLines.isBlank(text.bytes[end - 1]) { end -= 1 }
    }
    let isOwnLine = start == lines.indentationEnd(ofLineAt: start)
    nodes[index].end = UInt32(end)
    if last.flags.contains(.plain), isInBrackets || !isOwnLine {
      nodes[index].flags.remove(.stored)
      (nodes[index].first, nodes[index].last) = (last.start, UInt32(end))
    } else {
      spoilLastNode()
    }
    if !open.isEmpty { open[open.count - 1].lastEnd = UInt32(end) }
  }

  /// Makes the last node one that could not be read.
  mutating func spoilLastNode() {
    let index = nodes.count - 1
    nodes[index].kind = .unreadable
    nodes[index].flags = []
    anchors.forget(UInt32(index))
  }
}
