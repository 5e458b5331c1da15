// Brings the tree into the state in which reading goes on after a syntax error, and makes the stream's beginning.
import Diagnostics

/// Where reading goes on, and what the line there is added to.
struct Landing {
  /// Nil at the end of the file.
  var target: RecoveryTarget?
  var offset: Int
  /// The tree is in order already.
  var isMended = false
  /// What is wrong, where more is known of it than what libyaml says.
  var fault: SyntaxFault?
  /// The line is the value of a key that waits for it.
  var isForValue = false
  /// The column that the line is read as if it stood at, where that is not its own.
  var column: Int?
}

extension YAMLTreeBuilder {
  /// The next line that fits, for repairs that lose nothing of the faulty line.
  mutating func nextLanding(after damage: SyntaxDamage, _ lines: SourceLines) -> Landing {
    var damage = damage
    let found = nextLine(after: &damage, lines)
    flag(damage)
    return Landing(target: found?.target, offset: found?.offset ?? text.bytes.count)
  }

  /// Reports the error, mends the tree, and gives the stream's beginning; nil when nothing more is read.
  mutating func resume(
    _ landing: Landing, _ error: YAMLStreamError, _ place: FaultPlace, _ quote: Int?, _ damage: SyntaxDamage
  ) -> Resumption? {
    var place = place
    place.opening = bracketToBlame(before: landing.offset, problem: place.problem)
    if let fault = landing.fault { report(fault) } else { report(error, at: place, quote: quote) }
    guard recovery.errors < limits.syntaxErrors else {
      reportTooManyErrors(at: place.problem)
      return nil
    }
    noteGap(damage, landing, place)
    mend(damage, landing, place, quote)
    guard let target = landing.target, spend(place.problem - landing.offset) else {
      flagAll(from: landing)
      return nil
    }
    var landing = landing
    if case .value = target { landing.isForValue = true }
    move(to: target, isForValue: landing.isForValue, damage)
    recovery.lastOffset = landing.offset
    return resumption(landing)
  }

  /// Remembers what is passed over, from the fault to where reading goes on.
  private mutating func noteGap(_ damage: SyntaxDamage, _ landing: Landing, _ place: FaultPlace) {
    let fault =
      switch damage.kind {
      case .line: damage.start
      case .quote: damage.origin
      case .bracket: place.problem
      }
    let start = max(0, min(fault, landing.offset - 1))
    let isKeyAlone = damage.isKeyRead && damage.lostIndentation == nil && !landing.isMended
    recovery.gaps.append(
      SyntaxGap(
        range: UInt32(start)..<UInt32(landing.offset), indentation: isKeyAlone ? damage.indentation : -1))
  }

  /// Of the brackets that are open, the innermost that stands before the place where reading goes on.
  private func bracketToBlame(before offset: Int, problem: Int) -> Int? {
    let brackets = open.filter(\.isFlow).map { Int(nodes[Int($0.index)].start) }
    return brackets.last { $0 < max(offset, (brackets.first ?? 0) + 1) }
  }

  private mutating func reportTooManyErrors(at problem: Int) {
    recovery.isBrokenOff = true
    let offset = UInt32(problem)
    report(
      .limitExceeded, "the file has more than \(limits.syntaxErrors) syntax errors; the rest is not read",
      offset..<offset)
  }

  /// Whether so many bytes may be read once more: hostile files would have each error read the same ones.
  private mutating func spend(_ count: Int) -> Bool {
    recovery.rereadBytes += max(0, count)
    if recovery.rereadBytes <= 2 * text.bytes.count + (1 << 20) { return true }
    recovery.isBrokenOff = true
    return false
  }

  private mutating func flagAll(from landing: Landing) {
    guard landing.target != nil else { return }
    for collection in open { nodes[Int(collection.index)].flags.formUnion([.incomplete, .lostKeys]) }
  }

  // MARK: The damaged lines

  /// Takes back what was made of the damaged lines, and marks what may lack something.
  private mutating func mend(_ damage: SyntaxDamage, _ landing: Landing, _ place: FaultPlace, _ quote: Int?) {
    loseAnchors(in: damage.start..<max(damage.start, landing.offset))
    var isValueBelow = false
    if case .value? = landing.target { isValueBelow = true }
    let lines = place.lines
    if !landing.isMended, !isValueBelow {
      if let waiting = plainScalar(before: damage, place) { attach(waiting, end: nodes[Int(waiting)].end) }
      if let bracket = open.firstIndex(where: \.isFlow) {
        mendBracket(bracket, before: landing.offset, quote: quote, lines)
      } else if let last = nodes.last, isCompleteValue {
        if Int(last.start) < damage.start, Int(last.end) > damage.start {
          cutLastScalar(lines)
        } else if quote == Int(last.start) || Int(last.start) >= damage.start,
          last.kind == .scalar || last.kind == .alias
        {
          nodes[nodes.count - 1].end = min(last.end, UInt32(lines.rest(from: Int(last.start)).upperBound))
          spoilLastNode()
        } else {
          spoilEmptyValue(before: damage.start)
        }
      }
    }
    recovery.lostKeys.formUnion(damage.lostKeys)
    flag(damage)
  }

