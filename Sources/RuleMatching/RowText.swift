// Reads what stands between and behind words of a row. Knows no rules.

/// A row: a line, or lines that end on a comma, as the members of an object in JSON do.
enum RowText {
  /// How far behind a word its own value is looked for, in bytes.
  private static let reach = 16
  /// Fewer letters and digits in a row are no value.
  private static let shortestValue = 5
  /// Shorter words join values: 'or', 'und'.
  private static let shortestName = 4

  /// Whether a stretch between a value and a word lies in one row, and holds no other long number.
  static func isOneRow(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    var digits = 0
    for position in range {
      let byte = text[position]
      if byte == 0x0A, position == range.lowerBound || text[position - 1] != UInt8(ascii: ",") {
        return false
      }
      digits = byte &- 0x30 < 10 ? digits + 1 : 0
      if digits >= shortestValue { return false }
    }
    return true
  }

  /// Whether a word in front of a value speaks of another one, as in `personal id 4405, contract 0815`: it has a value of
  /// its own, and a further name, or line, follows. So does a word that closes an element of XML.
  static func isSpent(_ word: Range<Int>, before position: Int, in text: Span<UInt8>) -> Bool {
    if isInEndTag(word.lowerBound, in: text) { return true }
    guard let own = value(behind: word.upperBound, in: text), own.upperBound <= position else { return false }
    var letters = 0
    for place in own.upperBound..<position {
      let byte = text[place]
      if byte == 0x0A || byte == UInt8(ascii: "=") || isColonOfName(place, in: text) { return true }
      letters = byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 ? letters + 1 : 0
      if letters == shortestName { return true }
    }
    return false
  }

  /// Whether a colon follows a name in quotes: `"due": …`.
  private static func isColonOfName(_ position: Int, in text: Span<UInt8>) -> Bool {
    position > 0 && text[position] == UInt8(ascii: ":") && text[position - 1] == UInt8(ascii: "\"")
  }

  private static func isInEndTag(_ position: Int, in text: Span<UInt8>) -> Bool {
    var place = position
    while place > 0, position - place < 64, isNamePart(text[place - 1]) { place -= 1 }
    return place >= 2 && text[place - 1] == UInt8(ascii: "/") && text[place - 2] == UInt8(ascii: "<")
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// The value that follows a word before its cell, bracket or line ends: `PESEL: 44051401359`.
  static func value(behind position: Int, in text: Span<UInt8>) -> Range<Int>? {
    var place = position
    while place < min(text.count, position + reach) {
      let byte = text[place]
      if byte &- 0x30 < 10 {
        let end = valueEnd(from: place, in: text)
        return end - place >= shortestValue ? place..<end : nil
      }
      if ends.contains(byte) { return nil }
      place += 1
    }
    return nil
  }

  /// The end of letters, digits and what groups them: single spaces before a digit or a single letter.
  private static func valueEnd(from start: Int, in text: Span<UInt8>) -> Int {
    var position = start
    while position < text.count {
      let byte = text[position]
      if byte == 0x20 {
        guard position + 1 < text.count, text[position + 1] &- 0x30 < 10 || isSingle(position + 1, in: text)
        else {
          break
        }
      } else if (byte | 0x20) &- 0x61 >= 26, byte &- 0x2D >= 13 {
        break
      }
      position += 1
    }
    return position
  }

  private static func isSingle(_ position: Int, in text: Span<UInt8>) -> Bool {
    guard (text[position] | 0x20) &- 0x61 < 26 else { return false }
    return position + 1 == text.count || !isNamePart(text[position + 1])
  }

  private static let ends: Set<UInt8> = Set("\n\r\t,;|)]}<".utf8)
}
