// Checks the identifiers of people in Germany. Knows no texts around them.

/// Tax number: Abgabenordnung section 139b, ISO/IEC 7064 MOD 11,10. Pension insurance number: VKVV section 2.
/// Health insurance number: SGB V section 290. Identity card and passport: ICAO Doc 9303.
enum GermanIdentifiers {
  /// Eleven digits, not beginning with 0; of the first ten one comes twice or thrice, the others at most once.
  static func isTaxNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 11), digits[0] != 0 else { return false }
    var counts = [Int](repeating: 0, count: 10)
    for digit in digits[..<10] { counts[digit] += 1 }
    guard counts.filter({ $0 > 1 }).count == 1, (counts.max() ?? 0) <= 3 else { return false }
    return CheckDigit.isMod11And10(digits)
  }

  /// Area, DDMMYY, the initial letter, two digits and a check digit; letters count as two digits.
  static func isPensionInsuranceNumber(_ text: [UInt8]) -> Bool {
    guard let id = IdentifierText(text), id.count == 12, IdentifierText.isLetter(id[8]),
      let front = id.digits(0..<8), let back = id.digits(9..<12)
    else { return false }
    let day = CalendarDay.pair(front, 2)
    guard (1...31).contains(day > 50 ? day - 50 : day), (1...12).contains(CalendarDay.pair(front, 4)) else {
      return false
    }
    let letter = Int(id[8]) - 0x40
    let all = front + [letter / 10, letter % 10] + back[..<2]
    let sum = zip(all, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]).reduce(0) { sum, pair in
      let product = pair.0 * pair.1
      return sum + product / 10 + product % 10
    }
    return sum % 10 == back[2]
  }

  /// A letter and nine digits; the letter counts as two digits, every second digit twice.
  static func isHealthInsuranceNumber(_ text: [UInt8]) -> Bool {
    guard let id = IdentifierText(text), id.count == 10, IdentifierText.isLetter(id[0]),
      let digits = id.digits(1..<10)
    else { return false }
    let letter = Int(id[0]) - 0x40
    let all = [letter / 10, letter % 10] + digits[..<8]
    let sum = all.enumerated().reduce(0) { sum, digit in
      let value = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
      return sum + value / 10 + value % 10
    }
    return sum % 10 == digits[8]
  }

  /// Nine letters and digits and a check digit by weights 7, 3, 1, as printed on identity cards and passports.
  static func isDocumentNumber(_ text: [UInt8]) -> Bool {
    guard let id = IdentifierText(text), id.count == 10, let check = id.digits(9..<10) else { return false }
    let values = id.characters[..<9].map { $0 >= 0x41 ? Int($0) - 0x37 : Int($0) - 0x30 }
    return CheckDigit.sum(values, [7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 == check[0]
  }
}