  /// A key whose value may have been lost has none that is known.
  private mutating func spoilEmptyValue(before offset: Int) {
    guard let last = nodes.last, last.kind == .scalar, last.start == last.end, Int(last.start) <= offset,
      isCompleteValue
    else { return }
    spoilLastNode()
  }

  /// Whether the last node is one that a collection has as its value or element.
  private var isCompleteValue: Bool { open.last.map { !$0.isMapping || $0.childCount % 2 == 0 } ?? true }

  /// A plain scalar that libyaml was still reading, and that ends before the damage.
  private mutating func plainScalar(before damage: SyntaxDamage, _ place: FaultPlace) -> UInt32? {
    let lines = place.lines
    guard place.isInPlainScalar, place.context < damage.start, let last = open.last, !last.isFlow,
      !last.isMapping || last.childCount % 2 == 1, nodes.last.map({ Int($0.start) < place.context }) ?? true
    else { return nil }
    let end = lines.rest(from: place.context).upperBound
    let node = append(.scalar, UInt32(place.context)..<UInt32(end))
    nodes[Int(node)].flags.insert(.plain)
    return node
  }

  /// Closes the brackets that are open; what they took from the lines on which reading goes on is given up.
  private mutating func mendBracket(_ level: Int, before offset: Int, quote: Int?, _ lines: SourceLines) {
    let bracket = Int(open[level].index)
    if let last = nodes.last, last.kind == .scalar, last.flags.contains(.plain), quote == nil,
      lines.end(ofLineAt: Int(last.start)) < Int(last.end)
    {
      cutLastScalar(lines, isInBrackets: true)
    }
    let isBeyond = nodes.last.map { Int($0.start) >= offset || Int($0.end) > offset } ?? false
    let firstLine = lines.start(ofLineAt: Int(nodes[bracket].start))
    if isBeyond || quote != nil, nodes.count > bracket + 1 {
      let end = lines.rest(from: Int(nodes[bracket].start)).upperBound
      drop(from: UInt32(bracket + 1))
      nodes[bracket].end = UInt32(max(end, firstLine))
      _ = open.popLast()
      spoilLastNode()
      attach(UInt32(bracket), end: nodes[bracket].end)
    } else {
      while open.count > level { breakOff(with: .incomplete) }
    }
  }

  private mutating func loseAnchors(in range: Range<Int>) {
    var offset = range.lowerBound
    while let start = text.bytes[offset..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
      var end = start + 1
      while end < range.upperBound, SourceLines.isWord(text.bytes[end]) || text.bytes[end] == 0x2D {
        end += 1
      }
      if end > start + 1 { anchors.lose(String(decoding: text.bytes[start + 1..<end], as: UTF8.self)) }
      offset = end
    }
  }

  /// Marks the collections that lost lines may have belonged to.
  private mutating func flag(_ damage: SyntaxDamage) {
    guard let least = damage.lostIndentation else { return }
    var flags: YAMLNodeRecord.Flags = .incomplete
    if damage.hasUnknownLoss { flags.insert(.lostKeys) }
    let blocks = open.filter { !$0.isFlow }
    let isExact = blocks.contains { $0.column == least }
    for collection in blocks where collection.column >= least {
      nodes[Int(collection.index)].flags.formUnion(flags)
    }
    if !isExact, let around = blocks.last(where: { $0.column < least }) {
      nodes[Int(around.index)].flags.formUnion(flags)
    }
    if blocks.isEmpty { recovery.nextFlags = flags }
  }

  // MARK: The tree

  private mutating func move(to target: RecoveryTarget, isForValue: Bool, _ damage: SyntaxDamage) {
    switch target {
    case .open(let level):
      while open.count > level + 1 { breakOff() }
      if !isForValue, open[level].isMapping, open[level].childCount % 2 == 1 { addUnreadableValue() }
    case .closed(let path, let inner, let node):
      for collection in inner { nodes[Int(collection)].flags.insert(.incomplete) }
      drop(from: node)
      spoilEmptyValue(before: damage.start)
      let flags = open.last.map { nodes[Int($0.index)].flags } ?? []
      for collection in path { reopen(collection, flags.intersection(.lostKeys).union(.incomplete)) }
    case .root:
      drop(from: 0)
      documentCount = 0
      recovery.nextFlags = [.incomplete, .lostKeys]
    case .value(let level, let node):
      if node < nodes.count { drop(from: node) }
      while open.count > level + 1 { breakOff() }
      recovery.nextFlags = damage.lostIndentation == nil ? [] : .incomplete
      if damage.hasUnknownLoss { recovery.nextFlags.insert(.lostKeys) }
    }
  }

