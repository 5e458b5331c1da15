// The numbered lines of source code in evidence. Knows no patterns.

/// Lines of source code as the detectors quote them: the number in four columns or more, two blanks, the line.
enum NumberedLines {
  /// Whether every line begins with a number, each one more than the one before.
  static func isNumbered(_ text: String) -> Bool {
    var expected: Int?
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard let number = number(of: line) else { return false }
      if let expected, number != expected { return false }
      expected = number &+ 1
    }
    return expected != nil
  }

  /// The number of the first line; nil where lines have no numbers.
  static func firstNumber(of text: String) -> Int? {
    isNumbered(text) ? number(of: text.utf8.prefix { $0 != 0x0A }) : nil
  }

  /// The text without the numbers, which change when lines are added above.
  static func content(of text: String) -> String {
    guard isNumbered(text) else { return text }
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(Substring(line.drop { $0 == 0x20 }.drop { isDigit($0) }.dropFirst(2)))
    }
    return lines.joined(separator: "\n")
  }

  private static func number(of line: some Sequence<UInt8>) -> Int? {
    var digits: [UInt8] = []
    var columns = 0
    var blanks = 0
    for byte in line {
      if digits.isEmpty, byte == 0x20, columns < 3 {
        columns += 1
      } else if isDigit(byte), blanks == 0, digits.count < 12 {
        digits.append(byte)
        columns += 1
      } else if byte == 0x20, !digits.isEmpty {
        blanks += 1
        if blanks == 2 { break }
      } else {
        return nil
      }
    }
    // An empty line has lost its blanks.
    guard columns >= 4, blanks == 2 || blanks == 0 else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
