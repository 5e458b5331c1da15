// Where statements of SQL that name columns or fill them may begin. Knows nothing of what follows.

/// The statements that a text may have, by what they begin with, each by the place behind that.
struct TableStatements: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case insert = "insert into"
    case definition = "create table"
    case copy = "copy"
  }

  private(set) var inserts: [Int] = []
  private(set) var definitions: [Int] = []
  private(set) var copies: [Int] = []

  /// In the order of the text.
  mutating func add(_ kind: Kind, end: Int) {
    switch kind {
    case .insert: inserts.append(end)
    case .definition: definitions.append(end)
    case .copy: copies.append(end)
    }
  }

  mutating func removeAll() {
    inserts.removeAll(keepingCapacity: true)
    definitions.removeAll(keepingCapacity: true)
    copies.removeAll(keepingCapacity: true)
  }

  /// The name of a table, in small letters, without its schema and its quotes: the last word of a stretch.
  static func name(in text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var name: [UInt8] = []
    var isOver = false
    for position in range {
      let byte = text[position]
      if byte <= 0x20 {
        isOver = true
      } else if byte == UInt8(ascii: ".") {
        name.removeAll()
        isOver = false
      } else if !"`\"[]".utf8.contains(byte) {
        if isOver { name.removeAll() }
        isOver = false
        name.append(byte &- 0x41 < 26 ? byte + 0x20 : byte)
      }
    }
    return name
  }

  static func next(_ byte: UInt8, in text: Span<UInt8>, from start: Int, limit: Int) -> Int? {
    var position = start
    while position < min(text.count, start + limit) {
      if text[position] == byte { return position }
      position += 1
    }
    return nil
  }

  /// The next place of a word in lowercase, whatever the case in the text, that begins before a limit.
  static func find(_ word: [UInt8], in text: Span<UInt8>, from start: Int, limit: Int) -> Int? {
    guard let first = word.first else { return nil }
    var position = start
    while position <= min(text.count - word.count, start + limit) {
      if text[position] | 0x20 == first {
        var offset = 1
        while offset < word.count, text[position + offset] | 0x20 == word[offset] { offset += 1 }
        if offset == word.count { return position }
      }
      position += 1
    }
    return nil
  }
}
