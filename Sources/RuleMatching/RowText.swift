// Reads what stands between and behind words of a row. Knows no rules.

/// A row: a line, or lines that end on a comma, as the members of an object in JSON do.
enum RowText {
  /// How far behind a word its own value is looked for, in bytes.
  private static let reach = 16
  /// Fewer letters and digits in a row are no value.
  private static let shortestValue = 5

  /// Whether a stretch between a value and a word lies in one row, and holds no other long number.
  static func isOneRow(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    var digits = 0
    for position in range {
      let byte = text[position]
      if byte == 0x0A, position == range.lowerBound || text[position - 1] != UInt8(ascii: ",") { return false }
      digits = byte &- 0x30 < 10 ? digits + 1 : 0
      if digits >= shortestValue { return false }
    }
    return true
  }

  /// Whether a word in front of a value speaks of another one: it has a value of its own and another name follows, as in
  /// `personal_id: 4405, passport: 0815`, or it closes an element of XML.
  static func isSpent(_ word: Range<Int>, before position: Int, in text: Span<UInt8>) -> Bool {
    if isInEndTag(word.lowerBound, in: text) { return true }
    var assignments = 0
    var place = word.upperBound
    while place < position {
      let byte = text[place]
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") { assignments += 1 }
      if byte == 0x0A { assignments = 2 }
      if assignments >= 2 { return hasValue(behind: word.upperBound, in: text) }
      place += 1
    }
    return false
  }

  private static func isInEndTag(_ position: Int, in text: Span<UInt8>) -> Bool {
    var place = position
    while place > 0, position - place < 64, isNamePart(text[place - 1]) { place -= 1 }
    return place >= 2 && text[place - 1] == UInt8(ascii: "/") && text[place - 2] == UInt8(ascii: "<")
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// Whether a value follows a word before its cell, bracket or line ends: `PESEL: 44051401359`.
  static func hasValue(behind position: Int, in text: Span<UInt8>) -> Bool {
    var place = position
    while place < min(text.count, position + reach) {
      let byte = text[place]
      if byte &- 0x30 < 10 { return length(from: place, in: text) >= shortestValue }
      if ends.contains(byte) { return false }
      place += 1
    }
    return false
  }

  /// The letters, digits and separators of numbers from a place on, up to those of a value.
  private static func length(from start: Int, in text: Span<UInt8>) -> Int {
    var position = start
    while position < text.count, position - start < shortestValue {
      let byte = text[position]
      guard (byte | 0x20) &- 0x61 < 26 || byte &- 0x2D < 13 else { break }
      position += 1
    }
    return position - start
  }

  private static let ends: Set<UInt8> = Set("\n\r\t,;|)]}<".utf8)
}

extension [Range<Int>] {
  /// The first index from which on all elements fulfil a condition that none before does.
  func partitioningIndex(_ isBehind: (Range<Int>) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
