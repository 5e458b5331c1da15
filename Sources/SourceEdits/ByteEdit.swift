// Replacements in the bytes of one file, and what comes of them. Does not know why they are made.

/// One replacement in the bytes of a file.
package struct ByteEdit: Sendable, Hashable {
  /// What is replaced; empty where bytes are inserted.
  package let range: Range<Int>
  package let replacement: [UInt8]

  package init(_ range: Range<Int>, _ replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  /// Whether both can't be applied to the same text: they overlap, or one inserts where the other begins or ends.
  package func conflicts(with other: ByteEdit) -> Bool {
    if range.isEmpty || other.range.isEmpty {
      return range.lowerBound <= other.range.upperBound && other.range.lowerBound <= range.upperBound
    }
    return range.overlaps(other.range)
  }
}

/// A text after edits, and where the edits are in it.
package struct EditedText: Sendable {
  package let bytes: [UInt8]
  /// The replacements, in the order of the edits' positions.
  package let edited: [Range<Int>]

  /// Applies edits that don't conflict. A replacement's line breaks, LF, become those of the text; ranges are
  /// clamped to the text.
  ///
  /// - Complexity: O(n log n) in the edits, O(n) in the bytes.
  package init(_ original: [UInt8], applying edits: [ByteEdit]) {
    let lineBreak = LineBreak.prevailing(in: original)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(original.count)
    var edited: [Range<Int>] = []
    var position = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let start = min(max(edit.range.lowerBound, position), original.count)
      bytes += original[position..<start]
      let place = bytes.count
      bytes += lineBreak.applied(to: edit.replacement)
      edited.append(place..<bytes.count)
      position = min(max(edit.range.upperBound, start), original.count)
    }
    self.bytes = bytes + original[position...]
    self.edited = edited
  }
}
