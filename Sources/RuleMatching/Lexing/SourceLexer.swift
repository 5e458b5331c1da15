// Tells comments and strings of a program from the rest of it. Knows no grammar.
internal import RulesetModel

/// The comments and strings of one source file.
struct SourceLexer: Sendable {
  struct Part: Sendable, Equatable {
    let range: Range<Int>
    /// Nil for text that is no program.
    let lexicalClass: LexicalClass?
  }

  /// In order and apart.
  let parts: [Part]

  init(_ text: Span<UInt8>, language: String) {
    var start = 0
    while start < text.count, text[start] <= 0x20 { start += 1 }
    let isMarkup = start < text.count && text[start] == UInt8(ascii: "<")
    var scan = LexicalScan(rules: LexicalRules.of(language, isMarkup: isMarkup))
    scan.run(over: text)
    parts = scan.parts
  }

  /// The class of what stands at a place.
  func lexicalClass(at position: Int, in text: Span<UInt8>) -> LexicalClass? {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    if low < parts.count, parts[low].range.contains(position) { return parts[low].lexicalClass }
    let byte = text[position]
    let isWord =
      ByteClass.isWord(byte) && byte &- 0x30 >= 10 || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "@")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`")
    return isWord ? .identifier : nil
  }
}

/// What bytes are in programs.
enum ByteClass {
  /// Letters, digits, `_`, and whatever is not ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
}

extension Span where Element == UInt8 {
  /// Whether marks stand at a place.
  func holds(_ mark: [UInt8], at position: Int) -> Bool {
    guard position >= 0, position + mark.count <= count else { return false }
    for (offset, byte) in mark.enumerated() where self[position + offset] != byte { return false }
    return true
  }

  func byte(_ position: Int) -> UInt8? { position >= 0 && position < count ? self[position] : nil }

  /// The first place of a byte from a place on; the end where there is none.
  func place(of byte: UInt8, from start: Int) -> Int {
    var position = Swift.max(0, start)
    while position < count, self[position] != byte { position += 1 }
    return Swift.min(position, count)
  }

  /// Where the word ends that begins at a place.
  func wordEnd(from start: Int) -> Int {
    var position = start
    while position < count, ByteClass.isWord(self[position]) { position += 1 }
    return position
  }

  func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    for position in range { bytes.append(self[position]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
