// Scalars: where they stand, and whether their text is a slice of the source.
internal import CLibYAML
import Diagnostics
import Glibc

extension YAMLTreeBuilder {
  mutating func addScalar(_ event: UnsafeMutablePointer<yaml_event_t>) {
    // SAFETY: the event is a scalar, so that member of the union holds.
    let style = unsafe event.pointee.data.scalar.style
    let (anchor, tag) = unsafe (event.pointee.data.scalar.anchor, event.pointee.data.scalar.tag)
    var start = unsafe offset(event.pointee.start_mark)
    var end = unsafe offset(event.pointee.end_mark)
    if unsafe anchor != nil || tag != nil { start = contentStart(from: start, upTo: end) }
    let isBlock = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE
    if isBlock { end = trimmedEnd(from: start, to: end) }
    let node = append(.scalar, start..<max(start, end))
    let value = unsafe UnsafeBufferPointer(
      start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
    unsafe setText(of: node, to: value, style: style)
    let first = unsafe tag == nil ? start : offset(event.pointee.start_mark)
    unsafe keepTag(tag, of: node, from: first)
    if Int(end) - Int(start) > limits.scalarLength {
      reportTooLong(from: start)
      isStopped = true
    }
    if let name = unsafe declare(anchor, node: node) {
      anchors.complete(name, node: node, size: 1, height: 0)
    }
    attach(node, end: max(start, end))
  }

  private mutating func setText(
    of node: UInt32, to value: UnsafeBufferPointer<UInt8>, style: yaml_scalar_style_t
  ) {
    let index = Int(node)
    let isPlain = style == YAML_PLAIN_SCALAR_STYLE
    if isPlain { nodes[index].flags.insert(.plain) }
    // The text of a quoted scalar stands between its quotes.
    let quote = isPlain ? 0 : 1
    let start = Int(nodes[index].start) + quote
    let slice = start..<max(start, Int(nodes[index].end) - quote)
    if unsafe isVerbatim(value, slice) {
      nodes[index].first = UInt32(slice.lowerBound)
      nodes[index].last = UInt32(slice.upperBound)
    } else {
      nodes[index].first = UInt32(storedText.count)
      unsafe storedText.append(contentsOf: value)
      nodes[index].last = UInt32(storedText.count)
      nodes[index].flags.insert(.stored)
    }
  }

  /// Whether a value is byte for byte what the source says there.
  private func isVerbatim(_ value: UnsafeBufferPointer<UInt8>, _ slice: Range<Int>) -> Bool {
    guard slice.count == value.count, slice.upperBound <= text.bytes.count else { return false }
    guard let first = value.baseAddress, !slice.isEmpty else { return true }
    return unsafe text.bytes.withUnsafeBufferPointer { bytes in
      // SAFETY: both ranges hold `count` bytes, as checked above.
      guard let base = bytes.baseAddress else { return false }
      return unsafe memcmp(base + slice.lowerBound, first, slice.count) == 0
    }
  }

  /// Where a node's content begins when libyaml's mark is that of its anchor or tag.
  func contentStart(from start: UInt32, upTo end: UInt32) -> UInt32 {
    var position = Int(start)
    let end = Int(end)
    while position < end {
      switch text.bytes[position] {
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        while position < end, !Self.isSpace(text.bytes[position]) { position += 1 }
      case UInt8(ascii: "#"):
        while position < end, text.bytes[position] != 0x0A, text.bytes[position] != 0x0D { position += 1 }
      case let byte where Self.isSpace(byte): position += 1
      default: return UInt32(position)
      }
    }
    return UInt32(end)
  }

  /// The end of a block scalar without the line breaks and blank lines behind it.
  private func trimmedEnd(from start: UInt32, to end: UInt32) -> UInt32 {
    var end = end
    while end > start + 1, Self.isSpace(text.bytes[Int(end) - 1]) { end -= 1 }
    return end
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// - Parameter start: Where the node's anchor and tag begin.
  mutating func keepTag(_ tag: UnsafeMutablePointer<UInt8>?, of node: UInt32, from start: UInt32) {
    guard let tag = unsafe tag else { return }
    // SAFETY: libyaml's strings end in a zero byte.
    let name = unsafe String(cString: tag)
    // Without a tag that was reported, the value is checked as what it looks like.
    guard isRight(tag: name, of: node, from: start) else { return }
    tags[node] = name
    nodes[Int(node)].flags.insert(.tagged)
  }

  /// Declares a node's anchor, if it has one.
  ///
  /// - Returns: The anchor's name.
  mutating func declare(_ anchor: UnsafeMutablePointer<UInt8>?, node: UInt32) -> String? {
    guard let anchor = unsafe anchor else { return nil }
    // SAFETY: libyaml's strings end in a zero byte.
    let name = unsafe String(cString: anchor)
    anchors.declare(name, node: node)
    return name
  }
}
