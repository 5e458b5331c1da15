// Checks the personal numbers of the United Kingdom and Ireland. Knows no texts around them.

/// NHS number: NHS Data Dictionary. National insurance number: HMRC NIM39110. Taxpayer reference: HMRC. Driving
/// licence: DVLA. PPS number: Social Welfare Consolidation Act 2005.
enum BritishAndIrishIdentifiers {
  /// Ten digits, the last by weights 10 to 2 modulo 11.
  static func isNHSNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 10), !CheckDigit.isUniform(digits) else {
      return false
    }
    let check = 11 - CheckDigit.sum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return check != 10 && check % 11 == digits[9]
  }

  /// Two letters that are in use, six digits, and A to D.
  static func isNationalInsuranceNumber(_ text: [UInt8]) -> Bool {
    guard let id = IdentifierText(text), id.count == 9, id.digits(2..<8) != nil,
      "ABCD".utf8.contains(id[8]), IdentifierText.isLetter(id[0]), IdentifierText.isLetter(id[1])
    else { return false }
    let prefix = String(decoding: id.characters[..<2], as: UTF8.self)
    return !"DFIQUV".utf8.contains(id[0]) && !"DFIOQUV".utf8.contains(id[1])
      && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(prefix)
  }

  /// Ten digits, the first by weights 6, 7, 8, 9, 10, 5, 4, 3, 2 modulo 11.
  static func isTaxpayerReference(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 10), !CheckDigit.isUniform(digits) else {
      return false
    }
    let rest = CheckDigit.sum(digits[1...], [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11
    return digits[0] == [2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1][rest]
  }

  /// Seven digits, a check letter by weights 8 to 2 modulo 23, and since 2013 a second letter that counts 9.
  static func isPPSNumber(_ text: [UInt8]) -> Bool {
    guard let id = IdentifierText(text), (8...9).contains(id.count) else { return false }
    return isIrishNumber(id)
  }

  static func isIrishNumber(_ id: IdentifierText) -> Bool {
    guard let digits = id.digits(0..<7), IdentifierText.isLetter(id[7]) else { return false }
    var sum = CheckDigit.sum(digits, [8, 7, 6, 5, 4, 3, 2])
    if id.count == 9 {
      guard "ABCDEFGHITWX".utf8.contains(id[8]) else { return false }
      // T, W and X are of the past and count nothing.
      sum += id[8] > UInt8(ascii: "I") ? 0 : 9 * (Int(id[8]) - 0x40)
    }
    return Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)[sum % 23] == id[7] && !CheckDigit.isUniform(digits)
  }
}
