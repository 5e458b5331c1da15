// Checks the personal numbers of Bulgaria, Croatia, Greece, Romania and Slovenia. Knows no texts around them.

/// Bulgaria: Ordinance RD-02-20-9/2012 (EGN). Croatia: OIB, ISO/IEC 7064 MOD 11,10. Greece: AMKA (Law 3655/2008)
/// and AFM. Romania: OUG 97/2005 (CNP). Slovenia: Zakon o centralnem registru prebivalstva (EMŠO).
enum SouthEastEuropeanIdentifiers {
  /// YYMMDD (months plus 20 or 40 tell the century), three digits, a check digit by weights modulo 11.
  static func isBulgarianCitizenNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 10) else { return false }
    let month = CalendarDay.pair(digits, 2)
    guard month < 60 else { return false }
    let year = [1900, 1800, 2000][month / 20] + CalendarDay.pair(digits, 0)
    guard CalendarDay.exists(year: year, month: month % 20, day: CalendarDay.pair(digits, 4)) else {
      return false
    }
    return CheckDigit.sum(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == digits[9]
  }

  static func isCroatianPersonalNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 11) else { return false }
    return !CheckDigit.isUniform(digits) && CheckDigit.isMod11And10(digits)
  }

  /// DDMMYY, four digits, and a check digit by Luhn.
  static func isGreekInsuranceNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 11) else { return false }
    return CalendarDay.isDMY(digits) && CheckDigit.isLuhn(digits)
  }

  /// AFM: eight digits by powers of two, modulo 11.
  static func isGreekTaxNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 9), !CheckDigit.isUniform(digits) else {
      return false
    }
    return CheckDigit.sum(digits, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == digits[8]
  }

  /// Sex and century, YYMMDD, county, order, and a check digit by weights modulo 11.
  static func isRomanianPersonalCode(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 13), digits[0] != 0 else { return false }
    guard CalendarDay.isYMD(Array(digits[1..<7])), isRomanianCounty(CalendarDay.pair(digits, 7)) else {
      return false
    }
    let rest = CheckDigit.sum(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
    return digits[12] == (rest == 10 ? 1 : rest)
  }

  /// The counties and the sectors of Bucharest; 70 since births are registered without one.
  private static func isRomanianCounty(_ code: Int) -> Bool {
    (1...48).contains(code) || [51, 52, 70].contains(code)
  }

  /// DDMMYYY, region (50 for Slovenia, others for who moved there from another country of the former Yugoslavia), order, and a check digit by weights modulo 11.
  static func isSlovenianPersonalNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 13) else { return false }
    let year = digits[4] * 100 + CalendarDay.pair(digits, 5)
    guard
      CalendarDay.exists(
        year: year < 800 ? 2000 + year : 1000 + year, month: CalendarDay.pair(digits, 2),
        day: CalendarDay.pair(digits, 0))
    else { return false }
    let rest = CheckDigit.sum(digits, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    return digits[12] == (rest < 2 ? 0 : 11 - rest)
  }
}
