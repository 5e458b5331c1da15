// Reads digits that are grouped by separators. Knows no standard.

enum SeparatedDigits {
  /// The digits of `text` as numbers; nil if it does not begin and end with a digit, if anything else but the
  /// separators is between, or if two separators follow each other.
  static func read(_ text: ArraySlice<UInt8>, separators: [UInt8]) -> [Int]? {
    var digits: [Int] = []
    var isDigitLast = false
    for byte in text {
      if byte &- 0x30 < 10 {
        digits.append(Int(byte - 0x30))
        isDigitLast = true
      } else {
        guard isDigitLast, separators.contains(byte) else { return nil }
        isDigitLast = false
      }
    }
    return isDigitLast ? digits : nil
  }

  /// The number that the digits write; nil for more than 18 digits or none.
  static func value(_ digits: some Collection<Int>) -> Int? {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    return digits.reduce(0) { $0 * 10 + $1 }
  }
}
