// Says which characters are digits of a number in a pattern. Knows no grammar.

/// Digits as Python's pattern syntax has them: of ASCII only.
enum PatternDigits {
  static func isDecimal(_ codePoint: UInt32) -> Bool { codePoint &- 0x30 < 10 }

  static func isOctal(_ codePoint: UInt32) -> Bool { codePoint &- 0x30 < 8 }

  static func isHexadecimal(_ codePoint: UInt32) -> Bool {
    isDecimal(codePoint) || (codePoint | 0x20) &- 0x61 < 6
  }

  static func isASCIILetter(_ codePoint: UInt32) -> Bool { (codePoint | 0x20) &- 0x61 < 26 }

  /// The number that digits write; nil if there are none, or if it exceeds 32 bits.
  static func value(_ digits: [UInt32], radix: UInt64) -> UInt32? {
    guard !digits.isEmpty else { return nil }
    var value: UInt64 = 0
    for digit in digits {
      let one = isDecimal(digit) ? digit - 0x30 : (digit | 0x20) - 0x61 + 10
      value = value * radix + UInt64(one)
      guard value <= UInt64(UInt32.max) else { return nil }
    }
    return UInt32(value)
  }
}