  /// Takes the nodes from one on out of the tree.
  mutating func drop(from node: UInt32) {
    while let last = open.last, last.index >= node { open.removeLast() }
    nodes.removeLast(nodes.count - Int(node))
    anchors.forget(from: node)
    if !tags.isEmpty { tags = tags.filter { $0.key < node } }
    if !open.isEmpty { recount() }
  }

  /// Counts anew what the innermost open collection holds.
  private mutating func recount() {
    let level = open.count - 1
    var collection = open[level]
    (collection.childCount, collection.passedOverCount) = (0, 0)
    collection.lastEnd = nodes[Int(collection.index)].start
    var child = collection.index + 1
    while child < nodes.count {
      let record = nodes[Int(child)]
      collection.childCount += 1
      if record.flags.contains(.passedOver) { collection.passedOverCount += 1 }
      collection.lastEnd = max(collection.lastEnd, record.end)
      child = nodes.next(after: child)
    }
    open[level] = collection
  }

  /// Opens the last child of the innermost open collection again.
  mutating func reopen(_ node: UInt32, _ flags: YAMLNodeRecord.Flags) {
    let lines = SourceLines(bytes: text.bytes)
    let record = nodes[Int(node)]
    if !open.isEmpty { open[open.count - 1].childCount -= 1 }
    var collection = OpenCollection(
      index: node, isMapping: record.kind == .mapping, isFlow: false, lastEnd: record.start)
    collection.column = lines.column(of: Int(record.start))
    collection.hasMergeKey = record.flags.contains(.merged)
    nodes[Int(node)].flags.remove(.merged)
    nodes[Int(node)].flags.formUnion(flags)
    anchors.forget(node)
    open.append(collection)
    recount()
  }

  /// Closes the innermost collection where it is; a key that waits for its value gets an unreadable one.
  mutating func breakOff(with flags: YAMLNodeRecord.Flags = []) {
    guard let collection = open.last else { return }
    nodes[Int(collection.index)].flags.formUnion(flags)
    if collection.isMapping, collection.childCount % 2 == 1 { addUnreadableValue() }
    close(end: open[open.count - 1].lastEnd)
  }

  mutating func addUnreadableValue() {
    guard let end = open.last?.lastEnd else { return }
    attach(append(.unreadable, end..<end), end: end)
  }

  // MARK: The stream

  /// What stands before the text: the directives, and a line for each open collection, so that libyaml has the
  /// same ones open.
  private mutating func resumption(_ landing: Landing) -> Resumption? {
    recovery.isWrapped = false
    var prefix = Array(text.bytes[recovery.directives])
    recovery.directiveLines = 0
    if !prefix.isEmpty {
      prefix.append(0x0A)
      recovery.directiveLines = prefix.count { $0 == 0x0A }
    }
    var events = open.isEmpty ? 0 : 2
    for (level, collection) in open.enumerated() {
      events += 1
      if collection.isFlow {
        // Each bracket on a line of its own, where it can't be a key.
        let isLast = level == open.count - 1 && !landing.isForValue
        let isKey = collection.isMapping && collection.childCount % 2 == 0
        let inner = isLast || !collection.isMapping ? "" : isKey ? "?" : "x:"
        prefix += Array(((collection.isMapping ? "{" : "[") + inner + "\n").utf8)
        if isLast { break }
        if collection.isMapping, !isKey { events += 1 }
        continue
      }
      if level == open.count - 1, !landing.isForValue { break }
      prefix += repeatElement(0x20, count: collection.column)
      guard prefix.count < Self.longestPrefix else { return nil }
      // The next collection is this one's element, key or value; an element or key is not one more event.
      let isKey = collection.isMapping && collection.childCount % 2 == 0
      prefix += Array((collection.isMapping ? isKey ? "?\n" : "x:\n" : "-\n").utf8)
      if collection.isMapping, !isKey { events += 1 }
    }
    if let column = landing.column { prefix += repeatElement(0x20, count: column) }
    recovery.prefixLength = prefix.count { $0 & 0xC0 != 0x80 }
    return Resumption(offset: landing.offset, prefix: prefix, skippedEvents: events)
  }

  private static let longestPrefix = 1 << 16
}
