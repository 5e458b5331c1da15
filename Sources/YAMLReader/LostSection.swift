// A section of a document whose heading is gone: its lines are read all the same, under a key that nobody wrote.

extension YAMLTreeBuilder {
  /// Lines that are indented as a section's, below a field that has its value already, are a section without a key.
  ///
  /// The key stands where the lines begin and has no text: no key that somebody wrote is of that length and quoted.
  mutating func openLostSection(_ error: YAMLStreamError, _ place: FaultPlace) -> Landing? {
    let lines = place.lines
    let start = lines.start(ofLineAt: place.problem)
    let indentation = lines.indentation(ofLineAt: start)
    guard error.problem == "mapping values are not allowed in this context", open.count == 1,
      open[0].isMapping,
      !open[0].isFlow, open[0].childCount % 2 == 0, indentation > open[0].column, start > recovery.lastOffset,
      case .entry(let key, isOpen: true) = lines.shape(ofLineAt: start), let last = nodes.last,
      last.kind == .scalar, last.flags.contains(.plain), Int(last.start) < start, Int(last.end) > start,
      let below = lines.contentLine(below: start), lines.indentation(ofLineAt: below) > indentation
    else { return nil }
    cutLastScalar(lines)
    let offset = UInt32(start + indentation)
    let node = append(.scalar, offset..<offset)
    attach(node, end: offset)
    let section = append(.mapping, offset..<offset)
    var collection = OpenCollection(index: section, isMapping: true, isFlow: false, lastEnd: offset)
    collection.column = indentation
    open.append(collection)
    var landing = Landing(target: .open(1), offset: start, isMended: true)
    landing.fault = SyntaxFault(
      message: "this line is indented, and no key is above it that it could belong to", range: key,
      label: lines.lineAbove(place.problem).map { ("this line has its value", $0) },
      notes: ["a heading such as 'artifacts:' may be missing between the two"])
    return landing
  }
}

extension SourceLines {
  /// The next line that is not blank or a comment; nil at the end.
  func contentLine(below start: Int) -> Int? {
    var offset = self.start(ofLineBelow: start)
    while offset < bytes.count, shape(ofLineAt: offset) == .nothing {
      offset = self.start(ofLineBelow: offset)
    }
    return offset < bytes.count ? offset : nil
  }
}
