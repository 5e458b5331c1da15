// Explicit tags: those of YAML's core schema are known, and say the truth.
import Diagnostics

extension YAMLTreeBuilder {
  /// Reports a tag that is not one of YAML's core schema (1.2.2, chapter 10), or does not fit its node.
  ///
  /// Any other tag asks the reader to make something that it can't; other readers refuse it as well.
  ///
  /// - Parameter start: Where the node's anchor and tag begin.
  /// - Returns: Whether the tag is to be kept. A scalar that is not what its tag says becomes unreadable.
  mutating func isRight(tag: String, of node: UInt32, from start: UInt32) -> Bool {
    let name = CoreSchema.shortTag(tag)
    let range = tagRange(from: start, to: nodes[Int(node)].start)
    if name == "!" { return true }
    guard let kind = Self.kinds[name] else {
      report(
        .unknownTag, "the tag '\(name)' has no meaning in a runbook", range,
        notes: ["known tags: !!str, !!int, !!float, !!bool, !!null, !!map, !!seq"], fixes: removal(of: range))
      return false
    }
    if fits(node, kind, name) { return true }
    report(.tagMismatch, "the value is not what its tag '\(name)' says", range, fixes: removal(of: range))
    if nodes[Int(node)].kind == .scalar { spoilLastNode() }
    return false
  }

  private static let kinds: [String: YAMLNodeRecord.Kind] = [
    "!!str": .scalar, "!!int": .scalar, "!!float": .scalar, "!!bool": .scalar, "!!null": .scalar,
    "!!map": .mapping, "!!seq": .sequence,
  ]

  private func fits(_ node: UInt32, _ kind: YAMLNodeRecord.Kind, _ name: String) -> Bool {
    let record = nodes[Int(node)]
    guard record.kind == kind else { return false }
    guard kind == .scalar else { return true }
    switch (name, CoreSchema.resolve(keyText(node), isPlain: true, tag: name)) {
    case ("!!str", _), ("!!int", .integer), ("!!int", .bigInteger), ("!!float", .float), ("!!bool", .bool),
      ("!!null", .null):
      return true
    default: return false
    }
  }

  /// The tag as written; anchor and tag may stand in either order.
  private func tagRange(from start: UInt32, to end: UInt32) -> Range<UInt32> {
    let bytes = text.bytes[Int(start)..<max(Int(start), Int(end))]
    var position = bytes.startIndex
    while position < bytes.endIndex {
      var wordEnd = position
      while wordEnd < bytes.endIndex, !Self.isSpace(bytes[wordEnd]) { wordEnd += 1 }
      if bytes[position] == UInt8(ascii: "!") { return UInt32(position)..<UInt32(wordEnd) }
      position = max(wordEnd, position + 1)
    }
    return start..<max(start, end)
  }

  private func removal(of range: Range<UInt32>) -> [FixIt] {
    var end = Int(range.upperBound)
    while end < text.bytes.count, SourceLines.isBlank(text.bytes[end]) { end += 1 }
    return [FixIt("remove the tag", replacing: span(range.lowerBound..<UInt32(end)), with: "")]
  }
}
