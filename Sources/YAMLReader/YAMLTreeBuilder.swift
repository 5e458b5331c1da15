// Builds the flat tree out of libyaml's events. Does not know what the values mean.
internal import CLibYAML
import Diagnostics

/// A collection whose end has not been read yet.
struct OpenCollection {
  var index: UInt32
  var isMapping: Bool
  var isFlow: Bool
  /// Children read so far; in a mapping an odd number means that a key waits for its value.
  var childCount = 0
  /// Keys that are not scalars.
  var passedOverCount = 0
  /// Where the child read last ends.
  var lastEnd: UInt32
  /// Where its lines begin, in characters; only of collections without brackets.
  var column = 0
  var hasMergeKey = false
  /// Nodes that aliases in it add.
  var aliasNodes = 0
  /// Collections inside one another below it.
  var height = 0
  var anchor: String?

  /// Counts a child.
  ///
  /// - Returns: Whether it is a key.
  mutating func attach(end: UInt32, aliasNodes: Int, height: Int) -> Bool {
    childCount += 1
    lastEnd = end
    self.aliasNodes += aliasNodes
    self.height = max(self.height, height)
    return isMapping && childCount % 2 == 1
  }
}

/// The tree of one document while it grows.
struct YAMLTreeBuilder {
  let source: SourceID
  let text: ReadableText
  let limits: YAMLLimits
  var duplicateKeys = DuplicateKeys.refused
  var cursor: ByteCursor
  var nodes: [YAMLNodeRecord] = []
  var storedText: [UInt8] = []
  var tags: [UInt32: String] = [:]
  var merges = MergedEntries()
  var anchors = AnchorTable()
  var open: [OpenCollection] = []
  var problems: [Diagnostic] = []
  /// Nodes visited again through aliases so far.
  var aliasExpansion = 0
  /// Names that undefined aliases were compared with so far; past a limit nothing is suggested any more.
  var comparedAnchors = 0
  var documentCount = 0
  /// How many of the innermost open collections have ended. They are closed when something follows, so that a
  /// faulty line closes none.
  var pendingCloses = 0
  var recovery = RecoveryState()
  /// Set when reading on makes no sense; the reason has been reported.
  var isStopped = false

  init(_ text: ReadableText, source: SourceID, limits: YAMLLimits) {
    self.text = text
    self.source = source
    self.limits = limits
    cursor = ByteCursor(text, from: text.start)
    // A node of usual runbooks takes this many bytes of text; memory that is not touched costs nothing.
    nodes.reserveCapacity(text.bytes.count / 12)
    storedText.reserveCapacity(text.bytes.count / 2)
  }

  /// Takes in one event.
  ///
  /// - Returns: Whether to go on.
  mutating func consume(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
    // SAFETY: the event is libyaml's own, alive until the next one is asked for; its type selects the union.
    let type = unsafe event.pointee.type
    if pendingCloses > 0, type != YAML_MAPPING_END_EVENT, type != YAML_SEQUENCE_END_EVENT { closePending() }
    switch type {
    case YAML_SCALAR_EVENT: unsafe addScalar(event)
    case YAML_MAPPING_START_EVENT: unsafe openCollection(event, isMapping: true)
    case YAML_SEQUENCE_START_EVENT: unsafe openCollection(event, isMapping: false)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: unsafe closeCollection(event)
    case YAML_ALIAS_EVENT: unsafe addAlias(event)
    case YAML_DOCUMENT_START_EVENT: unsafe startDocument(event)
    case YAML_STREAM_END_EVENT: return false
    default: break
    }
    return !isStopped
  }

  private mutating func startDocument(_ event: UnsafeMutablePointer<yaml_event_t>) {
    documentCount += 1
    let start = unsafe offset(event.pointee.start_mark)
    guard documentCount > 1 else {
      // SAFETY: the event is a document's start, so that member of the union holds.
      let directives = unsafe event.pointee.data.document_start.tag_directives
      if unsafe directives.start != directives.end, recovery.prefixLength == 0 {
        recovery.directives = Int(start)..<(unsafe Int(offset(event.pointee.end_mark)))
      }
      return
    }
    let isMarked = text.bytes[Int(start)...].starts(with: [0x2D, 0x2D, 0x2D])
    report(
      .severalDocuments, "the file holds more than one YAML document", start..<start + (isMarked ? 3 : 0),
      annotation: "the second document begins here", notes: ["put each runbook in a file of its own"])
    isStopped = true
  }

  // MARK: Collections

