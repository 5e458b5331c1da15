// Turns libyaml's character positions into byte offsets.

/// A place in UTF-8 text that is known both as a character index and as a byte offset.
///
/// libyaml's marks count Unicode scalars from the start of the text that it was given. Marks of successive
/// events hardly ever go back, so moving one cursor along costs one pass over the text in all.
struct ByteCursor {
  private let bytes: [UInt8]
  private let isASCII: Bool
  /// Offset of the first character.
  private let base: Int
  private var character = 0
  private var offset: Int

  /// - Parameter start: The byte offset of character 0.
  init(_ text: ReadableText, from start: Int) {
    bytes = text.bytes
    isASCII = text.isASCII
    base = start
    offset = start
  }

  /// The byte offset of a character; the end of the text for characters beyond it.
  mutating func offset(ofCharacter target: Int) -> Int {
    let target = max(0, target)
    if isASCII { return min(base + target, bytes.count) }
    while character > target { stepBack() }
    while target - character >= 8, offset + 8 <= bytes.count { skipWord() }
    while character < target, offset < bytes.count { stepForward() }
    return offset
  }

  /// Skips eight bytes, counting those that begin a character: all but 10xxxxxx.
  private mutating func skipWord() {
    // SAFETY: any eight bytes are a UInt64, and the load is bounds-checked.
    let word = unsafe bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let continuations = (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
    character += 8 - continuations.nonzeroBitCount
    offset += 8
    skipContinuation()
  }

  private mutating func stepForward() {
    offset += 1
    skipContinuation()
    character += 1
  }

  private mutating func stepBack() {
    guard offset > base else {
      character = 0
      return
    }
    offset -= 1
    while offset > base, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    character -= 1
  }

  private mutating func skipContinuation() {
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
  }
}
