// Checks telephone numbers that are written as within a country. Knows no country from the text around.

/// A number without a country code: a trunk zero and seven to twelve digits (most of Europe), ten digits of the
/// North American plan, or eight to ten digits of the plans without a trunk prefix. Sources: the national numbering
/// plans that ITU-T publishes under E.129 (Bundesnetzagentur, Arcep, Ofcom, AGCOM, CNMC, ACM, UKE and others).
enum NationalPhoneNumber {
  static func isValid(_ text: [UInt8]) -> Bool {
    var digits: [Int] = []
    for byte in withoutExtension(text) {
      if byte &- 0x30 < 10 {
        digits.append(Int(byte - 0x30))
      } else if !" ./-()\u{2F}".utf8.contains(byte) {
        return false
      }
    }
    guard (6...14).contains(digits.count), Set(digits).count > 2 else { return false }
    if digits[0] == 0 {
      if digits[1] == 0 { return PhoneNumber.isValid(Array(withoutExtension(text))) }
      return (8...13).contains(digits.count)
    }
    return switch digits.count {
    case 7, 8, 9: true
    case 10: isNorthAmerican(digits) || digits[0] == 3 || digits[0] == 2 || digits[0] == 6
    case 11: digits[0] == 1 && isNorthAmerican(Array(digits[1...]))
    default: false
    }
  }

  /// Without an extension behind it: `x 12`, `ext. 12`.
  private static func withoutExtension(_ text: [UInt8]) -> ArraySlice<UInt8> {
    guard
      let mark = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "x") || $0 | 0x20 == UInt8(ascii: "e") })
    else { return text[...] }
    return text[(mark + 1)...].allSatisfy { "xt. 0123456789XT".utf8.contains($0) } ? text[..<mark] : text[...]
  }

  private static func isNorthAmerican(_ digits: [Int]) -> Bool {
    digits[0] >= 2 && digits[3] >= 2 && !(digits[1] == 9 && digits[2] == 9)
  }
}
