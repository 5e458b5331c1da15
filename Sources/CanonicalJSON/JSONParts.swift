// Reading by parts, for those who know what they expect: no value is made that nobody asked for.

/// A name of at most 16 bytes in two words, so that names are compared at once.
@frozen @usableFromInline
package struct PackedName: Equatable, Sendable {
  @usableFromInline package let low: UInt64
  @usableFromInline package let high: UInt64

  @inlinable
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// A name without NUL; longer ones are cut, and then equal no name that was read.
  package init(_ name: String) {
    var words: (UInt64, UInt64) = (0, 0)
    for (index, byte) in name.utf8.prefix(16).enumerated() {
      let shifted = UInt64(byte) << UInt64(8 * (index % 8))
      if index < 8 { words.0 |= shifted } else { words.1 |= shifted }
    }
    (low, high) = words
  }
}

extension JSONReader {
  /// The key that begins here with its colon, if it has at most 15 bytes; else nil, and nothing is consumed.
  ///
  /// What it gives may be no key at all where it holds an escape or a control character: the caller only compares
  /// it with names that hold none, and reads a key that is none of them again.
  @inlinable
  package mutating func readShortKey() throws(JSONReadError) -> PackedName? {
    let start = position + 1
    guard start + 18 <= bytes.count, bytes[position] == UInt8(ascii: "\""),
      let (name, length) = nameUpToQuote(from: start), bytes[start + length + 1] == UInt8(ascii: ":")
    else { return nil }
    position = start + length + 2
    skipWhitespace()
    return name
  }

  /// The text that begins here between quotes, if it has at most 15 bytes; else nil. Nothing is consumed unless the
  /// text has neither escapes nor control characters.
  package mutating func readShortText() -> PackedName? {
    let start = position
    guard let range = readPlainText() else { return nil }
    guard range.count < 16, range.lowerBound + 16 <= bytes.count,
      let (name, _) = nameUpToQuote(from: range.lowerBound)
    else {
      position = start
      return nil
    }
    return name
  }

  /// The bytes from `start` up to a quote, of which there must be one among the next sixteen, all in the text.
  @inlinable
  func nameUpToQuote(from start: Int) -> (PackedName, length: Int)? {
    // SAFETY: the caller checked that sixteen bytes from the start are within the text.
    let text = unsafe bytes.span.bytes
    let low = unsafe text.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self).littleEndian
    let length = PlainRun.firstQuote(in: low)
    if length < 8 { return (PackedName(low: low & (1 << UInt64(8 * length) - 1), high: 0), length) }
    let high = unsafe text.unsafeLoadUnaligned(fromUncheckedByteOffset: start + 8, as: UInt64.self)
      .littleEndian
    let rest = PlainRun.firstQuote(in: high)
    guard rest < 8 else { return nil }
    return (PackedName(low: low, high: high & (1 << UInt64(8 * rest) - 1)), 8 + rest)
  }

  /// The whole number that begins here, if it fits 64 bits; else nil, and nothing is consumed.
  package mutating func readInteger() throws(JSONReadError) -> Int? {
    let start = position
    guard let byte = peek(), byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") < 10,
      case .integer(let value) = try readNumber()
    else {
      position = start
      return nil
    }
    return value
  }

  /// The truth value that begins here; else nil, and nothing is consumed.
  package mutating func readBool() -> Bool? {
    if startsHere("true") {
      position += 4
      return true
    }
    guard startsHere("false") else { return nil }
    position += 5
    return false
  }

  /// Passes over a text that is known to be a whole value, in canonical form.
  @inlinable
  package mutating func skip(_ count: Int) { position += count }

  /// Goes back to a key or a value that was read before.
  package mutating func goBack(to earlier: Int) { position = min(position, earlier) }

  /// Remembers that something is spelled as no canonical writer would.
  package mutating func foundOtherForm() { isCanonical = false }

  /// Whether the bytes of an earlier range stand here again.
  @inlinable
  package func repeats(_ earlier: Range<Int>) -> Bool {
    let count = earlier.count
    guard bytes.count - position >= count else { return false }
    // SAFETY: reading raw bytes of integers; every access below is in range.
    let text = unsafe bytes.span.bytes
    var offset = 0
    while offset &+ 8 <= count {
      // SAFETY: both ranges lie within the text.
      let earlierWord = unsafe text.unsafeLoadUnaligned(
        fromUncheckedByteOffset: earlier.lowerBound &+ offset, as: UInt64.self)
      let word = unsafe text.unsafeLoadUnaligned(
        fromUncheckedByteOffset: position &+ offset, as: UInt64.self)
      if earlierWord != word { return false }
      offset &+= 8
    }
    while offset < count, bytes[earlier.lowerBound + offset] == bytes[position + offset] { offset += 1 }
    return offset == count
  }

  /// Passes over the value that begins here and checks that it is JSON, but for keys that stand twice.
  package mutating func skipValue() throws(JSONReadError) {
    switch peek() {
    case UInt8(ascii: "["):
      guard try open(.array) else { return }
      repeat { try skipValue() } while try hasNext(in: .array)
    case UInt8(ascii: "{"):
      guard try open(.object) else { return }
      repeat {
        _ = try readKey()
        try skipValue()
      } while try hasNext(in: .object)
    case UInt8(ascii: "\""): if readPlainText() == nil { _ = try readString() }
    default: _ = try readValue()
    }
  }
}
