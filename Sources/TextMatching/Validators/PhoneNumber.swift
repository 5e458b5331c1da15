// Checks international telephone numbers. Knows no national numbering plans but the shared ones.

/// A number of ITU-T E.164 with its international prefix: `+` or `00`, an assigned country code, and 7 to 15
/// digits in all. Single spaces, hyphens, dots, slashes and brackets may group it, also a bracketed trunk zero
/// as in `+44 (0)20 …`. Country codes 1 and 7 have ten further digits, the first of 1's being 2 to 9.
enum PhoneNumber {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard let number = afterPrefix(text), let digits = digits(of: number) else { return false }
    guard (7...15).contains(digits.count), let first = digits.first else { return false }
    if first == 1 { return digits.count == 11 && digits[1] >= 2 && digits[4] >= 2 }
    if first == 7 { return digits.count == 11 }
    return isAssigned(digits)
  }

  private static func afterPrefix(_ text: [UInt8]) -> ArraySlice<UInt8>? {
    if text.first == UInt8(ascii: "+") { return text.dropFirst() }
    return text.starts(with: [0x30, 0x30]) ? text.dropFirst(2) : nil
  }

  /// The digits without separators and a bracketed trunk zero; nil if anything else is in the text.
  private static func digits(of text: ArraySlice<UInt8>) -> [Int]? {
    let trunk = Array("(0)".utf8)
    var plain: [UInt8] = []
    var position = text.startIndex
    var open = 0
    while position < text.endIndex {
      let byte = text[position]
      if text[position...].starts(with: trunk), position > text.startIndex {
        position += trunk.count
        continue
      }
      if byte == UInt8(ascii: "(") { open += 1 } else if byte == UInt8(ascii: ")") { open -= 1 }
      guard (0...1).contains(open) else { return nil }
      let isBracket = byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      // A bracket may stand beside one other separator; a separator before the first digit stands for nothing.
      let isSeparator = isBracket || byte == 0x20
      if !isSeparator || !(plain.isEmpty || plain.last == 0x20) { plain.append(isSeparator ? 0x20 : byte) }
      position += 1
    }
    guard open == 0 else { return nil }
    return SeparatedDigits.read(plain[...], separators: Array(" -./".utf8))
  }

  private static func isAssigned(_ digits: [Int]) -> Bool {
    guard let two = SeparatedDigits.value(digits.prefix(2)),
      let three = SeparatedDigits.value(digits.prefix(3))
    else { return false }
    return twoDigitCodes.contains(two) || threeDigitCodes.contains { $0.contains(three) }
  }

  /// Country codes of two digits.
  private static let twoDigitCodes: Set<Int> = [
    20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58,
    60,
    61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
  ]

  /// Country codes of three digits, and those of global services and networks.
  private static let threeDigitCodes: [ClosedRange<Int>] = [
    211...213, 216...216, 218...218, 220...258, 260...269, 290...291, 297...299, 350...359, 370...383,
    385...387, 389...389, 420...421, 423...423, 500...509, 590...599, 670...670, 672...683, 685...692,
    800...800, 808...808, 850...850, 852...853, 855...856, 870...870, 878...878, 880...883, 886...886,
    960...968, 970...977, 979...979, 992...996, 998...998,
  ]
}