  private mutating func openCollection(_ event: UnsafeMutablePointer<yaml_event_t>, isMapping: Bool) {
    // SAFETY: the event's type, which the caller looked at, says which member of the union holds.
    let start = unsafe offset(event.pointee.start_mark)
    let (anchor, tag, isFlow) =
      isMapping
      ? unsafe (
        event.pointee.data.mapping_start.anchor, event.pointee.data.mapping_start.tag,
        event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      )
      : unsafe (
        event.pointee.data.sequence_start.anchor, event.pointee.data.sequence_start.tag,
        event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      )
    let hasProperties = unsafe anchor != nil || tag != nil
    let content = hasProperties ? contentStart(from: start, upTo: UInt32(text.bytes.count)) : start
    let node = append(isMapping ? .mapping : .sequence, content..<content)
    unsafe keepTag(tag, of: node, from: start)
    var collection = OpenCollection(index: node, isMapping: isMapping, isFlow: isFlow, lastEnd: content)
    collection.anchor = unsafe declare(anchor, node: node)
    collection.column =
      hasProperties
      ? SourceLines(bytes: text.bytes).column(of: Int(content)) : unsafe event.pointee.start_mark.column
    if !recovery.nextFlags.isEmpty {
      nodes[Int(node)].flags.formUnion(recovery.nextFlags)
      recovery.nextFlags = []
    }
    open.append(collection)
    if open.count > limits.depth { reportTooDeep(at: content) }
  }

  private mutating func closeCollection(_ event: UnsafeMutablePointer<yaml_event_t>) {
    let level = open.count - 1 - pendingCloses
    guard level >= 0 else { return }
    if open[level].isFlow {
      closePending()
      close(end: unsafe offset(event.pointee.end_mark))
    } else {
      pendingCloses += 1
    }
  }

  mutating func closePending() {
    while pendingCloses > 0, let collection = open.last {
      pendingCloses -= 1
      // A collection without brackets has no closing mark: libyaml's is where the next token begins.
      close(end: collection.lastEnd)
    }
  }

  /// Closes the innermost collection.
  mutating func close(end: UInt32) {
    guard let collection = open.popLast() else { return }
    let index = Int(collection.index)
    nodes[index].end = max(end, nodes[index].start)
    nodes[index].last = UInt32(nodes.count)
    nodes[index].first = UInt32(collection.childCount)
    if collection.isMapping { checkEntries(of: collection) }
    let height = collection.height + 1
    if let anchor = collection.anchor {
      let size = nodes.count - index + collection.aliasNodes
      anchors.complete(anchor, node: collection.index, size: size, height: height)
    }
    attach(collection.index, end: nodes[index].end, aliasNodes: collection.aliasNodes, height: height)
  }

  // MARK: Nodes

  mutating func append(_ kind: YAMLNodeRecord.Kind, _ range: Range<UInt32>) -> UInt32 {
    nodes.append(
      YAMLNodeRecord(
        start: range.lowerBound, end: range.upperBound, first: range.lowerBound, last: range.upperBound,
        kind: kind, flags: []))
    if nodes.count > limits.nodes, !isStopped { reportTooManyNodes(at: range.lowerBound) }
    return UInt32(nodes.count - 1)
  }

  /// Counts a node that has been read to its end as a child of the innermost open collection.
  mutating func attach(_ node: UInt32, end: UInt32, aliasNodes: Int = 0, height: Int = 0) {
    let last = open.count - 1
    guard last >= 0 else { return }
    let isKey = open[last].attach(end: end, aliasNodes: aliasNodes, height: height)
    if isKey { checkKey(node) }
  }

  mutating func offset(_ mark: yaml_mark_t) -> UInt32 {
    UInt32(offset(ofCharacter: Int(clamping: mark.index)))
  }

  /// The byte offset of a character of the stream.
  mutating func offset(ofCharacter character: Int) -> Int {
    cursor.offset(ofCharacter: character - recovery.prefixLength)
  }

  mutating func report(
    _ rule: Rule, _ message: String, _ range: Range<UInt32>, annotation: String? = nil,
    labels: [DiagnosticLabel] = [], notes: [String] = [], fixes: [FixIt] = []
  ) {
    problems.append(
      Diagnostic(
        rule, message, at: span(range), annotation: annotation, labels: labels, notes: notes, fixes: fixes))
  }

  func span(_ range: Range<UInt32>) -> SourceSpan {
    SourceSpan(source: source, start: Int(range.lowerBound), end: Int(range.upperBound))
  }

  func span(of node: UInt32) -> SourceSpan {
    let record = nodes[Int(node)]
    return SourceSpan(source: source, start: Int(record.start), end: Int(record.end))
  }

  private mutating func reportTooManyNodes(at start: UInt32) {
    report(
      .limitExceeded, "the file has more than \(limits.nodes) keys, values and lists",
      start..<min(start + 1, UInt32(text.bytes.count)), notes: ["raise the limit 'nodes' if it is meant to"])
    isStopped = true
  }

  private mutating func reportTooDeep(at start: UInt32) {
    report(
      .limitExceeded, "lists and mappings are nested more than \(limits.depth) deep",
      start..<min(start + 1, UInt32(text.bytes.count)))
    isStopped = true
  }
}
